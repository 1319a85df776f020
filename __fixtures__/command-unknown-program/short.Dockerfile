FROM scratch
EXPOSE 8095
ENTRYPOINT ["/server", "-p", "8095"]
