FROM python:3.12-slim
ENV METRICS_PORT=9000
EXPOSE 8000 9000
CMD ["gunicorn", "--bind", ":8000", "app:app"]
