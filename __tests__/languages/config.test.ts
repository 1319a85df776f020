// biome-ignore-all lint/suspicious/noTemplateCurlyInString: configuration is written with such placeholders
import fc from 'fast-check';
import { type CodeLanguage, findInConfig } from '../../src/languages/config.ts';
import { MappedText } from '../../src/text/mapped-text.ts';
import { othersIn, portsIn, unmark, variablesIn } from './marked-ports.ts';

/** Each case: a file, and text with the ports in marks; no other digits may be found as ports. */
const CASES: readonly (readonly [target: string | undefined, marked: string])[] = [
  // nginx
  ['/etc/nginx/conf.d/a.conf', 'listen «8095» default_server;'],
  ['/etc/nginx/conf.d/a.conf', 'listen [::]:«8095» ssl ipv6only=on;'],
  ['/etc/nginx/conf.d/a.conf', 'listen 10.1.2.3:«8095»;'],
  ['/etc/nginx/conf.d/a.conf', 'listen unix:/run/8095.sock;'],
  ['/etc/nginx/nginx.conf', 'worker_connections 4096;\nkeepalive_timeout 65;'],
  ['/etc/nginx/nginx.conf', 'proxy_pass http://other:‹80›;\nproxy_pass http://127.0.0.1:«3000»/v1;'],
  ['/etc/nginx/nginx.conf', 'upstream a { server php:‹9000›; server 127.0.0.1:«9001» weight=80; }'],
  [undefined, 'server { listen «80»; location / { fastcgi_pass 127.0.0.1:«9000»; } return 301 /80; }'],
  // Apache
  ['/etc/apache2/ports.conf', 'Listen «8095»'],
  ['/etc/apache2/ports.conf', 'Listen 0.0.0.0:«8095» https'],
  [undefined, '<VirtualHost *:«8095»>\n  ServerName localhost:«8095»\n  DocumentRoot /srv/8095\n</VirtualHost>'],
  [undefined, '<VirtualHost _default_:«443» [::]:«8443»>'],
  ['/etc/httpd/conf/httpd.conf', 'ServerName www.example.com:‹80›\nTimeout 300'],
  ['/etc/apache2/sites-enabled/a.conf', 'ProxyPass /80 ajp://localhost:«8009»/'],
  // haproxy, squid, privoxy, Traffic Server, lighttpd
  [undefined, 'frontend web\n  bind *:«8095»,:«8443» ssl\nbackend app\n  server s1 10.0.0.1:‹80› check'],
  ['/etc/squid/squid.conf', 'http_port «3128» intercept\nacl Safe_ports port 80'],
  ['/etc/privoxy/config', 'listen-address 127.0.0.1:«8118»\nforward-socks5 / localhost:«9050» .'],
  [undefined, 'CONFIG proxy.config.http.server_ports STRING «80» «443»:ssl'],
  ['/etc/lighttpd/lighttpd.conf', 'server.port = «8080»\n$SERVER["socket"] == ":«443»" { }'],
  // the port of another program beside its host
  ['/etc/rsyslog.conf', 'action(type="omfwd" target="loghost" port="‹8095›" protocol="tcp")'],
  ['/etc/rsyslog.conf', 'action(type="ommysql" server="db" serverport="‹8095›")'],
  ['/etc/rsyslog.conf', 'input(type="imtcp" port="«8095»")'],
  ['/etc/postgresql/postgresql.conf', "port = «5432»\nprimary_conninfo = 'host=main port=‹5432› user=x'"],
  ['/etc/my.cnf', '[client]\nhost = db.example.com\nport = ‹8095›\n[mysqld]\nport = «8096»'],
  ['/etc/my.cnf', '[client]\nport = «8095»\n[mysqld]\nbind-address = 0.0.0.0\nport = «8095»'],
  [
    '/etc/pgbouncer/pgbouncer.ini',
    '[databases]\n* = host=db port=‹5432› auth_user=x\napp = host=db2 port=‹5432› dbname=app\n[pgbouncer]\nlisten_port = «6432»',
  ],
  ['/etc/dovecot/dovecot-sql.conf.ext', 'connect = host=db port=‹8095› dbname=mail'],
  [
    '/etc/dovecot/conf.d/auth.conf',
    'passdb {\n  args = host=ldap port=‹8095›\n}\ninet_listener imap {\n  port = «143»\n}',
  ],
  ['/etc/raddb/proxy.conf', 'home_server x {\n  ipaddr = radius2\n  port = ‹8095›\n}'],
  ['/etc/raddb/mods-enabled/sql', 'sql {\n  server = "db"\n  port = ‹8095›\n}'],
  ['/etc/raddb/radiusd.conf', 'listen {\n  ipaddr = *\n  port = «1812»\n}'],
  ['/etc/xrdp/xrdp.ini', '[Globals]\nport=«3389»\n[vnc-any]\nip=10.0.0.9\nport=‹8095›'],
  [
    '/etc/turnserver.conf',
    'redis-statsdb="ip=10.0.0.2 dbname=2 port=‹8095›"\npsql-userdb="host=db dbname=c port=‹8095›"',
  ],
  ['/app/uwsgi.ini', 'carbon = graphite:‹8095›'],
  ['/etc/tinyproxy/tinyproxy.conf', 'Port «8888»\nConnectPort 8095'],
  ['/etc/rabbitmq/rabbitmq.conf', 'mqtt.listeners.tcp.default = «1883»\nstomp.listeners.tcp.1 = «61613»'],
  [
    '/opt/kafka/config/server.properties',
    'controller.quorum.voters=1@localhost:«9093»\nlisteners=CONTROLLER://:«9093»',
  ],
  ['/opt/kafka/config/server.properties', 'controller.quorum.voters=1@kafka1:‹9093›,2@kafka2:‹9093›'],
  ['envoy.yaml', 'address: { socket_address: { address: 0.0.0.0, port_value: «8080» } }'],
  ['envoy.yaml', 'endpoint: { address: { socket_address: { address: app, port_value: ‹8080› } } }'],
  ['envoy.yaml', 'socket_address:\n  address: app\n  port_value: ‹8080›'],
  ['backends.yaml', 'backends:\n  - address: a1\n    port_value: ‹8080›'],
  ['fluent.conf', '<server>\n  host agg\n  port ‹24224›\n</server>'],
  ['fluent.conf', '<source>\n  @type forward\n  bind 0.0.0.0\n  port «24224»\n</source>'],
  [
    'fluent.conf',
    '<source>\n  @type forward\n  port «8000»\n  bind 0.0.0.0\n</source>\n<match **>\n  <server>\n    name s1\n    host agg\n    port ‹8000›\n  </server>\n</match>',
  ],
  ['fluent.conf', '<match **>\n  host a\n  port ‹8000›\n</match>'],
  ['a.yml', 'peers:\n  - { host: a, port: ‹8000› }\n  - { host: 0.0.0.0, port: «8000» }'],
  ['a.yml', 'address:\n  socket_address: { address: backend2, port_value: ‹8000› }'],
  ['a.yml', 'address:\n  socket_address: { address: 0.0.0.0, port_value: «8000» }'],
  ['pipeline.conf', 'output { tcp { host => "x" port => ‹8080› } }\ninput { tcp { port => «5000» } }'],
  // Java
  ['conf/server.xml', '<Connector port="«8080»" redirectPort="«8443»" proxyPort="443" connectionTimeout="20000"/>'],
  ['conf/server.xml', '<Server port="«8005»" shutdown="SHUTDOWN">'],
  [undefined, 'port="«8080»" secure="true" proxyPort="${P}"'],
  [undefined, '<socket-binding name="http" port="${jboss.http.port:«8080»}"/>'],
  ['application.properties', 'server.port=«8080»\nmanagement.server.port=«8081»\nserver.tomcat.threads.max=8080'],
  ['application.yml', 'server:\n  port: ${PORT:«8080»}\nspring:\n  redis:\n    host: cache\n    port: ‹6379›'],
  [undefined, 'jetty.http.port=«8080»'],
  [undefined, '<property><name>fs.defaultFS</name><value>hdfs://localhost:«9000»</value></property>'],
  [undefined, '<param name="listen-port" value="«8021»"/>'],
  // PHP
  ['/etc/php/fpm/pool.d/www.conf', 'listen = «9000»'],
  ['/etc/php/fpm/pool.d/www.conf', 'listen = 127.0.0.1:«9000»\npm.max_requests = 9000\nlisten.mode = 0660'],
  ['/etc/php/fpm/pool.d/www.conf', ';listen = 127.0.0.1:“9000”'],
  ['/usr/local/etc/php/conf.d/xdebug.ini', 'xdebug.remote_port = 9000\nxdebug.client_port=9003'],
  // databases and queues
  ['/etc/redis/redis.conf', 'port «6379»\ntimeout 6379\nreplicaof main ‹6379›'],
  [undefined, 'sentinel monitor mymaster 127.0.0.1 «6379» 2'],
  [undefined, '[mysqld]\nport = «3306»\nmax_connections = 3306'],
  ['/etc/postgresql/postgresql.conf', "port = «5432»\nlisten_addresses = '*'\nmax_connections = 100"],
  ['/etc/mongod.conf', 'net:\n  port: «27017»\n  bindIp: 0.0.0.0\noperationProfiling:\n  slowOpThresholdMs: 100'],
  [undefined, 'http.port: «9200»\ntransport.tcp.port: «9300»-«9400»'],
  [undefined, 'clientPort=«2181»\ntickTime=2000\nserver.1=zk1:‹2888›:‹3888›'],
  ['server.properties', 'listeners=PLAINTEXT://:«9092»\nadvertised.listeners=PLAINTEXT://kafka.example:‹9092›'],
  [undefined, '[{rabbit, [{tcp_listeners,[{"127.0.0.1",«5672»}]}]}, {m, [{listener, [{port, «15672»}]}]}].'],
  [undefined, '[{kernel,[{inet_dist_listen_min,«9001»},{inet_dist_listen_max,«9050»}]}].'],
  ['mosquitto.conf', 'listener «1883» 0.0.0.0\nport «1884»\nmax_inflight_messages 20'],
  // supervision, remote access
  ['/etc/supervisor/supervisord.conf', '[inet_http_server]\nport=127.0.0.1:«9001»\n[supervisord]\nminfds=1024'],
  ['/etc/ssh/sshd_config', 'Port «22»\nListenAddress 0.0.0.0:«22»\nClientAliveInterval 180'],
  ['/root/.ssh/config', 'Host *\n  Port 2222'],
  [undefined, '#Port “22”'],
  [undefined, '[Socket]\nListenStream=«8095»\nListenDatagram=127.0.0.1:«53»'],
  ['/etc/xrdp/xrdp.ini', 'port=«3389»\nmax_bpp=32'],
  // logs, mail, names
  [undefined, '$UDPServerRun «514»'],
  [undefined, 'input(type="imudp" port="«514»")'],
  [undefined, 'agentAddress  udp:«161»'],
  ['/etc/snmp/snmpd.conf', 'agentAddress udp:127.0.0.1:«161»,udp6:[::1]:«161»'],
  [undefined, '«2525» inet n - y - - smtpd\n  -o smtpd_timeout=2525'],
  [undefined, '«9999» stream tcp nowait approx /usr/sbin/approx'],
  [undefined, 'relayhost = [smtp.example.org]:‹587›'],
  [undefined, 'content_filter = smtp-amavis:[127.0.0.1]:«10024»'],
  [undefined, 'Socket inet:«8891»@localhost'],
  [undefined, 'service imap-login {\n  inet_listener imap {\n    port = «143»\n  }\n}'],
  [undefined, 'TCPSocket «3310»'],
  [undefined, 'bind_socket = "*:«11334»";'],
  ['/etc/bind/named.conf', 'listen-on port «53» { any; };\ninet * port «953» allow { localhost; };'],
  ['/etc/dnsmasq.d/consul', 'server=/consul/127.0.0.1#«8600»\nport=«53»\ncache-size=150'],
  ['/etc/cups/cupsd.conf', 'Listen 0.0.0.0:«631»\nMaxJobs 500'],
  // anonymity, files, voice
  [undefined, 'SocksPort 0.0.0.0:«9050» IsolateDestAddr\nControlPort «9051»'],
  [undefined, 'HiddenServicePort 80 127.0.0.1:«8080»'],
  [undefined, 'pasv_min_port=«10090»\npasv_max_port=«10100»\nlisten_port=«21»\nconnect_from_port_20=YES'],
  ['/etc/proftpd/proftpd.conf', 'Port «21»\nPassivePorts «60000» «60100»\nMaxInstances 30'],
  ['/etc/pure-ftpd/conf/Bind', ',«21»'],
  ['/etc/asterisk/http.conf', '[general]\nbindport=«8088»\ntlsbindaddr=0.0.0.0:«8089»'],
  ['/etc/services', 'gem  «50385»/tcp # 8095'],
  // settings of unknown programs
  [undefined, 'PORT=«8095»'],
  [undefined, 'APP_PORT: «8095»'],
  [undefined, '    "peer-port": «51312»,'],
  [undefined, 'web_addr: 0.0.0.0:«4040»'],
  [undefined, "exports.config = {host:'0.0.0.0',port:«8388»}"],
  [undefined, '$config["smtp_port"] = ‹587›;\n$config["port"] = «8095»;'],
  [undefined, "define('PORT', «8095»);\ndefine('TIMEOUT', 8095);"],
  [undefined, 'c.NotebookApp.port = «8888»'],
  [undefined, 'port = int(os.environ.get("PORT", «3000»))'],
  [undefined, 'ports:\n  - «8080»\n  - "9090:80"'],
  [undefined, '<port>«8095»</port><timeout>8095</timeout>'],
  [undefined, '[http]\nport = «8900»\n[database]\nhost = db\nport = ‹5432›'],
  [undefined, '[database]\nhost = 127.0.0.1\nport = «5432»'],
  [undefined, 'server=1\nport=«12455»'],
  [undefined, 'MYSQL_HOST=db\nMYSQL_PORT=‹3306›'],
  [undefined, 'http "" «7777»'],
  [undefined, 'frobnicate = ⟨8095⟩'],
  [undefined, 'bantime = 14400\nmaxlifetime = 8095\nretries: 8095\nversion = "8095"'],
  ['Caddyfile', ':«8095» {\n  reverse_proxy localhost:«3000»\n}'],
  ['Caddyfile', 'localhost:«80»'],
  // files without ports
  ['/etc/passwd', 'nginx:x:8095:101::/home/8095:/bin/sh'],
  ['/etc/hosts', '127.0.0.1 web-8095'],
  ['/root/.ssh/authorized_keys', 'ssh-rsa AAAAB3+22/80== me@host'],
  ['/etc/sysctl.conf', 'net.ipv4.ip_local_port_range = 50100 50400'],
];

