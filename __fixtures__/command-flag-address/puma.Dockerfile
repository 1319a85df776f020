FROM ruby:3.3
EXPOSE 8095
CMD ["puma", "-b", "tcp://0.0.0.0:8095"]
