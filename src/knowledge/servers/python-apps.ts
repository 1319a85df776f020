import type { Program } from '../program.ts';
import { words } from '../words.ts';

/** Applications written in Python that bring their own server: notebooks, dashboards, schedulers, tools. */
export const pythonAppServers: readonly Program[] = [
  {
    names: ['celery'],
    peers: words('-b --broker --result-backend'),
    others: words(`
      -A --app --loader --config --workdir -n --hostname -l --loglevel -f --logfile -c --concurrency -P --pool
      --autoscale --max-tasks-per-child --max-memory-per-child --time-limit --soft-time-limit -Q --queues -X -s
      --schedule --pidfile --prefetch-multiplier --max-interval
    `),
    operands: ['other'],
    source: 'https://docs.celeryq.dev/en/stable/reference/cli.html',
  },
  {
    names: ['celery'],
    subcommands: ['flower'],
    ports: ['--port'],
    peers: words('-b --broker --broker-api --broker_api --result-backend'),
    others: words(`
      -A --app --address --basic-auth --basic_auth --conf --db --loader --config --workdir --max-tasks --max_tasks
      --max-workers --url-prefix --url_prefix --inspect-timeout --purge-offline-workers
    `),
    operands: ['other'],
    defaultPort: 5555,
    source: 'https://flower.readthedocs.io/en/latest/config.html',
  },
  {
    names: ['deepaas-run'],
    ports: ['--listen-port'],
    others: words('--listen-ip --workers --model-name'),
    operands: ['other'],
    defaultPort: 5000,
    source: 'https://docs.ai4eosc.eu/projects/deepaas/en/stable/cli/deepaas-run.html',
  },
  {
    names: ['devpi-server'],
    ports: ['--port'],
    addresses: ['--listen'],
    others: words(`
      --host --threads --max-request-body-size --outside-url --serverdir --role --request-timeout
      --primary-url
    `),
    operands: ['other'],
    defaultPort: 3141,
    source: 'https://devpi.net/docs/devpi/devpi/stable/+doc/adminman/server.html',
  },
  {
    names: ['flower'],
    ports: ['--port'],
    peers: words('--broker --broker-api --broker_api'),
    others: words('--address --basic-auth --basic_auth --conf --db --max-tasks --max_tasks --url-prefix --url_prefix'),
    operands: ['other'],
    defaultPort: 5555,
    source: 'https://flower.readthedocs.io/en/latest/config.html',
  },
  {
    names: ['glances'],
    ports: ['-p', '--port'],
    hosts: ['-c', '--client'],
    others: words('-B --bind -C --config -t --time -u --disable-plugin --enable-plugin'),
    operands: ['other'],
    source: 'https://glances.readthedocs.io/en/latest/cmds.html',
  },
  {
    names: ['hug'],
    ports: ['-p', '--port'],
    others: words('-f --file -m --module -ho --host -c --command'),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://github.com/hugapi/hug/blob/develop/hug/development_runner.py',
  },
  {
    names: ['locust'],
    ports: words('-P --web-port --port --master-bind-port'),
    peers: ['-H', '--host'],
    others: words(`
      -f --locustfile -u --users -c --clients -r --spawn-rate --hatch-rate -t --run-time --web-host --master-host
      --master-port --master-bind-host --expect-workers --expect-slaves --csv --html -L --loglevel --logfile -s
      --stop-timeout --exit-code-on-error --processes -n --num-request
    `),
    operands: ['other'],
    defaultPort: 8089,
    source: 'https://docs.locust.io/en/stable/configuration.html',
  },
  {
    names: ['mitmdump', 'mitmproxy', 'mitmweb'],
    ports: words('-p --listen-port --port --web-port --web-iface-port'),
    addresses: words('-m --mode'),
    settings: { flags: ['--set'], ports: ['listen_port', 'web_port'], addresses: ['mode'] },
    others: words(`
      --listen-host --web-host -s --scripts -w --save-stream-file -r --rfile -S --server-replay -C
      --client-replay -M --map-remote -B --modify-body -H --modify-headers --certs --anticache= --proxyauth
      --upstream-auth --ignore-hosts --allow-hosts --tcp-hosts
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://docs.mitmproxy.org/stable/concepts-options/',
  },
  {
    names: ['mkdocs', 'properdocs'],
    subcommands: ['serve'],
    addresses: ['-a', '--dev-addr'],
    others: words('-f --config-file -t --theme -w --watch'),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://www.mkdocs.org/user-guide/cli/#mkdocs-serve',
  },
  {
    names: ['mod_wsgi-express'],
    subcommands: ['setup-server', 'start-server'],
    ports: words('--port --https-port --http2-port'),
    others: words(`
      --host --processes --threads --max-clients --initial-workers --minimum-spare-workers --maximum-spare-workers
      --limit-request-body --maximum-requests --startup-timeout --shutdown-timeout --restart-interval
      --request-timeout --graceful-timeout --eviction-timeout --connect-timeout --socket-timeout --queue-timeout
      --inactivity-timeout --header-timeout --body-timeout --user --group --url-alias --document-root --server-root
      --server-name --working-directory --log-level --log-directory
    `),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://github.com/GrahamDumpleton/mod_wsgi/blob/develop/src/server/__init__.py',
  },
  {
    names: ['moto_server', 'moto.server'],
    ports: ['-p', '--port'],
    others: words('-H --host -c --ssl-cert -k --ssl-key'),
    operands: ['other'],
    defaultPort: 5000,
    source: 'https://docs.getmoto.org/en/latest/docs/server_mode.html',
  },
  {
    names: ['odoo', 'odoo-bin', 'odoo.py', 'openerp-server', 'odoo-server'],
    ports: words('-p --http-port --xmlrpc-port --longpolling-port --gevent-port --xmlrpcs-port'),
    others: words(`
      --http-interface --xmlrpc-interface -d --database -r --db_user -w --db_password --db_host --db_port --db_maxconn
      --db-template --db_sslmode -c --config -D --data-dir -i --init -u --update --workers --limit-request
      --limit-memory-soft --limit-memory-hard --limit-time-cpu --limit-time-real --max-cron-threads --log-level
      --logfile --smtp --smtp-port --smtp-user --smtp-password --addons-path --load --test-tags
    `),
    operands: ['other'],
    defaultPort: 8069,
    source: 'https://www.odoo.com/documentation/18.0/developer/reference/cli.html',
  },
  {
    names: ['pypi-server', 'pypiserver'],
    ports: ['-p', '--port'],
    others: words(`
      -i --host --interface -P --passwords -a --authenticate --log-file --log-stream --log-frmt --log-req-frmt
      --log-res-frmt --log-err-frmt --server --server-method --hash-algo --welcome --cache-control --backend
      --fallback-url --health-endpoint --root
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://github.com/pypiserver/pypiserver#options',
  },
  {
    names: ['rq-dashboard', 'rq_dashboard'],
    ports: ['-p', '--port'],
    peers: words('-u --redis-url'),
    others: words(`
      -b --bind -H --redis-host -P --redis-port --redis-password -D --redis-database --url-prefix --username
      --password -c --config --poll-interval --interval
    `),
    operands: ['other'],
    defaultPort: 9181,
    source: 'https://github.com/Parallels/rq-dashboard/blob/master/rq_dashboard/cli.py',
  },
  {
    names: ['SABnzbd.py', 'sabnzbd', 'sabnzbdplus'],
    ports: ['--https'],
    addresses: ['-s', '--server'],
    others: words('-b --browser -f --config-file -l --logging -t --templates'),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://sabnzbd.org/wiki/advanced/command-line-parameters',
  },
  {
    names: ['sanic', 'sanic.__main__'],
    ports: ['-p', '--port'],
    others: words('-H --host -u --unix -w --workers --cert --key --tls --http= -R --reload-dir --path --worker-class'),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://sanic.dev/en/guide/running/running.html',
  },
  {
    names: ['sentry'],
    subcommands: ['run'],
    addresses: ['-b', '--bind'],
    others: words('-w --workers -c --concurrency --config -l --loglevel -q --queues'),
    operands: ['other'],
    defaultPort: 9000,
    source: 'https://github.com/getsentry/sentry/blob/master/src/sentry/runner/commands/run.py',
  },
  {
    names: ['sphinx-autobuild'],
    ports: words('--port -p'),
    others: words('--host --re-ignore --ignore --watch --delay --pre-build --post-build -b -c -d -D -j -t -w -A -H'),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://github.com/sphinx-doc/sphinx-autobuild#readme',
  },
  {
    names: ['sqlite_web', 'sqlite_web.py'],
    ports: ['-p', '--port'],
    others: words(`
      -H --host -l --log-file -r= -R --rows-per-page -Q --query-rows-per-page -u --url-prefix -e --extension
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://github.com/coleifer/sqlite-web#command-line-options',
  },
  {
    names: ['thumbor'],
    ports: ['-p', '--port'],
    others: words('-i --ip -f --fd -c --conf -k --keyfile -l --log-level -a --app --processes'),
    operands: ['other'],
    defaultPort: 8888,
    source: 'https://thumbor.readthedocs.io/en/latest/running.html',
  },
  {
    names: ['tracd'],
    ports: ['-p', '--port'],
    others: words(`
      -a --auth --basic-auth -b --hostname --protocol -q= --base-path --pidfile --umask --group --user -e
      --env-parent-dir
    `),
    operands: ['other'],
    defaultPort: 80,
    source: 'https://trac.edgewall.org/wiki/TracStandalone',
  },
  {
    names: ['twist', 'twist3', 'twistd'],
    subcommands: ['web', 'web2', 'websocket'],
    addresses: words('-p --port --listen --http --https'),
    others: words(`
      -l --logfile -y --python -f --file -u --uid -g --gid --pidfile --rundir --umask --reactor --path --wsgi --class
      --resource-script --logger --add-header
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://docs.twisted.org/en/stable/web/howto/using-twistedweb.html',
  },
];
