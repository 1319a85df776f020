FROM python:3.12-slim
EXPOSE 8095
HEALTHCHECK CMD curl -f http://localhost:8095/health
CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8095"]
