// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles are written with such placeholders
import { type PlanRequest, plan } from '../support/plan.ts';

/** `line:column code port` for each item that is left for review. */
function reviewOf(text: string, request?: PlanRequest): string[] {
  const { review, offsets } = plan(text, request);
  return review.map(({ span, code, port }) => {
    const { line, column } = offsets.position(span.start);
    return `${line}:${column} ${code} ${port}`;
  });
}

function errorsOf(text: string, request?: PlanRequest): string[] {
  return plan(text, request).diagnostics.flatMap(({ severity, code, line, column }) =>
    severity === 'error' ? [`${line}:${column} ${code}`] : [],
  );
}

describe('certainty', () => {
  // By the grammar, by its name, and by nothing.
  const text = 'FROM a\nEXPOSE 8095\nENV WEB_PORT=8095\nENV THING=8095\n';

  test('what is probable is rewritten, what is possible is for review', () => {
    const { after, edits } = plan(text);
    expect(after).toBe('FROM a\nEXPOSE 8096\nENV WEB_PORT=8096\nENV THING=8095\n');
    expect(edits.map(({ occurrence }) => occurrence.finding.certainty)).toEqual(['exact', 'probable']);
    expect(reviewOf(text)).toEqual(['4:11 possible 8095']);
  });

  test('exact leaves what is probable for review, and says what would rewrite it', () => {
    const { after, review } = plan(text, { certainty: 'exact' });
    expect(after).toBe('FROM a\nEXPOSE 8096\nENV WEB_PORT=8095\nENV THING=8095\n');
    expect(review[0]).toMatchObject({ code: 'probable', port: 8095, hint: '--certainty probable rewrites it' });
  });

  test('possible rewrites a finding that is only possible', () => {
    const bare = 'FROM a\nEXPOSE 8095\nRUN configure --answer 8095\n';
    expect(reviewOf(bare)).toEqual(['3:24 possible 8095']);
    expect(plan(bare, { certainty: 'possible' }).after).toBe('FROM a\nEXPOSE 8096\nRUN configure --answer 8096\n');
  });
});

describe('prose', () => {
  const text = 'FROM a\n# The API listens on 8095\nEXPOSE 8095\nLABEL usage="docker run -p 8095:8095 a"\n';

  test('that names a port of this container moves with it', () => {
    expect(plan(text).after).toBe(
      'FROM a\n# The API listens on 8096\nEXPOSE 8096\nLABEL usage="docker run -p 8095:8096 a"\n',
    );
  });

  test('stays where that was asked for, and is no item for review', () => {
    const { after, leftAlone, review } = plan(text, { comments: false });
    expect(after).toBe(text.replace('EXPOSE 8095', 'EXPOSE 8096'));
    expect(review).toEqual([]);
    expect(leftAlone.map(({ reason }) => reason)).toContain('prose, which --no-comments keeps');
  });

  test('of a port that nothing else states stays', () => {
    const { after, leftAlone } = plan('FROM a\n# listens on port 8095\nEXPOSE 80\n');
    expect(after).toBe('FROM a\n# listens on port 8095\nEXPOSE 80\n');
    expect(leftAlone).toMatchObject([{ port: 8095 }]);
  });
});

describe('hosts', () => {
  const text = 'FROM a\nENV URL=http://staking:8095/x\nEXPOSE 8095\n';

  test('of another service of the mapping move with that one', () => {
    const hosts = { staking: { 8095: 9095 } };
    expect(plan(text, { hosts }).after).toBe('FROM a\nENV URL=http://staking:9095/x\nEXPOSE 8096\n');
  });

  test('of another service stay where that one does not move', () => {
    expect(plan(text, { hosts: { staking: { 1: 2 } } }).after).toBe(
      'FROM a\nENV URL=http://staking:8095/x\nEXPOSE 8096\n',
    );
    expect(reviewOf(text, { hosts: { staking: {} } })).toEqual([]);
  });

  test('that nobody knows, without dots, may be this container where it exposes the port', () => {
    expect(reviewOf(text)).toEqual(['2:24 unknown-host 8095']);
    expect(reviewOf(text.replace('EXPOSE 8095', 'EXPOSE 8095 80'), { ports: { 80: 81 } })).toEqual([]);
  });

  test('with dots are others', () => {
    const foreign = text.replace('staking', 'staking.example.com');
    expect(reviewOf(foreign)).toEqual([]);
    expect(plan(foreign).leftAlone).toMatchObject([{ reason: 'the port of another host, staking.example.com' }]);
  });

  test('that the file gives its own container are itself', () => {
    const own = `${text}ENV SERVICE_NAME=staking\n`;
    expect(plan(own).after).toContain('http://staking:8096/x');
  });

  test('in a variable are what the variable says', () => {
    const file = (host: string) => `FROM a\nENV H=${host}\nHEALTHCHECK CMD curl http://$H:8095/\nEXPOSE 8095\n`;
    expect(plan(file('localhost')).after).toContain('http://$H:8096/');
    expect(plan(file('db.example.com')).after).toContain('http://$H:8095/');
  });
});

