FROM denoland/deno:1.45
EXPOSE 8095
CMD ["deno", "serve", "--port", "8095", "-A", "main.ts"]
