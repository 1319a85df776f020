FROM eclipse-temurin:21-jre
EXPOSE 8095
CMD ["java", "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=*:8095", "-jar", "/app.jar"]
