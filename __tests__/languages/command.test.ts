// biome-ignore-all lint/suspicious/noTemplateCurlyInString: shell scripts are written with such expansions
import fc from 'fast-check';
import { findInShell, findInWords } from '../../src/languages/command.ts';
import { MappedText } from '../../src/text/mapped-text.ts';
import { inShort } from './code-findings.ts';
import { othersIn, portsIn, unmark, variablesIn } from './marked-ports.ts';

const START = { exposed: new Set<number>(), kind: 'start' } as const;
const RUN = { exposed: new Set<number>(), kind: 'run' } as const;

/** Command lines with their ports in marks; no other digits may be found as ports. */
const CASES: readonly string[] = [
  // servers
  'uvicorn main:app --host 0.0.0.0 --port «8095» --workers 8095',
  'gunicorn -b 0.0.0.0:«8095» -w 4 --timeout 8095 app:app',
  'gunicorn --bind=:«8095» app:app',
  'python3.12 -m uvicorn main:app --port=«8095»',
  'python -m http.server «8095»',
  'python manage.py runserver 0.0.0.0:«8095»',
  'php -S 0.0.0.0:«8095» -t /srv/8095',
  'java -Xmx8095m -Dserver.port=«8095» -jar app.jar --server.port=«8096»',
  'node server.js --port «8095»',
  'myserver --listen :«8095» --workers 8095 --upstream http://other:‹8096›',
  'myserver -p «8095»',
  'myserver --http-port=«8095» --db-port ‹8096› --max-size 8095',
  'socat TCP-LISTEN:«8095»,fork TCP:db:‹8096›',
  // clients
  'curl -f -m 8095 http://localhost:«8095»/8096',
  'curl --retry 8095 --data port=1 http://db:‹8095›/',
  'wget -qO- --timeout=8095 http://127.0.0.1:«8095»/',
  'nc -z -w 8095 localhost «8095»',
  'nc -zw 8095 db ‹8095›',
  'pg_isready -h localhost -p «8095» -t 8095',
  'redis-cli -p «8095» ping',
  'grpc_health_probe -addr=:«8095»',
  'exec 3<>/dev/tcp/localhost/«8095»',
  'echo > /dev/tcp/db/‹8095›',
  // wrappers
  'exec uvicorn a:b --port «8095»',
  'env A=1 PORT=«8095» uvicorn a:b --port «8096»',
  'PORT=«8095» uvicorn a:b',
  'gosu 8095:8095 uvicorn a:b --port «8096»',
  'tini -g -- uvicorn a:b --port «8095»',
  'dumb-init uvicorn a:b --port «8095»',
  'timeout 8095 curl localhost:«8095»',
  'timeout -k 8095 8095 curl localhost:«8096»',
  'nohup sudo -u app uvicorn a:b --port «8095» &',
  'su app -c "uvicorn a:b --port «8095»"',
  'dockerize -wait tcp://db:‹8095› -timeout 8095s uvicorn a:b --port «8096»',
  'wait-for-it db:‹8095› -t 8095 -- uvicorn a:b --port «8096»',
  'nice -n 5 ionice -c 2 uvicorn a:b --port «8095»',
  'xargs -n 1 curl http://localhost:«8095»/',
  // scripts in scripts
  "sh -c 'curl localhost:«8095»'",
  'bash -lc "exec uvicorn a:b --port «8095»"',
  'sh -c \'sh -c "nc -z localhost «8095»"\'',
  'sh -c "sh -c \'sh -c \\"nc -z localhost «8095»\\"\'"',
  "eval 'curl localhost:«8095»'",
  'curl localhost:«8095» || (sleep 8095; exit 1)',
  'test "$(curl -s -o /dev/null -w %{http_code} http://localhost:«8095»/)" = 200',
  'if nc -z localhost «8095»; then exit 0; fi',
  'for i in 1 2; do curl localhost:«8095» && break; done',
  'f() { curl localhost:«8095»; }; f',
  'cat <<E | sh\ncurl localhost:«8095»\nE\n',
  'echo "curl localhost:«8095»" | sh',
  // code
  'python -c "import urllib.request as u; u.urlopen(\'http://localhost:«8095»\', timeout=8095)"',
  "node -e \"require('http').get('http://localhost:«8095»/8096')\"",
  'perl -e \'use IO::Socket; IO::Socket::INET->new("localhost:«8095»") or exit 1\'',
  'php -r "fsockopen(\'localhost\', «8095»);"',
  'ruby -rsocket -e \'TCPSocket.new("localhost", «8095»)\'',
  "python3 - <<'E'\nimport socket\nsocket.create_connection(('localhost', «8095»))\nE\n",
  // tests
  ': "${PORT:=«8095»}" ${TIMEOUT:=8095} ${DB_PORT:-‹8096›}',
  'myserver --orders-host orders --orders-port ‹8096› --port «8095»',
  'myserver --orders-host=orders --http-port «8095» --orders-port=‹8096›',
  'java -Dorders.host=orders -Dorders.port=‹8096› -jar app.jar',
  'mytool --host db --port ‹8096›',
  'mytool --host 0.0.0.0 --port «8095»',
  'mytool --host "$ANY" --port «8095»',
  'mytool --host :: -p «8095»',
  'mytool "Host=db;Port=‹8096›"',
  'mytool host=db port=‹8096›',
  'ORDERS_HOST=orders ORDERS_PORT=‹8096› PORT=«8095» mytool',
  '[ "$PORT" = «8095» ] && [ "$COUNT" = 8095 ]',
  '[ -n "http://localhost:«8095»" ]',
  'netstat -an | grep 0.0.0.0:«8095»',
  "netstat -an | grep '0\\.0\\.0\\.0:«8095»'",
  // tools
  'sleep 8095',
  'useradd -u 8095 app && chown 8095:8095 /srv/8095',
  'kill -9 8095; exit 80',
  'mkdir -p /srv/8095 && cd /srv/8095',
  'git clone --depth 8095 https://example.com/8095.git',
  'pip install a==8095 && apt-get install -y b=8095',
  '',
  '# curl localhost:8095',
];

