// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the shell writes variables so
import fc from 'fast-check';
import { type ArgumentsPlace, findInArguments } from '../../src/languages/arguments.ts';
import { findInWords } from '../../src/languages/command.ts';
import { rowsOf } from '../../src/languages/program.ts';
import type { Finding } from '../../src/occurrence.ts';
import { MappedText } from '../../src/text/mapped-text.ts';
import { othersIn, portsIn, unmark, variablesIn } from './marked-ports.ts';

const PLACE: ArgumentsPlace = { exposed: new Set([8095]), kind: 'start' };

/** The words of a line; those within `'…'` are one. */
function wordsOf(line: MappedText): MappedText[] {
  return [...line.text.matchAll(/'([^']*)'|\S+/g)].map((match) =>
    match[1] === undefined
      ? line.slice(match.index, match.index + match[0].length)
      : line.slice(match.index + 1, match.index + match[0].length - 1),
  );
}

function read(line: MappedText, place = PLACE): Finding[] {
  const [program, ...args] = wordsOf(line);
  return findInArguments(program?.text ?? '', args, rowsOf(program?.text ?? ''), place);
}

function readLine(line: string, place = PLACE): Finding[] {
  return read(MappedText.of(line), place);
}

/** Command lines with all their ports in marks: `«own»`, `‹of another host›`, `⟨possible⟩`. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  'a flag of a row': [
    'uvicorn a:b --host 0.0.0.0 --port «8095» --workers 4 --limit-concurrency 8095',
    'uvicorn a:b --port=«8095» --timeout-keep-alive=8095',
    'gunicorn -w4 -b0.0.0.0:«8000» --timeout 8095 a:b',
    'redis-server --port «6380» --maxclients 8095',
    'gunicorn -b :«8000»,:«8001» a:b',
  ],
  'a flag whose value must be joined takes no other argument': [
    'mysqladmin -psecret8095 -P «3307» ping',
    'mysqladmin -p -P «3307» ping',
    'git daemon --timeout=8095 --port=«9418»',
  ],
  'letters behind one dash': [
    'nc -zw2 -v localhost «8095»',
    'nc -lp «8095»',
    'nc -nlvp «4444»',
    'nc -lk «8080»',
    'ncat -p «40000» --send-only -lkc cat',
  ],
  'a row that requires a flag': [
    'nc -l -p «8080»',
    'nc -l «8080»',
    'nc -p 8095 localhost «80»',
    'rsync --daemon --port=«8730»',
    'rsync --port=8095 host::x /srv',
    'php -S 0.0.0.0:«80» -t public',
    'php -S lily:«8000»',
  ],
  'a row for a subcommand, also of a tool': [
    'git daemon --port=«9418»',
    'hg serve -p «8000»',
    'caddy file-server --listen :«8080»',
  ],
  settings: [
    'postgres -c port=«5433» -c max_connections=8095',
    'sshd -o Port=«2222» -oport=«2223»',
    "sshd -o 'Port «2222»'",
    'php5-fpm --nodaemonize -d listen=«9000»',
    'php-fpm -d listen=app:«9000»',
    'elasticsearch -Ehttp.port=«9201» -Ecluster.name=8095',
    'rackup -O Port=«9293» config.ru',
    'polipo proxyAddress=0.0.0.0 proxyPort=«8123»',
  ],
  'peers are own only with a loopback host': [
    'oauth2-proxy --upstream=http://127.0.0.1:«8080» --upstream http://app:‹80›',
    'oauth2-proxy --upstream 8095 --upstream :8095',
    'varnishd -a :«80» -b backend:‹8080› -b localhost:«8081»',
    'curl -x proxy:‹3128› http://localhost:«80»/',
    'curl --resolve puppet:«8140»:127.0.0.1 http://localhost:«80»/',
    'curl --resolve puppet:‹8140›:10.0.0.1 http://localhost:«80»/',
    'websockify «6080» vnc:‹5900›',
    'websockify «6080» localhost:«5900»',
    'etcdctl --endpoints=http://a:‹2379›,http://localhost:«2380» get x',
  ],
  'names with a part that may be any': [
    'traefik --entrypoints.web.address=:«8095» --entryPoints.x.address :«81»',
    'traefik --entrypoints.a.b.address=:«8095»',
  ],
  'a flag that no row knows takes no value where operands are ports': [
    'http.server --cgi «80»',
    'http.server --some-timeout 8095 «80»',
  ],
  'a number behind a server that EXPOSE declares is for review, others are nothing': [
    'phantomjs render.js ⟨8095⟩ 1024',
    'my-own-server «8095» 1024',
    'docker run -p 8095:80 nginx 8095',
  ],
  'versions, platforms and extensions of a program': [
    '/usr/sbin/php-fpm7.4 -d listen=«9000»',
    'jenkins-2.440.war --httpPort=«8080»',
    'my_new_exporter --web.listen-address=:«9999» --log.level=8095',
    'node_exporter-linux-amd64 --web.listen-address=:«9100»',
  ],
  'a host name that a server listens on is its own': [
    'dotnet App.dll --urls=http://any.name:«8000»',
    'gunicorn --bind=app:«8000» a:b',
    'manage.py runserver app:«8000»',
    'gost -L=tcp://:«8080»/10.0.0.1:‹80›',
  ],
  tunnels: [
    'ssh -L «8080»:web:‹80› user@far',
    'ssh -L 127.0.0.1:«8080»:localhost:‹80› user@far',
    'ssh -R ‹9000›:localhost:«3000» -R ‹9001›:db:‹5432› far',
    'ssh -D «1080» -p ‹2222› far',
    'ssh -p «2222» root@localhost',
  ],
  'JSON as an argument': [
    `installer '{"host":"0.0.0.0","port":«5000»,"workers":8095}'`,
    `installer --config '{"port":«5000»}'`,
    `installer '[::]:«5000»'`,
  ],
  'connection strings': ["psql 'host=db port=‹5433› dbname=x'", "pg_isready -d 'host=localhost port=«5433»'"],
  'hosts that flags name': [
    'redis-cli -h db -p ‹6379› ping',
    'redis-cli -h localhost -p «6379» ping',
    'mongo --host localhost:«27018» --eval 8095',
    'mongo --host db:‹27018›',
    'wait-for-it -h db -p ‹5432›',
  ],
  properties: [
    'mvn jetty:run -Djetty.port=«9090» -T 8095',
    'mvn -Dspring-boot.run.arguments=--a.timeout=8095,--server.port=«8080»',
    'app -Dserver.port=«8080» -Dconnect.timeout=8095',
  ],
  'flags of programs that listen': [
    'streamlink --player-external-http --player-external-http-port «5555» url',
    'phantomjs --webdriver=«8910»',
    'phantomjs --webdriver=0.0.0.0:«8910»',
  ],
};

describe.each(Object.entries(LINES))('%s', (_, lines) => {
  test.each(lines)('%s', (marked) => {
    const { text, ports } = unmark(marked);
    expect(portsIn(read(text))).toEqual(ports);
  });
});

describe('what is known to be no port', () => {
  test.each([
    ['uvicorn --workers 8', ['8']],
    ['mysqladmin -psecret8095 ping', ['secret8095']],
    ['oauth2-proxy --upstream :8095', [':8095']],
    ['git clone --depth 8095', ['8095']],
    ['node_exporter --log.level=8095', ['8095']],
    ['timeout 8095', ['8095']],
    ['gosu app:8095', ['app:8095']],
  ])('%s', (line, others) => {
    expect(othersIn(readLine(line))).toEqual(others);
  });
});

describe('variables', () => {
  test.each([
    ['uvicorn --port $P', ['P']],
    ['oauth2-proxy --upstream $UPSTREAM', []],
    ['oauth2-proxy --upstream http://localhost:$P', ['P']],
    ['uvicorn --workers $N', []],
  ])('%s', (line, names) => {
    expect(variablesIn(readLine(line))).toEqual(names);
  });

  test('one at both ends of a tunnel is a port here and of another host', () => {
    const uses = readLine('ssh -L $P:web:$P far').map((use) => (use.kind === 'variable' ? use.host : use));
    expect(uses).toEqual([undefined, 'web']);
  });
});

test('the host of a peer is another one, whatever it is called', () => {
  const [found] = readLine('oauth2-proxy --upstream http://app:80');
  expect(found).toMatchObject({ kind: 'port', host: 'app', elsewhere: true });
});

describe('the default port of a client', () => {
  const implied = (line: string, kind: ArgumentsPlace['kind'] = 'check') =>
    readLine(line, { ...PLACE, kind }).flatMap((finding) =>
      finding.kind === 'port' && finding.implicit !== undefined ? [finding.port] : [],
    );

  test.each([
    ['redis-cli ping', [6379]],
    ['pg_isready -d app -U x', [5432]],
    ['mysqladmin ping -uroot', [3306]],
  ])('%s', (line, ports) => {
    expect(implied(line)).toEqual(ports);
  });

  test.each([
    'redis-cli --version',
    'redis-cli --help',
    'redis-cli -h db ping',
    'redis-cli -p 6380 ping',
    'redis-cli -u $URL ping',
    'redis-cli -s /run/redis.sock ping',
    'etcdctl --endpoints $ENDPOINTS get x',
    'uvicorn --reload',
  ])('not for %s', (line) => {
    expect(implied(line)).toEqual([]);
  });

  test('not while the image is built', () => {
    expect(implied('redis-cli ping', 'run')).toEqual([]);
  });
});

describe('configuration as an argument', () => {
  const texts: string[] = [];
  const readConfiguration = (text: MappedText, file: string): Finding[] => {
    texts.push(`${file}: ${text.text}`);
    return [];
  };

  test('is read as the file of the program', () => {
    readLine("nginx -c /etc/8095.conf -g 'daemon off; listen 8095;'", { ...PLACE, readConfiguration });
    expect(texts).toEqual(['nginx.conf: daemon off; listen 8095;']);
  });

  test('is no port where nothing reads it', () => {
    expect(portsIn(readLine("nginx -g 'listen 8095;'"))).toEqual([]);
  });
});

describe('a command of very many arguments takes time in proportion', () => {
  test.each([
    ['curl', '-H x:1'],
    ['nc', '-zw 1'],
    ['ssh', '-L 80:a:80'],
    ['java', '-Da=b'],
    ['launch', '-- x'],
    ['oauth2-proxy', '--upstream http://a:80'],
  ])('%s %s', (program, repeated) => {
    const words = [program, ...Array.from({ length: 20_000 }, () => repeated.split(' ')).flat()];
    const start = performance.now();
    findInWords(
      words.map((word) => MappedText.of(word)),
      PLACE,
    );
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

test('any arguments of any program are read, and what is found are their digits', () => {
  const program = fc.constantFrom('curl', 'nc', 'ssh', 'uvicorn', 'nginx', 'psql', 'php', 'etcdctl', 'mystery');
  const piece = fc.constantFrom(
    '-',
    '--',
    '-p',
    '-L',
    '-c',
    '--port',
    '=',
    ':',
    '8095',
    'db',
    ' ',
    '{"port":1}',
    '$P',
    '[',
  );
  const arg = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(program, fc.array(arg, { maxLength: 6 }), (name, args) => {
      let offset = 0;
      const file = args.join('\n');
      const words = args.map((text) => {
        const word = MappedText.of(text, offset);
        offset += text.length + 1;
        return word;
      });
      for (const finding of findInArguments(name, words, rowsOf(name), PLACE)) {
        const span = finding.at.toSource();
        if (finding.kind !== 'port' || finding.implicit !== undefined) continue;
        expect(file.slice(span?.start, span?.end)).toBe(String(finding.port));
      }
    }),
  );
});
