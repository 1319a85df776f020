// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles are written with such placeholders
import fc from 'fast-check';

/**
 * Templates of instructions. `¶` stands for a port of the container, `§` for the same digits where
 * they are something else; `⧵` for the escape character; a blank may become several, a tab, or a continued line.
 */
const INSTRUCTIONS: readonly string[] = [
  // EXPOSE
  'EXPOSE ¶',
  'EXPOSE ¶/tcp 7000',
  'EXPOSE 7000 "¶"',
  'EXPOSE ${PORT:-¶}',
  // ENV and ARG
  'ENV SERVICE_PORT=¶',
  'ENV SERVICE_PORT ¶',
  'ENV SERVICE_PORT="¶" TIMEOUT_MS=§',
  "ENV MAX_SIZE='§' HTTP_PORT='¶' LANG=C",
  'ENV LISTEN_ADDR=0.0.0.0:¶ APP_VERSION=1.§.2',
  'ENV BASE_URL=http://localhost:¶/x DB_URL=postgres://db.internal:§/x',
  'ENV JAVA_OPTS="-Dserver.port=¶ -Xmx§m"',
  'ENV GUNICORN_CMD_ARGS="--bind=:¶ --timeout=§"',
  'ENV CONFIG=\'{"port":¶,"timeout":§}\'',
  'ENV ASPNETCORE_URLS=http://+:¶',
  'ENV REQUEST_TIMEOUT_MS=§',
  'ENV TIMEOUT_MS §',
  'ARG HTTP_PORT=¶',
  'ARG API_PORT="¶"',
  'ARG BUILD_NUMBER=§',
  'ENV BASE_ADDRESS=tcp://*:¶ WORKER_COUNT=§',
  'ENV CONFIG="{⧵"port⧵": ¶, ⧵"timeout⧵": §}"',
  'ENV LISTEN_PORTS=7000,¶ ALLOWED=§/x',
  'ENV FLASK_RUN_PORT=¶ FLASK_RUN_HOST=0.0.0.0',
  'ENV DB_HOST=db.internal DB_PORT=§',
  'ARG THING=¶\nEXPOSE $THING',
  'ENV ANYTHING ¶\nEXPOSE ${ANYTHING}/tcp',
  // LABEL
  'LABEL traefik.http.services.app.loadbalancer.server.port=¶',
  'LABEL "traefik.http.services.app.loadbalancer.server.port"="¶" org.opencontainers.image.version="1.§.0"',
  'LABEL io.openshift.expose-services="¶:http"',
  'LABEL org.opencontainers.image.revision=§',
  // RUN
  'RUN echo "Listen ¶" >> /etc/apache2/ports.conf',
  "RUN echo 'port ¶' > /etc/redis.conf && sleep §",
  "RUN sed -i 's/listen 80/listen ¶/' /etc/nginx/conf.d/default.conf",
  "RUN sed -i 's/timeout §/timeout 5/' /etc/app.conf",
  'RUN printf "port %s\\nport ¶\\n" x > /etc/redis.conf',
  'RUN echo "port ¶" | tee -a /etc/redis.conf > /dev/null',
  'RUN ["sh", "-c", "curl -m § http://localhost:¶/§"]',
  "RUN perl -pi -e 's/Listen 80/Listen ¶/' /etc/apache2/ports.conf",
  'RUN apt-get install -y thing=1.§-2 && groupadd -g § app',
  'RUN gpg --keyserver hkp://keys.example.com:§ --recv-keys §',
  'RUN useradd -u § app && chown §:§ /srv',
  'RUN pip install --no-cache-dir thing==1.§.0',
  'RUN curl -fsSL -m § https://files.example.com:§/a.tgz -o /tmp/§.tgz',
  'RUN cat > /etc/nginx/conf.d/a.conf <<EOF\nserver {\n  listen ¶;\n  keepalive_timeout §;\n  root /srv/§;\n}\nEOF',
  'RUN <<\'END\'\nset -e\nmkdir -p /srv/§\necho "Listen ¶" > /etc/apache2/ports.conf\nEND',
  'COPY <<EOF /etc/nginx/conf.d/b.conf\nserver { listen 0.0.0.0:¶; client_max_body_size §k; }\nEOF',
  // never
  'USER §:§',
  'WORKDIR /srv/§',
  'VOLUME /data/§',
  'COPY --chown=§:§ . /srv/§',
  'ADD https://files.example.com/§.tgz /srv/',
  'FROM registry.example.com:§/team/app:1.§.0',
  'STOPSIGNAL SIGTERM',
  'ONBUILD EXPOSE ¶',
  'ONBUILD ENV SERVICE_PORT=¶',
  'ONBUILD USER §',
];

