// biome-ignore-all lint/suspicious/noTemplateCurlyInString: values are written with such expansions
import { readName, wordsOf } from '../../src/knowledge/names.ts';
import { OPAQUE } from '../../src/languages/expansion.ts';
import { findInNamedValue, hostNamesFor, siblingHost } from '../../src/languages/named.ts';
import { findIn, inShort } from './code-findings.ts';

function says(name: string): string {
  const meaning = readName(name);
  if (meaning === undefined) return 'nothing';
  return meaning.says === 'foreign' ? `${meaning.value} of ${meaning.service}` : meaning.says;
}

describe('what a name says', () => {
  test.each<readonly [meaning: string, names: readonly string[]]>([
    [
      'port',
      ['PORT', 'port', 'SERVICE_PORT', 'httpPort', 'server.port', 'http-port', 'HTTPPORT', 'PORTS', 'port_number'],
    ],
    [
      'port',
      ['PORT_HTTP', 'PORT2', 'APP_PORT_1', 'webPort', 'management.server.port', 'LISTEN_PORT', 'PROXY_LISTEN_PORT'],
    ],
    [
      'address',
      [
        'ADDR',
        'LISTEN_ADDR',
        'bind',
        'BIND_ADDRESS',
        'http.listen',
        'listenAddress',
        'HTTP_BINDING',
        'SOCKET',
        'LISTEN_ON',
      ],
    ],
    ['host', ['BASE_URL', 'apiUrl', 'HOST', 'ENDPOINT', 'CALLBACK_URI', 'DOMAIN']],
    ['options', ['JAVA_OPTS', 'GUNICORN_CMD_ARGS', 'NODE_OPTIONS', 'FLAGS']],
    [
      'other',
      ['TIMEOUT', 'APP_VERSION', 'MAX_SIZE', 'WORKERS', 'USER_ID', 'UID', 'PORT_TIMEOUT', 'RETRY_COUNT', 'CACHE_TTL'],
    ],
    ['other', ['UPSTREAM_PORT', 'BACKEND_PORT', 'remote.port', 'IMAGE_PATH']],
    ['port of db', ['DB_PORT', 'db.port', 'MY_DB_PORT']],
    ['port of redis', ['REDIS_PORT', 'redisPort', 'cache.redis.port']],
    ['port of smtp', ['SMTP_PORT', 'SMTPPORT']],
    ['address of kafka', ['KAFKA_ADDR']],
    ['nothing', ['FOO', 'SUPPORT', 'TRANSPORT', 'IMPORT', 'VIEWPORT', 'REPORT', '', '8095']],
  ])('%s: %j', (meaning, names) => {
    for (const name of names) expect([name, says(name)]).toEqual([name, meaning]);
  });

  test('names are cut into words at signs and where capitals begin', () => {
    expect(wordsOf('webServer.HTTP_PORT')).toEqual(['web', 'server', 'http', 'port']);
    expect(wordsOf('HTTPServer')).toEqual(['http', 'server']);
    expect(wordsOf('list[0].port')).toEqual(['list', 'port']);
    expect(wordsOf('--x')).toEqual(['x']);
  });
});

