FROM python:3.12
EXPOSE 8095
CMD ["wait-for-it", "mq.internal:8095", "-t", "8095", "--", "uvicorn", "app:app", "--port", "8095"]
