FROM python:3.12
EXPOSE 8095
ENTRYPOINT ["/usr/bin/tini", "--", "gunicorn", "-b", ":8095", "-w", "8095", "app:app"]
