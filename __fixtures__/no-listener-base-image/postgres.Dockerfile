FROM docker.io/library/postgres:16
EXPOSE 5432
