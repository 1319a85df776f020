FROM node:20
USER node
RUN npm ci
USER root
ENV PORT=8080
EXPOSE 8080
CMD ["node", "server.js"]
