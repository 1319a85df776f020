FROM caddy:2
EXPOSE 8095
CMD ["caddy", "file-server", "--root", "/srv", "--listen", ":8095"]
