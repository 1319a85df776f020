FROM nginx:1.27
RUN echo 'server { listen 80; }' > /etc/nginx/conf.d/default.conf
EXPOSE 80
HEALTHCHECK CMD ["wget", "-q", "--spider", "http://localhost/"]
