FROM python:3.12
EXPOSE 8095
CMD dumb-init env WORKERS=8095 PORT=8095 gosu 8095 flask run --port 8095
