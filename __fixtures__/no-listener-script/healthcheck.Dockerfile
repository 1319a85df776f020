FROM python:3.12
HEALTHCHECK CMD curl -f http://localhost:8095/health
COPY entrypoint.sh /
ENTRYPOINT ["/entrypoint.sh"]
