FROM python:3.12
EXPOSE 8095
CMD nohup timeout 8095 su app -c 'exec uvicorn app:app --port 8095' 2>&1 | tee /var/log/8095.log
