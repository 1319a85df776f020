FROM python:3.12-slim
EXPOSE 8095
CMD ["hypercorn", "--bind", "[::]:8095", "shop:app"]
