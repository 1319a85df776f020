FROM node:20
ENV PORT=8095
CMD ["node", "server.js"]