FROM python:3.12
EXPOSE 8095
CMD ["django-admin", "runserver", "[::]:8095"]