describe('protocols', () => {
  const text = 'FROM a\nEXPOSE 53/tcp 53/udp\nENV DNS_PORT=53\n';

  test('a move for one protocol moves that one', () => {
    expect(plan(text, { ports: { '53/udp': 5353 } }).after).toContain('EXPOSE 53/tcp 5353/udp\n');
    expect(plan(text, { ports: { '53/tcp': 5353 } }).after).toContain('EXPOSE 5353/tcp 53/udp\n');
  });

  test('a move without one moves all', () => {
    expect(plan(text, { ports: { 53: 5353 } }).after).toBe('FROM a\nEXPOSE 5353/tcp 5353/udp\nENV DNS_PORT=5353\n');
  });

  test('each protocol may go its own way', () => {
    expect(plan(text, { ports: { '53/udp': 5353, '53/tcp': 5354 } }).after).toContain('EXPOSE 5354/tcp 5353/udp\n');
  });

  test('EXPOSE without a protocol is TCP', () => {
    expect(plan('FROM a\nEXPOSE 53\n', { ports: { '53/udp': 5353 } }).after).toBe('FROM a\nEXPOSE 53\n');
    expect(plan('FROM a\nEXPOSE 53\n', { ports: { '53/tcp': 5353 } }).after).toBe('FROM a\nEXPOSE 5353\n');
  });

  test('a port without one, exposed for one protocol alone, is of that one', () => {
    const udp = 'FROM a\nEXPOSE 53/udp\nENV DNS_PORT=53\n';
    expect(plan(udp, { ports: { '53/tcp': 5353 } }).after).toBe(udp);
    expect(plan(udp, { ports: { '53/udp': 5353 } }).after).toContain('DNS_PORT=5353');
  });
});

describe('collisions', () => {
  test('with a port that stays are errors, and nothing changes', () => {
    const text = 'FROM a\nEXPOSE 8095\nEXPOSE 8096\n';
    const { after, edits, review, diagnostics } = plan(text);
    expect(after).toBe(text);
    expect(edits).toEqual([]);
    expect(review.map(({ code }) => code)).toEqual(['refused']);
    expect(errorsOf(text)).toEqual(['3:8 port-collision']);
    // Both places are named: the one of the error, the other in its message.
    expect(diagnostics.find(({ code }) => code === 'port-collision')?.message).toContain('Dockerfile:2:8');
  });

  test.each<readonly [text: string, ports: Readonly<Record<string, number>>, errors: readonly string[]]>([
    ['FROM a\nEXPOSE 8095 8096\n', { 8095: 8096, 8096: 8097 }, []],
    ['FROM a\nEXPOSE 8095 8096\n', { 8095: 8096, 8096: 8095 }, []],
    ['FROM a\nEXPOSE 8095\nENV ADMIN_PORT=8096\n', { 8095: 8096 }, ['3:16 port-collision']],
    ['FROM a\nEXPOSE 8095 8090-8099\n', { 8095: 8096 }, ['2:13 range-split', '2:13 port-collision']],
    ['FROM a\nEXPOSE 8095/tcp 8096/udp\n', { '8095/tcp': 8096 }, []],
    ['FROM a\nEXPOSE 8095/tcp 8096/tcp\n', { '8095/tcp': 8096 }, ['2:17 port-collision']],
    ['FROM a\nEXPOSE 8095\nUSER 8096\nENV TIMEOUT=8096\n', { 8095: 8096 }, []],
    ['FROM a\nEXPOSE 8095\nENV DB_URL=postgres://db.internal:8096/x\n', { 8095: 8096 }, []],
    ['FROM a\nEXPOSE 8095\n# listens on port 8096\n', { 8095: 8096 }, []],
    ['FROM a\nEXPOSE 8096\n', { 8095: 8096 }, []],
    ['FROM a\nEXPOSE 8095 8097\n', { 8095: 8096, 8097: 8096 }, ['2:13 port-collision']],
  ])('%j with %j', (text, ports, errors) => {
    expect(new Set(errorsOf(text, { ports }))).toEqual(new Set(errors));
    if (errors.length > 0) expect(plan(text, { ports }).after).toBe(text);
  });
});

