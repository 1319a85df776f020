FROM python:3.12-slim
EXPOSE 8095
CMD daphne -b 0.0.0.0 -p 8095 -t 8095 proj.asgi:application
