FROM alpine:3.20
EXPOSE 8095
CMD ["ncat", "-lk", "-p", "8095", "-e", "/bin/cat"]