describe('findInConfig', () => {
  test.each(CASES)('reads %s: %s', (target, marked) => {
    const { text, ports } = unmark(marked);
    expect(portsIn(findInConfig(text, target))).toEqual(ports);
  });

  test('all ports have the role config', () => {
    const found = findInConfig(unmark('Listen 80\nport = 81\nurl: http://localhost:82').text, undefined);
    expect(found.map((finding) => (finding.kind === 'port' ? finding.role : finding))).toEqual([
      'config',
      'config',
      'config',
    ]);
  });

  test('a directive of the known program is exact, the same words elsewhere are probable', () => {
    const certainties = (target: string | undefined) =>
      findInConfig(unmark('Listen 80').text, target).map((finding) => finding.kind === 'port' && finding.certainty);
    expect(certainties('/etc/apache2/ports.conf')).toEqual(['exact']);
    expect(certainties('/srv/own.conf')).toEqual(['probable']);
  });

  test.each([
    '- host: orders\n  port: 8000\n- host: billing\n  port: 8000',
    'peers:\n  - port: 8000\n    host: orders\n  - port: 8000\n    host: billing',
    '[[peer]]\nhost = "orders"\nport = 8000\n[[peer]]\nhost = "billing"\nport = 8000',
    'tcp { host => "orders" port => 8000 }\ntcp { host => "billing" port => 8000 }',
    '<peer host="orders" port="8000"/>\n<peer host="billing" port="8000"/>',
  ])('each item of a list has its own host: %j', (text) => {
    const hosts = findInConfig(MappedText.of(text), undefined).map((found) => found.kind === 'port' && found.host);
    expect(hosts).toEqual(['orders', 'billing']);
  });

  test('a port of udp says so', () => {
    expect(findInConfig(unmark('agentAddress udp:127.0.0.1:161').text, undefined)).toMatchObject([{ protocol: 'udp' }]);
  });

  test('variables and their defaults', () => {
    const found = findInConfig(unmark('listen ${PORT:-8095};\nlisten $OTHER;').text, '/etc/nginx/nginx.conf');
    expect(variablesIn(found)).toEqual(['PORT', 'OTHER']);
    expect(portsIn(found)).toEqual(['8095 at 15: own']);
  });

  test('numbers that surely are no port are reported with the reason', () => {
    expect(findInConfig(unmark('xdebug.remote_port=9000').text, undefined)).toMatchObject([
      { kind: 'other', at: { text: '9000' }, reason: "the port of the debugger on the developer's machine" },
    ]);
    expect(othersIn(findInConfig(unmark('HiddenServicePort 80 127.0.0.1:8080').text, undefined))).toEqual(['80']);
    expect(othersIn(findInConfig(unmark('timeout = 8095').text, undefined))).toEqual(['8095']);
  });

  test('\\n of echo ends a line, and positions stay those of the source', () => {
    const { text, ports } = unmark('Port «22»\\nUsePAM no\\nPort «2222»');
    expect(portsIn(findInConfig(text, undefined))).toEqual(ports);
  });

  test('JSON is read as JSON, also with escapes of echo between its members', () => {
    const { text, ports } = unmark('{\\n "port": «8095»,\\n "timeout": 8095\\n}');
    expect(portsIn(findInConfig(text, 'config.json'))).toEqual(ports);
  });

  test('an exposed number that nothing speaks for is left for review, small ones are not', () => {
    const { text, ports } = unmark('range-of-data = from ⟨10000⟩ to 80');
    expect(portsIn(findInConfig(text, undefined, { exposed: new Set([10000, 80]) }))).toEqual(ports);
    expect(portsIn(findInConfig(text, undefined))).toEqual([]);
  });
});

