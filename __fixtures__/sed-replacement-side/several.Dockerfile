FROM nginx:1.27
RUN sed -i -e 's/listen       80;/listen 8095;/' -e 's#:80/#:8095/#g' /etc/nginx/conf.d/default.conf
EXPOSE 8095
