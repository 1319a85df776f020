FROM node:20
EXPOSE 8095
CMD ["npm", "run", "dev", "--", "--host", "0.0.0.0", "--port", "8095"]
