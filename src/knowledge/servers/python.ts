import type { Program } from '../program.ts';
import { words } from '../words.ts';

/** Servers of Python web frameworks, and the interpreter's own modules. */
export const pythonServers: readonly Program[] = [
  {
    names: ['aiohttp.web'],
    ports: ['-P', '--port'],
    others: ['-H', '--hostname', '-U', '--path'],
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://docs.aiohttp.org/en/stable/web_quickstart.html#command-line-interface-cli',
  },
  {
    names: ['aiosmtpd'],
    addresses: ['-l', '--listen'],
    others: words('-c --class -s --size -u --user --tlscert --tlskey --smtpscert --smtpskey'),
    operands: ['other'],
    defaultPort: 8025,
    source: 'https://aiosmtpd.aio-libs.org/en/latest/cli.html',
  },
  {
    names: ['bottle', 'bottle.py'],
    addresses: ['-b', '--bind'],
    others: words('-s --server -p --plugin -c --conf -C --param'),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://github.com/bottlepy/bottle/blob/master/bottle.py',
  },
  {
    names: ['daphne'],
    ports: ['-p', '--port'],
    addresses: ['-e', '--endpoint'],
    others: words(`
      -b --bind -u --unix-socket --fd -v --verbosity -t --http-timeout --access-log --log-fmt --ping-interval
      --ping-timeout --websocket_timeout --websocket_connect_timeout --application-close-timeout --root-path
      --proxy-headers-host --proxy-headers-port -s --server-name
    `),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://github.com/django/daphne/blob/main/daphne/cli.py',
  },
  {
    names: ['django-admin', 'django-admin.py', 'manage', 'manage.py'],
    subcommands: ['runserver', 'runserver_plus', 'runsslserver'],
    ports: ['-p', '--port'],
    others: words('-h --host --settings --pythonpath -v --verbosity --cert-file --key-file'),
    operands: ['listen'],
    defaultPort: 8000,
    source: 'https://docs.djangoproject.com/en/stable/ref/django-admin/#runserver',
  },
  {
    names: ['django-admin', 'django-admin.py', 'manage', 'manage.py'],
    subcommands: ['testserver'],
    addresses: ['--addrport'],
    others: ['--settings', '--pythonpath', '-v', '--verbosity'],
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://docs.djangoproject.com/en/stable/ref/django-admin/#testserver',
  },
  {
    names: ['fastapi'],
    subcommands: ['dev', 'run'],
    ports: ['--port'],
    others: words('--host --root-path --workers --app --entrypoint -e --forwarded-allow-ips'),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://fastapi.tiangolo.com/fastapi-cli/',
  },
  {
    names: ['flask'],
    subcommands: ['run'],
    ports: ['-p', '--port'],
    others: words('-h --host -A --app -e --env-file --cert --key --extra-files --exclude-patterns'),
    operands: ['other'],
    defaultPort: 5000,
    source: 'https://flask.palletsprojects.com/en/stable/cli/#run-the-development-server',
  },
  {
    names: ['granian'],
    ports: words('--port'),
    others: words(`
      --host --uds --interface --http --workers --threads --blocking-threads --blocking-threads-idle-timeout
      --runtime-threads --runtime-blocking-threads --runtime-mode --threading-mode --loop --task-impl --backlog
      --backpressure --http1-buffer-size --http1-header-read-timeout --http2-initial-connection-window-size
      --http2-initial-stream-window-size --http2-keep-alive-interval --http2-keep-alive-timeout
      --http2-max-concurrent-streams --http2-max-frame-size --http2-max-headers-size --http2-max-send-buffer-size
      --log-level --log-config --access-log-fmt --ssl-certificate --ssl-keyfile --ssl-keyfile-password
      --url-path-prefix --respawn-interval --workers-lifetime --workers-kill-timeout --workers-graceful-timeout
      --workers-max-rss --reload-paths --reload-ignore-dirs --reload-ignore-patterns --reload-ignore-paths
      --process-name --pid-file
    `),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://github.com/emmett-framework/granian#options',
  },
  {
    names: ['gunicorn', 'gunicorn3', 'gunicorn_django', 'gunicorn_paster', 'gunicorn.app.wsgiapp'],
    addresses: ['-b', '--bind'],
    others: words(`
      -c --config --backlog -w --workers -k --worker-class --threads --worker-connections --max-requests
      --max-requests-jitter -t --timeout --graceful-timeout --keep-alive --limit-request-line --limit-request-fields
      --limit-request-field_size --reload-extra-file --chdir -e --env -p --pid --worker-tmp-dir -u --user -g --group
      -m --umask --forwarded-allow-ips --access-logfile --access-logformat --error-logfile --log-file --log-level
      --logger-class --log-config --statsd-host --statsd-prefix -n --name --pythonpath --paste --keyfile --certfile
      --ca-certs
    `),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://docs.gunicorn.org/en/stable/settings.html',
  },
  {
    names: ['http.server', 'SimpleHTTPServer', 'CGIHTTPServer', 'RangeHTTPServer'],
    others: words('-b --bind -d --directory -p --protocol --content-type --tls-cert --tls-key --tls-password-file'),
    operands: ['port', 'other'],
    defaultPort: 8000,
    source: 'https://docs.python.org/3/library/http.server.html#command-line-interface',
  },
  {
    names: ['hypercorn'],
    addresses: ['-b', '--bind', '--insecure-bind', '--quic-bind'],
    others: words(`
      -c --config -w --workers -k --worker-class --backlog --keep-alive --graceful-timeout --read-timeout
      --max-requests --max-requests-jitter -g --group -u --user -m --umask -p --pid --root-path --statsd-host
      --statsd-prefix --server-name --websocket-ping-interval --access-logfile --access-logformat --error-logfile
      --log-file --log-level --log-config --certfile --keyfile --ca-certs
    `),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://hypercorn.readthedocs.io/en/latest/how_to_guides/configuring.html',
  },
  {
    names: ['smtpd'],
    others: ['-c', '--class', '-s', '--size'],
    operands: ['listen', 'peer'],
    defaultPort: 8025,
    source: 'https://docs.python.org/3.11/library/smtpd.html',
  },
  {
    names: ['streamlit'],
    subcommands: ['hello', 'run'],
    ports: ['--server.port'],
    others: [
      '--browser.serverPort',
      '--server.address',
      '--browser.serverAddress',
      '--server.baseUrlPath',
      '--server.maxUploadSize',
    ],
    operands: ['other'],
    defaultPort: 8501,
    source: 'https://docs.streamlit.io/develop/api-reference/configuration/config.toml',
  },
  {
    names: ['uvicorn'],
    ports: ['--port'],
    others: words(`
      --host --uds --fd --reload-dir --reload-include --reload-exclude --reload-delay --workers --loop --http --ws
      --ws-max-size --ws-max-queue --ws-ping-interval --ws-ping-timeout --lifespan --interface --env-file --log-config
      --log-level --forwarded-allow-ips --root-path --limit-concurrency --backlog --limit-max-requests
      --timeout-keep-alive --timeout-graceful-shutdown --timeout-worker-healthcheck --ssl-keyfile --ssl-certfile
      --ssl-keyfile-password --ssl-version --ssl-cert-reqs --ssl-ca-certs --ssl-ciphers --header --app-dir
      --h11-max-incomplete-event-size
    `),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://www.uvicorn.org/settings/',
  },
  {
    names: ['uwsgi', 'uwsgi_python', 'uwsgi_python3', 'uwsgi-core'],
    addresses: words(`
      --http --https --http-socket --https-socket --http11-socket -s --socket --uwsgi-socket --fastcgi-socket
      --scgi-socket --suwsgi-socket --stats --stats-server --emperor-stats --emperor-stats-server
    `),
    peers: ['--http-to', '--subscribe-to', '--carbon'],
    others: words(`
      -p --processes --workers --threads -v --max-vars -w --wsgi --module --wsgi-file --callable -b --buffer-size --master-fifo -l
      --listen -t --harakiri --http-timeout --http-processes -z --socket-timeout --max-requests -R --chdir --uid --gid -H
      --home --virtualenv --pythonpath --pyargv --env --plugin --plugins --protocol --ini --yaml --json --logto
      --pidfile --gevent --async --cheaper --post-buffering --py-autoreload --static-map --mount
    `),
    operands: ['other'],
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Options.html',
  },
  {
    names: ['waitress-serve', 'waitress'],
    ports: ['--port'],
    addresses: ['--listen'],
    others: words(`
      --host --unix-socket --unix-socket-perms --url-scheme --url-prefix --ident --app --threads --backlog
      --recv-bytes --send-bytes --outbuf-overflow --inbuf-overflow --connection-limit --cleanup-interval
      --channel-timeout --trusted-proxy --trusted-proxy-count --max-request-header-size --max-request-body-size
      --asyncore-loop-timeout
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://docs.pylonsproject.org/projects/waitress/en/stable/runner.html',
  },
];