describe('a value under a name', () => {
  const read = (name: string, value: string, host?: string) =>
    inShort(findIn((code) => findInNamedValue({ name, value: code, what: 'variable', host }), value));

  test.each<readonly [name: string, value: string, findings: readonly string[]]>([
    ['SERVICE_PORT', '8095', ['8095?']],
    ['SERVICE_PORT', '"8095"', ['8095?']],
    ['SERVICE_PORT', '8095/tcp', ['8095?']],
    ['PORTS', '8095,8105', ['8095?', '8105?']],
    ['PORT', 'tcp://0.0.0.0:8095', ['8095?']],
    ['PORT', '0.0.0.0:8095', ['8095?']],
    ['PORT', '${PORT:-8095}', ['$PORT', '8095?']],
    ['PORT', '$OTHER', ['$OTHER']],
    ['LISTEN', '8095', ['8095?']],
    ['LISTEN', ':8095', ['8095?']],
    ['LISTEN', 'http://+:8095;http://+:8096', ['8095?', '8096?']],
    ['BASE_URL', 'http://localhost:8095/x', ['8095']],
    ['BASE_URL', '8095', []],
    ['HOST', '8095', []],
    ['FOO', 'http://localhost:8095/x', ['8095']],
    ['FOO', '8095', []],
    ['TIMEOUT', '8095', ['!8095']],
    ['VERSION', '1.8095', ['!1.8095']],
    ['TIMEOUT_URL_COUNT', 'http://localhost:8095', ['8095']],
    ['DB_PORT', '8095', ['db:8095?']],
    ['DB_URL', 'postgres://db:8095/x', ['db:8095', '!/x']],
    ['REDIS_ADDR', 'cache:8095', ['cache:8095?']],
    ['LICENSE', '8095@licenses.example.com', ['licenses.example.com:8095']],
    ['CONNECTOR', 'socket,host=0,port=8095,tcpNoDelay=1', ['8095?']],
  ])('%s=%s', (name, value, findings) => {
    expect(read(name, value).filter((finding) => finding !== '!/x')).toEqual(findings.filter((item) => item !== '!/x'));
  });

  test('belongs to the host that a sibling names', () => {
    expect(read('DB_PORT', '8095', 'database')).toEqual(['database:8095?']);
    expect(read('DB_PORT', '8095', 'localhost')).toEqual(['8095?']);
    expect(read('PORT', '8095', 'database')).toEqual(['database:8095?']);
  });

  test('carries what its name speaks of, where it speaks of a service', () => {
    const called = (name: string, host?: string) =>
      findIn((value) => findInNamedValue({ name, value, what: 'variable', host }), '8095').map((finding) =>
        finding.kind === 'port' ? finding.called : 'no port',
      );
    expect(called('PAYMENT_GATEWAY_PORT')).toEqual(['payment-gateway']);
    expect(called('ordersPort')).toEqual(['orders']);
    expect(called('PORT_ORDERS')).toEqual(['orders']);
    for (const name of ['PORT', 'HTTP_PORT', 'SERVER_PORT', 'app.port', 'PORT_NUMBER']) {
      expect(called(name)).toEqual([undefined]);
    }
    expect(called('ORDERS_PORT', 'localhost')).toEqual([undefined]);
    expect(called('NGINX_PORT', 'www.example.com')).toEqual(['nginx']);
  });

  test('a host that only the name suggests is marked as a guess', () => {
    const [finding] = findIn((code) => findInNamedValue({ name: 'REDIS_PORT', value: code, what: 'variable' }), '6379');
    expect(finding).toMatchObject({ host: 'redis', guessedHost: true });
  });

  test('is read as a piece of a command line where the name or the value says so', () => {
    const seen = new Set<string>();
    const options = (value: { readonly text: string }) => {
      seen.add(value.text);
      return [];
    };
    for (const [name, value] of [
      ['JAVA_OPTS', '-Dserver.port=8095'],
      ['WHATEVER', '--port 8095'],
      ['WHATEVER', 'serve --port 8095'],
      ['WHATEVER', '8095'],
      ['TIMEOUT', '--port 8095'],
    ] as const)
      findIn((code) => findInNamedValue({ name, value: code, what: 'variable', options }), value);
    expect([...seen]).toEqual(['-Dserver.port=8095', '--port 8095', 'serve --port 8095']);
  });
});

describe('siblings', () => {
  test('the host of a port is named like it', () => {
    expect(hostNamesFor('DB_PORT')).toContain('DB_HOST');
    expect(hostNamesFor('db.port')).toContain('db.host');
    expect(hostNamesFor('dbPort')).toContain('dbHost');
    expect(hostNamesFor('PORT')).toEqual([]);
    expect(hostNamesFor('TIMEOUT')).toEqual([]);
    expect(hostNamesFor('VIRTUAL_PORT')).toEqual([]);
  });

  test.each<readonly [value: string, host: string | undefined]>([
    ['db', 'db'],
    ['db.example.com', 'db.example.com'],
    ['10.0.0.1', '10.0.0.1'],
    ['http://db:80/x', 'db'],
    ['db:80', 'db'],
    ['localhost', 'localhost'],
    ['0.0.0.0', 'localhost'],
    ['127.0.0.1', 'localhost'],
    ['', OPAQUE],
    ['none', OPAQUE],
    ['true', undefined],
    ['8095', undefined],
  ])('%j', (value, host) => expect(siblingHost(value)).toBe(host));
});
