FROM python:3.12-slim
ENV SERVICE_PORT=8097
EXPOSE 8097
HEALTHCHECK CMD curl -f http://localhost:8096/health
CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8097"]
