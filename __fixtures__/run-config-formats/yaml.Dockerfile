FROM debian:12
COPY <<EOF /etc/app/config.yaml
server:
  host: 0.0.0.0
  port: 8095
  idleTimeout: 8095
database:
  url: postgres://db.internal:8095/app
EOF
EXPOSE 8095
CMD ["/srv/app"]
