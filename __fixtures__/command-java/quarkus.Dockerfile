FROM eclipse-temurin:21-jre
EXPOSE 8095
CMD java -Dquarkus.http.port=8095 -Dquarkus.http.idle-timeout=8095 -jar quarkus-run.jar
