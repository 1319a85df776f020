FROM node:20-alpine
ENV PORT=8095
EXPOSE 8095
HEALTHCHECK CMD wget -q -T 8095 -t 3 --spider http://[::1]:8095/health && wget -qO- localhost:8095
CMD ["node", "server.js"]
