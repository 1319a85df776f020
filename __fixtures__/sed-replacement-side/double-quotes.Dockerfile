FROM tomcat:10
ENV PORT=80
EXPOSE 80
RUN sed -i "s|port=\"80\"|port=\"8095\"|" conf/server.xml \
 && sed --in-place=.bak -E 's/(connectionTimeout=")[0-9]+/\18095/' conf/server.xml
EXPOSE 8095
