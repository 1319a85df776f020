FROM php:8.3-fpm
RUN { echo '[www]'; echo 'listen = 8095'; echo 'pm.max_children = 8095'; } > /usr/local/etc/php-fpm.d/zz.conf
EXPOSE 8095
