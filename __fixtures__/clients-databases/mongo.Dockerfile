FROM mongo:7
EXPOSE 27017
HEALTHCHECK CMD mongosh --quiet --port 27017 --eval "db.adminCommand('ping')"
CMD ["mongod", "--port", "27017", "--bind_ip_all"]
