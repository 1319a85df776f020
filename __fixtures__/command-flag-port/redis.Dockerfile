FROM redis:7
EXPOSE 8095
CMD ["redis-server", "--port", "8095", "--timeout", "8095"]