/** Commands of HEALTHCHECK, as words; `⎵` is a blank within a word. */
const CHECKS: readonly (readonly string[])[] = [
  ['curl', '-f', 'http://localhost:¶/health'],
  ['curl', '-fsS', '-m', '§', 'http://127.0.0.1:¶/§/health'],
  ['curl', '--max-time', '§', 'localhost:¶'],
  ['wget', '-qO-', '--timeout=§', 'http://localhost:¶/'],
  ['nc', '-z', '-w', '§', 'localhost', '¶'],
  ['python3', '-c', "import urllib.request; urllib.request.urlopen('http://localhost:¶/health', timeout=§)"],
  ['python', '-c', "import socket; socket.create_connection(('127.0.0.1', ¶), timeout=§)"],
  ['python', '-c', "import http.client as h; c = h.HTTPConnection('localhost', ¶); c.request('GET', '/§')"],
  ['node', '-e', "require('http').get('http://localhost:¶/', r => process.exit(r.statusCode === 200 ? 0 : 1))"],
  ['node', '-e', "require('net').connect(¶, 'localhost').setTimeout(§)"],
  ['sh', '-c', 'curl -f http://localhost:¶/ || exit 1'],
  ['sh', '-c', "sleep §; sh -c 'nc -z localhost ¶'"],
  ['php', '-r', "fsockopen('localhost', ¶, $a, $b, §) || exit(1);"],
  ['perl', '-e', "use IO::Socket; IO::Socket::INET->new('localhost:¶') or exit 1"],
  ['ruby', '-rsocket', '-e', "TCPSocket.new('localhost', ¶)"],
  ['bash', '-c', 'exec 3<>/dev/tcp/localhost/¶'],
  ['python', '-c', "import os, urllib.request as u; u.urlopen('http://localhost:' + os.getenv('PORT', '¶'))"],
  ['sh', '-c', 'test "$(curl -s -o /dev/null -w %{http_code} http://localhost:¶/)" = 200'],
  ['timeout', '§', 'sh', '-c', 'curl http://localhost:¶/ && sleep §'],
  ['grpc_health_probe', '-addr=:¶', '-connect-timeout=§ms'],
  ['redis-cli', '-p', '¶', 'ping'],
];

/** Commands of CMD and ENTRYPOINT. */
const STARTS: readonly (readonly string[])[] = [
  ['uvicorn', 'main:app', '--host', '0.0.0.0', '--port', '¶', '--workers', '§'],
  ['python3', '-m', 'uvicorn', 'main:app', '--port=¶', '--limit-concurrency=§'],
  ['gunicorn', '-b', '0.0.0.0:¶', '--timeout', '§', 'app:app'],
  ['gunicorn', '--bind=:¶', 'app:app', '-w', '§'],
  ['python', '-m', 'http.server', '¶'],
  ['python', 'manage.py', 'runserver', '0.0.0.0:¶'],
  ['php', '-S', '0.0.0.0:¶', '-t', '/srv/§'],
  ['java', '-Xmx§m', '-Dserver.port=¶', '-jar', 'app-1.§.0.jar'],
  ['node', 'server.js', '--port', '¶'],
  ['myserver', '--listen', ':¶', '--upstream', 'http://other.internal:§'],
  ['redis-server', '--port', '¶', '--timeout', '§'],
  ['sh', '-c', 'exec gunicorn --bind 0.0.0.0:¶ --timeout § app:app'],
  ['sh', '-c', "exec python -c 'import http.server as h; h.test(h.SimpleHTTPRequestHandler, port=¶)'"],
  ['gosu', 'app', 'env', 'WORKERS=§', 'PORT=¶', 'node', 'server.js'],
  ['dotnet', 'app.dll', '--urls', 'http://+:¶'],
  ['waitress-serve', '--listen=*:¶', '--threads=§', 'app:app'],
  ['tini', '--', 'flask', 'run', '--host=0.0.0.0', '--port=¶'],
];

const COMMENTS: readonly string[] = [
  '# The service listens on port ¶',
  '# EXPOSE ¶',
  '#   docker run -p §:¶ app',
  '# see http://localhost:¶/docs',
  '# ticket §',
  '# at most § entries \uDC80\uDCFF',
  '#',
];

type Decisions = (bound: number) => number;

