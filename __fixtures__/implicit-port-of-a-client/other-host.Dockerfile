FROM postgres:16
EXPOSE 5432
HEALTHCHECK CMD pg_isready -h primary
