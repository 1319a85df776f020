FROM python:3.12-slim
EXPOSE 8095
CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8095", "--workers", "8095", "--timeout-keep-alive", "8095"]
