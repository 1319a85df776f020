FROM postgres:16
EXPOSE 5432
HEALTHCHECK CMD gosu postgres pg_isready || exit 1