/** Commands that RUN has, which write what the container reads. */
const WRITTEN: readonly string[] = [
  'echo "Listen «8095»" >> /etc/apache2/ports.conf',
  'echo "listening on localhost:“8095”"',
  'echo 8095',
  "printf 'port %s\\nport «8095»\\n' x > /etc/redis.conf",
  'echo "port «8095»" | tee -a /etc/redis.conf',
  'echo "port «8095»" | sudo tee /etc/redis.conf >/dev/null',
  'cat > /etc/nginx/conf.d/a.conf <<E\nserver { listen «8095»; keepalive_timeout 8095; }\nE\n',
  'tee /etc/apache2/ports.conf <<E\nListen «8095»\nE\n',
  "sed -i 's/listen 8096/listen «8095»/' /etc/nginx/nginx.conf",
  "sed -i -e 's/Listen 8095/Listen «8096»/' -e 's/8095 ms/8096 ms/' /etc/apache2/ports.conf",
  "perl -pi -e 's/Listen 8095/Listen «8096»/' /etc/apache2/ports.conf",
  'apt-key adv --keyserver hkp://keys.example.com:‹8095› --recv-keys 8095',
  'curl -fsSL https://example.com:‹8095›/a.tgz | tar xz',
  'service nginx start && curl -f http://localhost:«8095»/ && service nginx stop',
  'export SERVICE_PORT=«8095»',
];

