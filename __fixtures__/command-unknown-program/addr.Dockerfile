FROM scratch
EXPOSE 8095
ENTRYPOINT ["/server", "--addr", ":8095", "--metrics-addr=:8095"]
