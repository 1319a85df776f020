FROM perl:5.40
EXPOSE 8095
HEALTHCHECK CMD perl -MIO::Socket::INET -e 'exit(IO::Socket::INET->new(PeerAddr => "localhost", PeerPort => 8095, Timeout => 8095) ? 0 : 1)'
CMD ["plackup", "--port", "8095", "app.psgi"]
