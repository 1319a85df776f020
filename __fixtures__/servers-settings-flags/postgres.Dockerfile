FROM postgres:16
EXPOSE 5432
CMD ["postgres", "-c", "port=5432", "-c", "max_connections=5432"]
