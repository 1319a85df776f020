FROM debian:12
RUN printf '[inet_http_server]\nport=*:8095\n[program:web]\ncommand=gunicorn -b :8095 -t 8095 app:app\n' > /etc/supervisord.conf
EXPOSE 8095
CMD ["supervisord", "-n"]
