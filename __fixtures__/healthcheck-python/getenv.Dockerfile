FROM python:3.12
ENV PORT=8095
HEALTHCHECK CMD python -c "import os, urllib.request as u; u.urlopen('http://localhost:' + os.getenv('PORT', '8095') + '/health')"
EXPOSE 8095
CMD ["python", "app.py"]
