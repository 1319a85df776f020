FROM python:3.12-slim
EXPOSE 8095
CMD gunicorn --bind=:8095 --max-requests=8095 shop.wsgi:application
