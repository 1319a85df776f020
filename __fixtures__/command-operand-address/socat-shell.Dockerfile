FROM alpine:3.20
EXPOSE 8095
CMD socat -T 8095 TCP4-LISTEN:8095,reuseaddr,fork TCP4:db.internal:8095
