FROM ruby:3.3
EXPOSE 8095
CMD ["rails", "s", "-b0.0.0.0", "-p8095"]
