FROM postgres:16
EXPOSE 5432
CMD until pg_isready; do sleep 1; done; exec migrate
