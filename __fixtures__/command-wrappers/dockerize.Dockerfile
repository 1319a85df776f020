FROM python:3.12
EXPOSE 8095
CMD dockerize -wait tcp://mq.internal:8095 -timeout 8095s uvicorn app:app --port 8095
