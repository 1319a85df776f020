FROM node:20
EXPOSE 8095
CMD export PORT=${PORT:-8095} && node server.js
