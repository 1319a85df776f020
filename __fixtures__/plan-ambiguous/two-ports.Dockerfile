FROM python:3.12-slim
EXPOSE 8095 9095
HEALTHCHECK CMD curl -f http://localhost:9095/health
CMD ["uvicorn", "main:app", "--port", "8095"]