describe('commands', () => {
  test.each(CASES)('%s', (marked) => {
    const { text, ports } = unmark(marked);
    expect(portsIn(findInShell(text, START))).toEqual(ports);
  });

  test.each(WRITTEN)('while the image is built: %s', (marked) => {
    const { text, ports } = unmark(marked);
    expect(portsIn(findInShell(text, RUN))).toEqual(ports);
  });

  test('a list of words is the command itself, without a shell between', () => {
    const read = (...words: string[]) =>
      inShort(
        findInWords(
          words.map((word) => MappedText.of(word)),
          START,
        ),
      );
    expect(read('uvicorn', 'a:b', '--port', '8095')).toEqual(['8095']);
    expect(read('sh', '-c', 'curl "localhost:8095"')).toContain('8095');
    expect(read('tini', '--', 'sh', '-c', 'exec uvicorn a:b --port 8095')).toContain('8095');
    expect(read()).toEqual([]);
  });

  test('variables in the places of ports are found, those in other places are known as such', () => {
    const findings = findInShell(MappedText.of('uvicorn a:b --port $P --workers ${W:-8095} --host $H'), START);
    expect(variablesIn(findings)).toEqual(['P']);
    expect(inShort(findings)).toContain('$W other');
    expect(variablesIn(findInShell(MappedText.of('curl "http://localhost:${P:-8095}/"'), START))).toEqual(['P']);
  });

  test('numbers of flags that are no ports are known as such', () => {
    expect(othersIn(findInShell(MappedText.of('uvicorn a:b --workers 8095 --port 8096'), START))).toContain('8095');
    expect(othersIn(findInShell(MappedText.of('curl -m 8095 localhost:8096'), START))).toContain('8095');
  });

  test('a client that uses its default is told which argument to add', () => {
    const implicit = (script: string) =>
      findInShell(MappedText.of(script), { ...START, kind: 'check' }).flatMap((finding) =>
        finding.kind === 'port' && finding.implicit?.how === 'argument' ? [[finding.port, finding.implicit.hint]] : [],
      );
    expect(implicit('redis-cli ping; exit 0')).toEqual([[6379, '-p {port}']]);
    expect(implicit('pg_isready -U 1')).toEqual([[5432, '-p {port}']]);
    expect(implicit('redis-cli -p 6380 ping')).toEqual([]);
    expect(implicit('redis-cli -h cache ping 1')).toEqual([]);
  });

  test('a bare number that EXPOSE has is probably that port, for a program that nobody knows', () => {
    const exposed = { ...START, exposed: new Set([8095]) };
    expect(inShort(findInShell(MappedText.of('myserver 8095 8096'), exposed))).toEqual(['8095?']);
    expect(inShort(findInShell(MappedText.of('myserver 8095'), START))).toEqual([]);
  });

  test('scripts nested without end are read to a depth, and reading ends', () => {
    let script = 'curl localhost:8095';
    for (let i = 0; i < 12; i++) script = `sh -c ${quoted(script)}`;
    expect(() => findInShell(MappedText.of(script), START)).not.toThrow();
    const deep = `${'sh -c '.repeat(3000)} 8095`;
    expect(() => findInShell(MappedText.of(deep), START)).not.toThrow();
    expect(() => findInShell(MappedText.of(`${'exec '.repeat(5000)} a --port 8095`), START)).not.toThrow();
  });

  test('reading never throws', () => {
    const piece = fc.constantFrom(
      ...[
        'curl ',
        'sh -c ',
        'python -c ',
        'node -e ',
        'sed ',
        'echo ',
        'env ',
        'gosu a ',
        'tee ',
        '[ ',
        'localhost:',
        '8095',
      ],
      ...[
        ' ',
        '"',
        "'",
        '\\',
        '|',
        '&&',
        ';',
        '>',
        '>>',
        '<<E\n',
        '\nE\n',
        '$',
        '${',
        '}',
        '(',
        ')',
        '-p',
        '--port=',
        '/',
        's/',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const script = pieces.join('');
        for (const finding of findInShell(MappedText.of(script), START)) {
          const source = finding.at.toSource();
          if (source !== undefined) expect(script.slice(source.start, source.end)).toBe(finding.at.text);
        }
      }),
      { numRuns: 1500 },
    );
  });
});

/** A word in double quotes, for a script within a script. */
function quoted(script: string): string {
  return `'${script.replaceAll("'", "'\\''")}'`;
}
