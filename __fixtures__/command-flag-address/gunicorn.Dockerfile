FROM python:3.12-slim
EXPOSE 8095
CMD ["gunicorn", "-b", "0.0.0.0:8095", "-w", "4", "--timeout", "8095", "shop.wsgi"]