describe('what is left for review', () => {
  test.each<readonly [text: string, review: readonly string[]]>([
    ['FROM a\nEXPOSE 80\\\n95\n', ['2:8 not-contiguous 8095']],
    ['FROM a\nCMD ["uvicorn", "a:b", "--port", "\\u0038095"]\n', ['2:35 not-contiguous 8095']],
    ['FROM a\nENV X=8095\nEXPOSE $X\nCMD gunicorn --timeout $X a:b\n', ['2:7 mixed-use 8095']],
    ['FROM a\nEXPOSE 6379\nHEALTHCHECK CMD redis-cli ping\n', ['3:27 implicit-port 6379']],
    ['FROM a\nEXPOSE 8095\nUSER 8095\nENV TIMEOUT=8095 V=1.8095\n', []],
  ])('%j', (text, review) => {
    const { review: items } = plan(text, { ports: { 8095: 8096, 6379: 6380 } });
    expect(reviewOf(text, { ports: { 8095: 8096, 6379: 6380 } })).toEqual(review);
    for (const { reason, hint } of items) {
      expect(reason).not.toBe('');
      expect(hint).toMatch(/80?96|6380/);
    }
  });

  test('every number equal to a moved port is rewritten, left for a reason, or for review', () => {
    const text =
      'FROM a:8095\nARG N=8095\nENV TIMEOUT=8095 PORT=8095 X=8095\nEXPOSE 8095\nUSER 8095\nRUN a 8095 && b --port 8095\n# 8095\n';
    const { edits, review, leftAlone } = plan(text);
    const places = [...edits, ...review, ...leftAlone].map(({ span }) => span.start).sort((a, b) => a - b);
    expect(places).toEqual([...text.matchAll(/8095/g)].map(({ index }) => index));
  });
});

describe('implicit ports', () => {
  test('are written out when the default of a scheme moves', () => {
    const text = 'FROM a\nEXPOSE 80\nHEALTHCHECK CMD curl http://localhost/health || wget -qO- "http://127.0.0.1"\n';
    const { after } = plan(text, { ports: { 80: 8080 } });
    expect(after).toContain('curl http://localhost:8080/health || wget -qO- "http://127.0.0.1:8080"');
  });

  test('of other schemes and other hosts stay', () => {
    const text = 'FROM a\nEXPOSE 80\nHEALTHCHECK CMD curl https://localhost/ http://example.com/\n';
    expect(plan(text, { ports: { 80: 8080 } }).after).toBe(text.replace('EXPOSE 80', 'EXPOSE 8080'));
  });
});

describe('a file with errors', () => {
  test('is left as it is, with all that would have changed for review', () => {
    const text = 'FROM a\nEXPOSE 8095\nRUN <<EOF\nx\n';
    const { after, edits, review } = plan(text);
    expect(after).toBe(text);
    expect(edits).toEqual([]);
    expect(review).toMatchObject([{ code: 'refused', port: 8095 }]);
  });
});

describe('warnings', () => {
  const warningsOf = (text: string, request?: PlanRequest) =>
    plan(text, request).diagnostics.flatMap(({ severity, code, hint, line, message }) =>
      severity === 'warning' ? [{ code, hint, line, message }] : [],
    );

  test.each<readonly [text: string, hint: string]>([
    ['FROM a\nEXPOSE 8095\nCMD ["python", "app.py"]\n', 'app.py'],
    ['FROM a\nEXPOSE 8095\nENTRYPOINT /start.sh --fast\n', '/start.sh'],
    ['FROM a\nEXPOSE 8095\nHEALTHCHECK CMD curl localhost:8095\n', 'base image'],
  ])('nothing sets the port that moved: %j', (text, named) => {
    expect(warningsOf(text)).toMatchObject([{ code: 'no-listener', line: 2 }]);
    expect(warningsOf(text)[0]?.hint).toContain(named);
  });

  test.each(['FROM nginx:1\nEXPOSE 80\n', 'ARG BASE=nginx:1\nFROM ${BASE} AS web\nEXPOSE 80\n'])(
    'the known default of a base image is named: %j',
    (text) => {
      const [warning] = warningsOf(text, { ports: { 80: 8080 } });
      expect(warning).toMatchObject({ code: 'no-listener' });
      expect(warning?.hint).toContain('nginx:1 listens on 80');
    },
  );

  test.each([
    'FROM a\nEXPOSE 8095\nENV PORT=8095\n',
    'FROM a\nEXPOSE 8095\nCMD ["uvicorn", "a:b", "--port", "8095"]\n',
    'FROM a\nEXPOSE 8095\nRUN echo "Listen 8095" > /etc/apache2/ports.conf\n',
    'FROM a\nENV URL=http://localhost:8095\n',
  ])('none where something sets it: %j', (text) => expect(warningsOf(text)).toEqual([]));

  test('a port below 1024 may be closed to a user that is not root', () => {
    const text = (user: string) => `FROM a\nENV PORT=8095\nUSER ${user}\n`;
    const codes = (user: string, to: number) => warningsOf(text(user), { ports: { 8095: to } }).map(({ code }) => code);
    expect(codes('app', 80)).toEqual(['privileged-port']);
    expect(codes('1000:1000', 1023)).toEqual(['privileged-port']);
    expect(codes('root', 80)).toEqual([]);
    expect(codes('0:0', 80)).toEqual([]);
    expect(codes('app', 1024)).toEqual([]);
  });

  test('who the user is may be said by a variable', () => {
    const warnings = (user: string) =>
      warningsOf(`FROM a\nARG WHO=${user}\nENV PORT=8095\nUSER $WHO\n`, { ports: { 8095: 80 } });
    expect(warnings('root')).toEqual([]);
    expect(warnings('app')).toMatchObject([
      { code: 'privileged-port', message: expect.stringContaining('runs as app,') },
    ]);
  });
});