/** Words as one line for the shell, those with blanks or signs in quotes. */
function shellForm(words: readonly string[]): string {
  return words
    .map((word) => {
      if (!/[\s'"();|&<>$*]/.test(word)) return word;
      return word.includes("'") ? `"${word}"` : `'${word}'`;
    })
    .join(' ');
}

function execForm(words: readonly string[], choose: Decisions): string {
  const strings = words.map((word) => {
    const json = JSON.stringify(word);
    return choose(4) === 0 ? json.replaceAll('/', '\\/') : json;
  });
  return `[${strings.join(', ')}]`;
}

/** What makes a text a file: which line ends, which escape character, what stands before it. */
interface Shape {
  readonly ends: readonly string[];
  readonly escape: '\\' | '`';
  readonly bom: boolean;
  readonly finalEnd: boolean;
}

/** The line as it is written: other blanks, continued lines, comments between them. */
function decorate(line: string, escape: string, choose: Decisions): string {
  // JSON has no raw tabs in its strings.
  const tab = line.includes('["') ? ' ' : '\t';
  return line.replace(/ /g, () => {
    switch (choose(12)) {
      case 0:
        return '  ';
      case 1:
        return tab;
      case 2:
        return ` ${escape}\n`;
      case 3:
        return ` ${escape} \t\n    `;
      case 4:
        return ` ${escape}\n  # ticket §\n${tab}`;
      case 5:
        return ` ${escape}\n\n  `;
      default:
        return ' ';
    }
  });
}

/** A Dockerfile that knows where its ports are. Its two ports are numbered 0 and 1. */
export interface GeneratedDockerfile {
  /** The file with other numbers in the places of its ports, everything else as it is. */
  with(ports: readonly [number, number]): string;
  /** Its two ports. */
  readonly ports: readonly [number, number];
}

type Slot = 0 | 1;

interface Line {
  readonly template: string;
  readonly slot: Slot;
  readonly decisions: readonly number[];
  readonly plain: boolean;
}

function render(
  lines: readonly Line[],
  shape: Shape,
  own: readonly [number, number],
  decoys: readonly [number, number],
): string {
  let end = 0;
  const texts = lines.map(({ template, slot, decisions, plain }) => {
    let next = 0;
    const choose: Decisions = (bound) => (decisions[next++ % decisions.length] ?? 0) % bound;
    const [first = '', ...body] = template.split('\n');
    const indent = ['', '', '  ', '\t'][choose(4)] ?? '';
    const keyword = choose(5) === 0 ? first.replace(/^[A-Z]+/, (word) => word.toLowerCase()) : first;
    const head = plain
      ? first
      : indent + decorate(keyword, shape.escape, choose) + (['', '', ' ', ' \t'][choose(4)] ?? '');
    return [head, ...body]
      .join('\n')
      .replaceAll('⧵', shape.escape)
      .replaceAll('¶', String(own[slot]))
      .replaceAll('§', String(decoys[slot]));
  });
  const directive = shape.escape === '`' ? ['# escape=`'] : [];
  const text = [...directive, ...texts].join('\n').replace(/\n/g, () => shape.ends[end++ % shape.ends.length] ?? '\n');
  return (shape.bom ? '\uFEFF' : '') + text + (shape.finalEnd ? '\n' : '');
}

const decisions = fc.array(fc.nat(59), { minLength: 1, maxLength: 24 });
const slot = fc.constantFrom<Slot>(0, 1);
const plain = fc.constant(false);

const instruction: fc.Arbitrary<Line> = fc.record({
  template: fc.constantFrom(...INSTRUCTIONS),
  slot,
  decisions,
  plain,
});
const comment: fc.Arbitrary<Line> = fc.record({
  template: fc.constantFrom(...COMMENTS),
  slot,
  decisions,
  plain: fc.constant(true),
});

function command(keyword: string, commands: readonly (readonly string[])[]): fc.Arbitrary<Line> {
  return fc
    .record({ words: fc.constantFrom(...commands), exec: fc.boolean(), slot, decisions })
    .map(({ words, exec, ...rest }) => {
      const [first = 0] = rest.decisions;
      const written = exec ? execForm(words, (bound) => first % bound) : shellForm(words);
      return { ...rest, template: `${keyword} ${written}`, plain: false };
    });
}

const check = fc
  .constantFrom('HEALTHCHECK CMD', 'HEALTHCHECK --interval=30s --retries=3 CMD')
  .chain((keyword) => command(keyword, CHECKS));
const start = fc.constantFrom('CMD', 'ENTRYPOINT').chain((keyword) => command(keyword, STARTS));

/** None of them is the default of a scheme or a client, as those may stand unwritten. */
const PORTS = [8095, 3000, 12345, 9, 909, 65535, 4000] as const;
export const FREE_PORTS = [8096, 31000, 7, 10, 6553] as const;

const shape: fc.Arbitrary<Shape> = fc.record({
  ends: fc.constantFrom(['\n'], ['\r\n'], ['\n', '\r\n', '\r\n']),
  escape: fc.constantFrom('\\', '`'),
  bom: fc.boolean(),
  finalEnd: fc.boolean(),
});

const fixed = (template: string, number: Slot): Line => ({ template, slot: number, decisions: [9], plain: true });

/** Dockerfiles with both of their ports exposed, and with the same digits in places that are no ports. */
export const dockerfiles: fc.Arbitrary<GeneratedDockerfile> = fc
  .record({
    body: fc.array(fc.oneof({ weight: 5, arbitrary: instruction }, { weight: 1, arbitrary: comment }), {
      maxLength: 8,
    }),
    check: fc.option(check, { nil: undefined }),
    start: fc.option(start, { nil: undefined }),
    shape,
    ports: fc.uniqueArray(fc.constantFrom(...PORTS), { minLength: 2, maxLength: 2 }),
  })
  .map(({ body, check, start, shape, ports: [a = 8095, b = 3000] }) => {
    const ends = [check, start].filter((line) => line !== undefined);
    const lines = [fixed('FROM scratch', 0), ...body, fixed('EXPOSE ¶', 0), fixed('EXPOSE ¶', 1), ...ends];
    const ports = [a, b] as const;
    return {
      ports,
      with: (own) => render(lines, shape, own, ports),
      [fc.toStringMethod]: () => JSON.stringify(render(lines, shape, ports, ports)),
    };
  });
