FROM mysql:8.4
EXPOSE 8095
CMD ["mysqld", "-P8095", "-u8095"]
