FROM postgres:16
RUN pg_isready --version
EXPOSE 5432
HEALTHCHECK CMD ["pg_isready"]
