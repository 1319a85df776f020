FROM python:3.12
ENV PORT=8095
HEALTHCHECK CMD python -c "import urllib.request as u; u.urlopen('http://localhost:8095/health', timeout=8095)"
EXPOSE 8095
CMD ["python", "app.py"]
