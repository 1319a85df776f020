FROM node:20
ENV PORT=8095
EXPOSE 8095
HEALTHCHECK CMD node -e "require('http').get('http://localhost:8095/health', (r) => process.exit(r.statusCode === 200 ? 0 : 1))"
CMD ["node", "server.js"]
