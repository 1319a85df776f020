FROM python:3.12-slim
EXPOSE 8097
CMD ["uvicorn", "main:app", "--port", "8097"]
