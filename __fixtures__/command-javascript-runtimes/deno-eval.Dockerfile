FROM denoland/deno:1.45
EXPOSE 8095
CMD ["deno", "eval", "Deno.serve({ port: 8095 }, () => new Response('ok'))"]
