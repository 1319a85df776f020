FROM alpine:3.20
EXPOSE 8095
CMD while true; do nc -lp 8095 < /srv/page; done
