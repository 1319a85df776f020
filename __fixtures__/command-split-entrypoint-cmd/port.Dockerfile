FROM python:3.12
EXPOSE 8095
ENTRYPOINT ["python", "-m", "http.server"]
CMD ["8095"]
