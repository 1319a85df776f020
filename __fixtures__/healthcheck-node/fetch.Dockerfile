FROM node:20
ENV PORT=8095
EXPOSE 8095
HEALTHCHECK CMD node -e "fetch(\`http://localhost:\${process.env.PORT ?? 8095}/\`).then(r => process.exit(r.ok ? 0 : 1)); setTimeout(() => process.exit(2), 8095)"
CMD ["node", "server.js"]
