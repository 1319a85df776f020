FROM ruby:3.3
EXPOSE 8095
HEALTHCHECK CMD ["ruby", "-rnet/http", "-e", "exit Net::HTTP.get_response(URI('http://127.0.0.1:8095/up')).is_a?(Net::HTTPSuccess)"]
CMD ["rails", "server", "-b", "0.0.0.0", "-p", "8095"]
