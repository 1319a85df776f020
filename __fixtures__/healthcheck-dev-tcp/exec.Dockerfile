FROM debian:12
ENV PORT=8095
EXPOSE 8095
HEALTHCHECK CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8095 && echo -e 'PING' >&3 && ! test -e /dev/tcp/10.1.1.1/8095"]
CMD ["/srv/run"]
