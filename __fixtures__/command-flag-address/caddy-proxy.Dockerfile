FROM caddy:2
EXPOSE 8095
CMD ["caddy", "reverse-proxy", "--from", ":8095", "--to", "http://app.internal:8095"]
