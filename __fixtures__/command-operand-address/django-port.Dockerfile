FROM python:3.12
EXPOSE 8095
CMD python manage.py migrate --noinput && python manage.py runserver 8095
