FROM debian:12
RUN echo '{"listen": ":8095", "timeout": 8095}' > /etc/app.json
EXPOSE 8095
CMD ["/srv/app"]
