FROM ruby:3.3
EXPOSE 8095
HEALTHCHECK CMD ruby -rsocket -e 'TCPSocket.new("localhost", 8095).close'
CMD ["bundle", "exec", "puma", "-p", "8095", "-t", "5:8095"]
