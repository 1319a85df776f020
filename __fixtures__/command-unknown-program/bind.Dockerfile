FROM scratch
EXPOSE 8095
ENTRYPOINT ["/server", "--bind=:8095", "--shutdown-timeout=8095"]
