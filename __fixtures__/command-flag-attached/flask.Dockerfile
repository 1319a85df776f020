FROM python:3.12
EXPOSE 8095
CMD flask run -p8095
