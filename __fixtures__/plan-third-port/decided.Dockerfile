FROM python:3.12-slim
ENV SERVICE_PORT=8095
EXPOSE 8095
HEALTHCHECK CMD curl -f http://localhost:8105/health
CMD ["uvicorn", "main:app", "--port", "8095"]
