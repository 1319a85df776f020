FROM python:3.12-alpine
EXPOSE 8095
CMD ["python3", "-m", "http.server", "8095", "--directory", "/srv/8095"]
