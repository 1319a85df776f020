FROM debian:12
COPY <<EOF /etc/systemd/system/app.socket
[Socket]
ListenStream=8095
Backlog=8095
EOF
EXPOSE 8095
CMD ["/lib/systemd/systemd"]
