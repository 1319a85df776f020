FROM haproxy:3.0
RUN cat > /usr/local/etc/haproxy/haproxy.cfg <<EOF
defaults
  timeout client 8095
frontend web
  bind *:8095
backend app
  server one 10.0.0.5:8095 check
EOF
EXPOSE 8095
