FROM gcr.io/distroless/static
ENV GRPC_PORT=8095
EXPOSE 8095
HEALTHCHECK CMD ["/bin/grpc_health_probe", "-addr", "localhost:8095"]
CMD ["/server"]
