FROM scratch
EXPOSE 8095
ENTRYPOINT ["/server", "--listen", "0.0.0.0:8095", "--timeout", "8095"]
