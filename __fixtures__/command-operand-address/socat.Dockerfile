FROM alpine/socat
EXPOSE 8095
CMD ["-d", "TCP-LISTEN:8095,fork", "TCP:db.internal:8095"]
