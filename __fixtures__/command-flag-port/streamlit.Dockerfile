FROM python:3.12-slim
EXPOSE 8095
ENTRYPOINT ["streamlit", "run", "app.py", "--server.port=8095", "--server.maxUploadSize=8095"]
