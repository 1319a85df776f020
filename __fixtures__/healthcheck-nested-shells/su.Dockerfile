FROM debian:12
ENV PORT=8095
EXPOSE 8095
HEALTHCHECK CMD su app8095 -c "curl -fsS http://localhost:8095/ready" && sudo -u app wget -q --spider localhost:8095
CMD ["/srv/run"]
