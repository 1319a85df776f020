FROM php:8.3-cli
EXPOSE 8095
HEALTHCHECK CMD ["php", "-r", "exit(file_get_contents('http://localhost:8095/health') === 'ok' ? 0 : 1);"]
CMD php -S [::]:8095
