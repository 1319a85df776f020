FROM elasticsearch:8.14.0
EXPOSE 9200
CMD ["elasticsearch", "-Ehttp.port=9200"]
