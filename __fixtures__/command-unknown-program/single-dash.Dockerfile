FROM scratch
EXPOSE 8095
ENTRYPOINT ["/server", "-port=8095", "-http-port", "8095"]
