FROM node:20
ENV PORT=8095
EXPOSE 8095
HEALTHCHECK CMD ["node", "-e", "require('http').request({host: '127.0.0.1', port: process.env.PORT || 8095, timeout: 8095}, r => process.exit(r.statusCode !== 200)).end()"]
CMD ["node", "server.js"]
