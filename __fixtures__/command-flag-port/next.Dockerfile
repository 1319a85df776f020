FROM node:20
EXPOSE 8095
CMD ["npx", "next", "start", "-p", "8095", "--keepAliveTimeout", "8095"]