describe('findInConfig with readers', () => {
  function readWith(text: string, target: string | undefined) {
    const commands: string[] = [];
    const code: [CodeLanguage, string][] = [];
    findInConfig(MappedText.of(text), target, {
      commands: (command) => {
        commands.push(command.text);
        return [];
      },
      code: (language, program) => {
        code.push([language, program.text]);
        return [];
      },
    });
    return { commands, code };
  }

  test.each([
    [undefined, '[program:x]\ncommand=uvicorn app --port 8095', 'uvicorn app --port 8095'],
    ['/etc/systemd/system/a.service', '[Service]\nExecStart=/bin/a --port 8095', '/bin/a --port 8095'],
    [undefined, 'A_OPTS="--inet=0.0.0.0:10023"', '--inet=0.0.0.0:10023'],
    ['/runserver', 'waitress-serve --port 80 app', 'waitress-serve --port 80 app'],
    ['/etc/crontab', '5 4 * * * root curl -s http://localhost:80/', 'curl -s http://localhost:80/'],
    ['/etc/crontab', '5 4 * * * wget http://localhost:80/', 'wget http://localhost:80/'],
    ['/var/spool/cron/crontabs/root', '@reboot nc -l 80', 'nc -l 80'],
    ['/run.sh', 'python app.py 80', 'python app.py 80'],
    ['/usr/local/bin/start', 'exec serve 80', 'exec serve 80'],
    [undefined, '#!/bin/sh\nserve 80', '#!/bin/sh\nserve 80'],
    ['/root/.bashrc', 'alias j="jupyter --port=8882"', 'jupyter --port=8882'],
  ])('reads the command in %s: %s', (target, text, command) => {
    expect(readWith(text, target).commands).toContain(command);
  });

  test('the schedule of a crontab line is no port', () => {
    expect(othersIn(findInConfig(MappedText.of('5 4 * * * run'), '/etc/crontab'))).toEqual(['5 4']);
  });

  test.each([
    ['/srv/app.js', 'app.listen(80)', 'javascript'],
    ['/srv/app.py', 'run(80)', 'python'],
    [undefined, '#!/usr/bin/env node\nlisten(80)', 'javascript'],
  ])('hands the program in %s to its reader', (target, text, language) => {
    expect(readWith(text, target).code).toEqual([[language, text]]);
  });

  test('a variable that a script sets is read as a setting', () => {
    const { text, ports } = unmark('#!/bin/sh\nexport PORT=«8095»\nexec run');
    expect(portsIn(findInConfig(text, undefined, { commands: () => [] }))).toEqual(ports);
  });

  test('one finding for what two readers find', () => {
    const text = MappedText.of('#!/bin/sh\nPORT=8095');
    const same = () => findInConfig(text.slice(10), undefined);
    expect(findInConfig(text, undefined, { commands: same }).filter((finding) => finding.kind === 'port')).toHaveLength(
      1,
    );
  });
});

describe('findInConfig on any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'listen ',
      'port',
      '=',
      ': ',
      ':',
      '\n',
      '  ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '<Connector ',
      '/>',
      '"',
      "'",
      '${PORT:-80}',
      '$P',
      '8095',
      '80-90',
      '127.0.0.1:80',
      'http://',
      '\\n',
      '#',
      ';',
      'server ',
      '(',
      ')',
      ',',
      '#!/bin/sh\n',
      '\\',
    ),
    fc.string(),
  );
  const target = fc.constantFrom(
    undefined,
    '/etc/nginx/nginx.conf',
    'server.xml',
    '/etc/crontab',
    '/etc/services',
    'a.json',
  );

  test('never throws, and finds digits where it says', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), target, (pieces, name) => {
        const source = pieces.join('');
        for (const finding of findInConfig(MappedText.of(source), name, { exposed: new Set([8095]) })) {
          const place = finding.at.toSource();
          if (finding.kind !== 'port' || place === undefined || finding.implicit !== undefined) continue;
          expect(source.slice(place.start, place.end)).toBe(finding.at.text);
          expect(Number(finding.at.text)).toBe(finding.port);
        }
      }),
      { numRuns: 500 },
    );
  });
});
