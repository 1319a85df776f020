FROM node:20
EXPOSE 8000-8010
CMD ["node", "server.js"]
