FROM oven/bun:1
ENV PORT=8095
EXPOSE 8095
HEALTHCHECK CMD ["bun", "-e", "const r = await fetch(new URL('/health', 'http://127.0.0.1:8095')); process.exit(r.ok ? 0 : 1)"]
CMD ["bun", "run", "server.ts"]
