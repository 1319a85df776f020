FROM node:20
EXPOSE 8095
CMD ["npx", "serve", "-s", "build", "-l", "8095"]
