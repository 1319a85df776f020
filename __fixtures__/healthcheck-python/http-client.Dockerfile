FROM python:3.12
ENV PORT=8095
HEALTHCHECK CMD ["python3", "-c", "from http.client import HTTPConnection; c = HTTPConnection('localhost', 8095, timeout=8095); c.request('GET', '/8095')"]
EXPOSE 8095
CMD ["python", "app.py"]
