FROM tomcat:10
ENV PORT=8095
RUN sed -i 's/8095/8095/' /etc/app.conf
EXPOSE 8095
