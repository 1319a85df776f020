FROM node:20
EXPOSE 8095
CMD ng serve --host 0.0.0.0 --port 8095 --poll 8095
