FROM python:2.7
EXPOSE 8095
CMD python -m SimpleHTTPServer 8095
