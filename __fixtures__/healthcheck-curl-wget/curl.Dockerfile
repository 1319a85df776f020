FROM node:20
ENV PORT=8095
EXPOSE 8095
HEALTHCHECK --interval=8095s --timeout=10s --start-period=8095ms --retries=3 \
  CMD curl -m 8095 --connect-timeout 8095 -fsS http://localhost:8095/health/8095 || exit 1
CMD ["node", "server.js"]
