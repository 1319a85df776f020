FROM node:20
ENV PORT=8095
EXPOSE 8095
HEALTHCHECK CMD ["curl", "--fail", "127.0.0.1:8095/ready"]
CMD ["node", "server.js"]
