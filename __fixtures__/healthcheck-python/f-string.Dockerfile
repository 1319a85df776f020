FROM python:3.12
ENV PORT=8095
HEALTHCHECK CMD python -c "import os, requests; requests.get(f'http://localhost:{os.environ.get(\"PORT\", 8095)}/health').raise_for_status()"
EXPOSE 8095
CMD ["python", "app.py"]
