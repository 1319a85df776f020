FROM python:3.12-slim
EXPOSE 8095
CMD exec python -m uvicorn main:app --port=8095 --limit-concurrency 8095
