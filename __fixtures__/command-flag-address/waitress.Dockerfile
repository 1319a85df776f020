FROM python:3.12-slim
EXPOSE 8095
CMD waitress-serve --listen=*:8095 --threads=8095 shop:app
