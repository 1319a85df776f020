FROM python:3.12-slim
EXPOSE 5000 9100
CMD ["flask", "run", "--port", "5000"]
