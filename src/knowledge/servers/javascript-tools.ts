import type { Program } from '../program.ts';
import { words } from '../words.ts';

/** Static file servers, mocks, emulators and applications that run on Node.js. */
export const javascriptToolServers: readonly Program[] = [
  {
    names: ['browser-sync'],
    ports: words('--port --ui-port'),
    peers: words('-p --proxy'),
    others: words(`
      -f --files --host --browser -b -c --config --startPath --directory= --reload-delay --reload-debounce --tunnel=
      --ss --serveStatic --index --ignore
    `),
    operands: ['other'],
    defaultPort: 3000,
    source: 'https://browsersync.io/docs/command-line',
  },
  {
    names: ['code-server', 'openvscode-server'],
    ports: ['-p', '--port'],
    addresses: ['--bind-addr'],
    others: words(`
      --host --auth --password --cert= --cert-key --user-data-dir --extensions-dir --config --socket --proxy-domain
      --session-socket --app-name --welcome-text --idle-timeout-seconds --connection-token --server-data-dir
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://github.com/coder/code-server/blob/main/src/node/cli.ts',
  },
  {
    names: ['configurable-http-proxy'],
    ports: words('--port --api-port --metrics-port --redirect-port'),
    peers: words('--default-target --error-target'),
    others: words(`
      --ip --api-ip --metrics-ip --log-level --timeout --proxy-timeout --keep-alive-timeout --storage-backend
      --pid-file --ssl-key --ssl-cert --redirect-to
    `),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://github.com/jupyterhub/configurable-http-proxy#command-line-options',
  },
  {
    names: ['docsify'],
    subcommands: ['serve'],
    ports: words('-p --port -P --livereload-port'),
    others: words('-i --index-name'),
    operands: ['other'],
    defaultPort: 3000,
    source: 'https://github.com/docsifyjs/docsify-cli#serve-command',
  },
  {
    names: ['harp'],
    subcommands: ['server'],
    ports: ['-p', '--port'],
    others: words('-i --ip'),
    operands: ['other'],
    defaultPort: 9000,
    source: 'https://github.com/sintaxi/harp',
  },
  {
    names: ['highcharts-export-server'],
    ports: words('--port --sslPort'),
    others: words(`
      --host --enableServer --workers --workLimit --rateLimit --logLevel --logDest --width --scale --constr --type
      --tmpdir
    `),
    operands: ['other'],
    defaultPort: 7801,
    source: 'https://github.com/highcharts/node-export-server#command-line-options',
  },
  {
    names: ['hs', 'http-server'],
    ports: ['-p', '--port'],
    peers: ['-P', '--proxy'],
    others: words(`
      -a -c -t -e --ext -d= -i= -C --cert -K --key --username --password --base-dir --proxy-options --mimetypes
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://github.com/http-party/http-server#available-options',
  },
  {
    names: ['live-server'],
    ports: ['--port'],
    peers: ['--proxy'],
    others: words(`
      --host --open= --watch --ignore --ignorePattern --wait --mount --middleware --entry-file --htpasswd --https
    `),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://github.com/tapio/live-server#usage-from-command-line',
  },
  {
    names: ['markserv'],
    ports: words('-p --port'),
    others: words('-a --address -b= -l='),
    operands: ['other'],
    defaultPort: 8642,
    source: 'https://github.com/markserv/markserv/blob/master/lib/cli-help.txt',
  },
  {
    names: ['netlify'],
    subcommands: ['dev'],
    ports: words('-p --port --target-port --functions-port'),
    others: words('-d --dir -c --command --context --filter -f --functions --framework'),
    operands: ['other'],
    defaultPort: 8888,
    source: 'https://cli.netlify.com/commands/dev/',
  },
  {
    names: ['node-red', 'node-red-pi'],
    ports: ['-p', '--port'],
    others: words('-s --settings -t --title -u --userDir -D --define --max-old-space-size='),
    operands: ['other'],
    defaultPort: 1880,
    source: 'https://nodered.org/docs/getting-started/local#command-line-usage',
  },
  {
    names: ['pm2', 'pm2-docker', 'pm2-runtime'],
    subcommands: ['expose', 'serve'],
    ports: ['--port'],
    others: words('-n --name --basic-auth-username --basic-auth-password -i'),
    operands: ['other', 'port', 'other'],
    defaultPort: 8080,
    source: 'https://pm2.keymetrics.io/docs/usage/expose/',
  },
  {
    names: ['serve'],
    ports: ['-p', '--port'],
    addresses: ['-l', '--listen'],
    others: words('-c --config --ssl-cert --ssl-key --ssl-pass'),
    operands: ['other'],
    defaultPort: 3000,
    source: 'https://github.com/vercel/serve/blob/main/source/utilities/cli.ts',
  },
  {
    names: ['sl-pm'],
    addresses: words('-l --listen'),
    others: words('-b --base -C --control'),
    operands: ['other'],
    defaultPort: 8701,
    source: 'https://github.com/strongloop/strong-pm/blob/master/bin/sl-pm.txt',
  },
  {
    names: ['superstatic'],
    ports: ['-p', '--port'],
    others: words('-o --host --hostname -c --config'),
    operands: ['other'],
    defaultPort: 3474,
    source: 'https://github.com/firebase/superstatic#usage',
  },
  {
    names: ['theia'],
    subcommands: ['start'],
    ports: words('-p --port'),
    others: words('-h --hostname --plugins --log-level --ssl= --cert --certkey --root-dir --app-project-path'),
    addresses: words('--inspect='),
    operands: ['other'],
    defaultPort: 3000,
    source: 'https://theia-ide.org/docs/composing_applications/',
  },
  {
    names: ['tileserver-gl', 'tileserver-gl-light'],
    ports: ['-p', '--port'],
    others: words('-b --bind -c --config -f --file --mbtiles -u --public_url -l --log_file -V= --log_format'),
    operands: ['other'],
    defaultPort: 8080,
    source: 'https://tileserver.readthedocs.io/en/latest/usage.html',
  },
  {
    names: ['wetty'],
    ports: ['-p', '--port'],
    others: words(`
      --host --ssh-host --ssh-port --ssh-user --ssh-pass --ssh-auth --ssh-key --ssh-config --sshhost --sshport
      --sshuser --sshauth --ssl-key --ssl-cert --title -b --base -c --command
    `),
    operands: ['other'],
    defaultPort: 3000,
    source: 'https://github.com/butlerx/wetty/blob/main/docs/flags.md',
  },
  {
    names: ['wrangler'],
    subcommands: ['dev'],
    ports: words('--port --inspector-port'),
    others: words('--ip -c --config -e --env --local-protocol --host --local-upstream --persist-to --var --log-level'),
    operands: ['other'],
    defaultPort: 8787,
    source: 'https://developers.cloudflare.com/workers/wrangler/commands/',
  },
  {
    names: ['ws'],
    ports: ['-p', '--port'],
    others: words(`
      -d --directory --hostname --log.format -s --spa -r --rewrite -b --blacklist --key --cert --max-connections
      --keep-alive-timeout -c --config-file
    `),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://github.com/lwsjs/local-web-server/wiki',
  },
];
