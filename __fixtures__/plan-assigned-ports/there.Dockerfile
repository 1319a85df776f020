FROM node:20-slim
# The sign-in of the drifted service moves with it
ENV SIGN_IN_URL=http://drifted:8095/sign-in
EXPOSE 8080
CMD ["npx", "serve", "--listen", "8080"]
