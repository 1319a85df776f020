FROM mysql:8.4
EXPOSE 3306
HEALTHCHECK CMD mysqladmin ping -h 127.0.0.1 -P 3306 --connect-timeout=3306
CMD ["mysqld", "--port", "3306", "--max-connections=3306"]
