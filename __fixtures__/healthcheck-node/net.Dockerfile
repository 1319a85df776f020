FROM node:20
ENV PORT=8095
EXPOSE 8095
HEALTHCHECK CMD node --eval "const s = require('net').connect(8095); s.setTimeout(8095); s.on('connect', () => process.exit(0)).on('error', () => process.exit(1))"
CMD ["node", "server.js"]
