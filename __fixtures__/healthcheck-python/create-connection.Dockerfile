FROM python:3.12
ENV PORT=8095
HEALTHCHECK CMD python -c 'import socket, time; time.sleep(8095); socket.create_connection(("localhost", 8095), 8095)'
EXPOSE 8095
CMD ["python", "app.py"]
