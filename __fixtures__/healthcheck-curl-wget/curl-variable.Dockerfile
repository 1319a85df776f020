FROM node:20
ENV PORT=8095
EXPOSE 8095
HEALTHCHECK CMD curl -f "http://127.0.0.1:${PORT:-8095}/" > /dev/null 2>&1
CMD ["node", "server.js"]
