FROM php:8.3-cli
EXPOSE 8095
HEALTHCHECK CMD php -r "exit(@fsockopen('127.0.0.1', 8095, \$e, \$m, 8095) ? 0 : 1);"
CMD ["php", "-S", "0.0.0.0:8095", "-t", "public"]
