FROM node:20
WORKDIR /srv
COPY . .
EXPOSE 8095
CMD ["node", "dist/server.js"]
