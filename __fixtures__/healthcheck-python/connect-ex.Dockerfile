FROM python:3.12
ENV PORT=8095
HEALTHCHECK CMD python -c "import socket, sys; s = socket.socket(); s.settimeout(8095); sys.exit(s.connect_ex(('127.0.0.1', 8095)))"
EXPOSE 8095
CMD ["python", "app.py"]
