FROM httpd:2.4
# what sed looks for is in a file that this change does not touch
RUN sed -i 's/Listen 80/Listen 8095/' /usr/local/apache2/conf/httpd.conf
EXPOSE 8095
