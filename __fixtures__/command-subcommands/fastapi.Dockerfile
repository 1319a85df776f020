FROM python:3.12
EXPOSE 8095
CMD ["fastapi", "run", "app/main.py", "--port", "8095", "--workers", "8095"]
