import type { Program } from '../program.ts';
import { words } from '../words.ts';

/** Web servers, reverse proxies, caches and load balancers. */
export const webServers: readonly Program[] = [
  {
    names: ['apache2', 'apache2-foreground', 'apache2ctl', 'apachectl', 'httpd-foreground'],
    configuration: ['-C', '-c'],
    others: words('-d -f -D -k -e -E'),
    operands: ['other'],
    defaultPort: 80,
    source: 'https://httpd.apache.org/docs/current/programs/httpd.html',
  },
  {
    names: ['caddy'],
    ports: words('-port --port -http-port --http-port -https-port --https-port'),
    others: words(`
      -conf --conf -c --config -a --adapter -agree= -root --root -host --host -email --email -log --log -pidfile
      --pidfile --envfile -catimeout -grace -cpu -type
    `),
    operands: ['other'],
    source: 'https://caddyserver.com/docs/command-line',
  },
  {
    names: ['caddy'],
    subcommands: ['file-server'],
    addresses: ['-l', '--listen'],
    others: words('-d --domain -r --root'),
    operands: ['other'],
    defaultPort: 80,
    source: 'https://caddyserver.com/docs/command-line#caddy-file-server',
  },
  {
    names: ['caddy'],
    subcommands: ['respond'],
    addresses: ['-l', '--listen'],
    others: words('-s --status -H --header -b --body'),
    operands: ['other'],
    defaultPort: 80,
    source: 'https://caddyserver.com/docs/command-line#caddy-respond',
  },
  {
    names: ['caddy'],
    subcommands: ['reverse-proxy'],
    addresses: ['-f', '--from'],
    peers: ['-t', '--to'],
    others: words('-H --header-up -d --header-down'),
    operands: ['other'],
    defaultPort: 80,
    source: 'https://caddyserver.com/docs/command-line#caddy-reverse-proxy',
  },
  {
    names: ['darkhttpd'],
    ports: ['--port'],
    others: words(`
      --addr --maxconn --log --chroot= --index --mimetypes --default-mimetype --uid --gid --pidfile --auth --header
      --forward --forward-all --timeout
    `),
    operands: ['other'],
    source: 'https://github.com/emikulic/darkhttpd#how-to-run-darkhttpd',
  },
  {
    names: ['envoy'],
    configuration: ['--config-yaml'],
    others: words(`
      -c --config-path --mode --base-id --concurrency -l --log-level --log-path --restart-epoch
      --parent-shutdown-time-s --drain-time-s --service-cluster --service-node --service-zone
      --file-flush-interval-msec --admin-address-path --socket-path --socket-mode --max-stats
    `),
    operands: ['other'],
    source: 'https://www.envoyproxy.io/docs/envoy/latest/operations/cli',
  },
  {
    names: ['ghostunnel'],
    addresses: words('--listen --status'),
    peers: ['--target'],
    others: words(`
      --keystore --storepass --cert --key --cacert --allow-cn --allow-ou --timed-reload --shutdown-timeout
      --connect-timeout --metrics-interval --metrics-prefix --metrics-url
    `),
    operands: ['other'],
    source: 'https://github.com/ghostunnel/ghostunnel#usage',
  },
  {
    names: ['haproxy'],
    addresses: ['-S'],
    others: words('-f -C -D= -L -m -n -N -p -sf -st -x'),
    operands: ['other'],
    source: 'https://docs.haproxy.org/dev/management.html#3',
  },
  {
    names: ['httpd'],
    requires: words('-C -D -k -X'),
    configuration: ['-C', '-c'],
    others: words('-d -f -D -k -e -E'),
    operands: ['other'],
    defaultPort: 80,
    source: 'https://httpd.apache.org/docs/current/programs/httpd.html',
  },
  {
    names: ['httpd'],
    addresses: ['-p'],
    others: words('-c -d -h -u -r -m -e -k -C -D'),
    operands: ['other'],
    defaultPort: 80,
    source: 'https://www.busybox.net/downloads/BusyBox.html#httpd',
  },
  {
    names: ['lighttpd', 'lighttpd-angel'],
    others: words('-f -m'),
    operands: ['other'],
    source: 'https://github.com/lighttpd/lighttpd1.4/blob/master/doc/lighttpd.8',
  },
  {
    names: ['mini_httpd', 'mini-httpd'],
    ports: ['-p'],
    others: words('-C -d -dd= -c -u -h -i -T -P -M -E -S= -Y -l'),
    operands: ['other'],
    defaultPort: 80,
    source: 'https://acme.com/software/mini_httpd/mini_httpd_man.html',
  },
  {
    names: ['nginx', 'nginx-debug', 'openresty'],
    configuration: ['-g'],
    others: words('-c -e -p -s'),
    operands: ['other'],
    defaultPort: 80,
    source: 'https://nginx.org/en/docs/switches.html',
  },
  {
    names: ['nweb'],
    operands: ['port', 'other'],
    source: 'https://developer.ibm.com/articles/au-aix-nweb-web-server/',
  },
  {
    names: ['oauth2-proxy', 'oauth2_proxy'],
    addresses: words('-http-address --http-address -https-address --https-address --metrics-address'),
    peers: words(`
      -upstream --upstream -redirect-url --redirect-url --redis-connection-url -oidc-issuer-url --oidc-issuer-url
      -login-url --login-url -redeem-url --redeem-url -validate-url --validate-url -profile-url --profile-url
      -proxy-prefix --proxy-prefix
    `),
    others: words(`
      -client-id --client-id -client-secret --client-secret -cookie-name --cookie-name -cookie-secret --cookie-secret
      -cookie-domain --cookie-domain -cookie-expire --cookie-expire -cookie-refresh --cookie-refresh -email-domain
      --email-domain -provider --provider -skip-auth-regex --skip-auth-regex -config --config -scope --scope
      -authenticated-emails-file --authenticated-emails-file -htpasswd-file --htpasswd-file -flush-interval
      --upstream-timeout --whitelist-domain --github-org --github-team -tls-cert -tls-key --footer --banner
    `),
    operands: ['other'],
    defaultPort: 4180,
    source: 'https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview/',
  },
  {
    names: ['polipo', 'privoxy', 'tinyproxy'],
    settings: { flags: [], ports: ['proxyPort'] },
    others: words('-c -d= --pidfile --user --chroot='),
    operands: ['other'],
    source: 'https://www.privoxy.org/user-manual/startup.html',
  },
  {
    names: ['squid', 'squid3'],
    ports: words('-a -u'),
    others: words('-d -f -k -n -s= -m= -l'),
    operands: ['other'],
    defaultPort: 3128,
    source: 'https://manpages.debian.org/stable/squid/squid.8.en.html',
  },
  {
    names: ['static-web-server'],
    ports: ['-p', '--port'],
    others: words(`
      -a --host -f --fd -n --threads-multiplier --max-blocking-threads -d --root --page50x --page404 --page-fallback
      -g --log-level -c --cors-allow-origins -w --config-file --grace-period --cache-control-headers=
      --directory-listing=
    `),
    operands: ['other'],
    defaultPort: 80,
    source: 'https://static-web-server.net/configuration/command-line-arguments/',
  },
  {
    names: ['thttpd'],
    ports: ['-p'],
    others: words('-C -d -dd -u -c -h -l -i -T -P -M -t'),
    operands: ['other'],
    defaultPort: 80,
    source: 'https://acme.com/software/thttpd/thttpd_man.html',
  },
  {
    names: ['traefik'],
    addresses: words(`
      --entryPoints --entrypoints --entrypoints.*.address --entryPoints.*.address --web.address --ping.address --api.address --metrics.address
      --web-address --rest.address
    `),
    peers: words(`
      --docker.endpoint --providers.docker.endpoint --consul.endpoint --etcd.endpoint --zookeeper.endpoint
      --marathon.endpoint --kubernetes.endpoint --providers.kubernetescrd.endpoint
      --providers.kubernetesingress.endpoint --tracing.jaeger.localagenthostport
      --providers.consulcatalog.endpoint.address
    `),
    others: words(`
      --configFile --configfile -c --loglevel --logLevel --log.level --accesslog.filepath --acme.email --acme.storage
      --certificatesresolvers.*.acme.email --certificatesresolvers.*.acme.storage --providersthrottleduration
      --graceTimeOut --maxIdleConnsPerHost --docker.domain --docker.constraints
    `),
    operands: ['other'],
    defaultPort: 80,
    source: 'https://doc.traefik.io/traefik/reference/static-configuration/cli/',
  },
  {
    names: ['unitd', 'unitd-debug'],
    addresses: ['--control'],
    others: words('--pid --log --modulesdir --modules --statedir --state --tmpdir --tmp --user --group'),
    operands: ['other'],
    source: 'https://unit.nginx.org/installation/#startup-and-shutdown',
  },
  {
    names: ['varnishd'],
    addresses: words('-a -T'),
    peers: words('-b -M'),
    others: words('-f -F= -h -i -I -j -l -n -p -P -r -s -S -t -u -W -x -E -g -w'),
    operands: ['other'],
    defaultPort: 80,
    source: 'https://varnish-cache.org/docs/trunk/reference/varnishd.html',
  },
  {
    names: ['webfsd'],
    ports: ['-p'],
    others: words('-b -c -e -f -g -i -k -l -L -m -n -r -R -t -u -y -x -M -A -O'),
    operands: ['other'],
    defaultPort: 8000,
    source: 'https://manpages.debian.org/stable/webfs/webfsd.1.en.html',
  },
];
