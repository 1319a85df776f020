FROM redis:7 AS base
COPY redis.conf /etc/redis.conf
FROM base
EXPOSE 6379
