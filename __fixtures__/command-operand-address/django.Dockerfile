FROM python:3.12
EXPOSE 8095
CMD ["python", "manage.py", "runserver", "0.0.0.0:8095"]
