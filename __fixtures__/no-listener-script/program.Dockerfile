FROM gcr.io/distroless/static
COPY orders /orders
USER nonroot
EXPOSE 8095
ENTRYPOINT ["/orders"]
