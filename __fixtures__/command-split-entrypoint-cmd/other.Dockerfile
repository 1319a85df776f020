FROM python:3.12
EXPOSE 8095
ENTRYPOINT ["uvicorn", "app:app", "--port", "8095", "--workers"]
CMD ["8095"]
