FROM node:20
EXPOSE 8095
CMD ["node", "-e", "require('http').createServer((q, r) => r.end('ok')).listen(8095)"]
