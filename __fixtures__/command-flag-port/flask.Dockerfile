FROM python:3.12-slim
EXPOSE 8095
CMD ["flask", "--app", "shop", "run", "-h", "0.0.0.0", "-p", "8095"]
