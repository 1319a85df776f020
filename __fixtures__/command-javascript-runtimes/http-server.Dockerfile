FROM node:20
EXPOSE 8095
CMD npx http-server ./public -p 8095 -c8095
