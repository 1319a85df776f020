import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DiagnosticError } from '../../src/diagnostic.ts';
import { parseMapping } from '../../src/mapping/load.ts';
import { convertPlan } from '../../src/plan/convert.ts';
import { loadPlan, readPlan } from '../../src/plan/load.ts';
import { planText, showPlan } from '../../src/plan/show.ts';
import { planRun } from '../../src/run/run.ts';

let cwd = '';
beforeEach(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'reberth-plan-')));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function put(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
}

const dockerfile = (port: number) => `FROM x\nEXPOSE ${port}\n`;
const load = (argument: string, options: { readonly paths?: readonly string[]; readonly root?: string } = {}) =>
  loadPlan(argument, { cwd, paths: [], ...options });

/** Services as `NAME PORT… DOCKERFILE…`, then reserved ports, then diagnostics. */
async function summary(argument: string, options: { readonly paths?: readonly string[]; readonly root?: string } = {}) {
  const { mapping, diagnostics } = await load(argument, options);
  return [
    ...mapping.services.map(({ name, assigned, dockerfiles }) =>
      [name, ...assigned.map(({ port }) => port), ...dockerfiles.map(({ pattern }) => pattern)].join(' '),
    ),
    ...mapping.reserved.map(({ port, owner }) => `${port} is of ${owner}`),
    ...diagnostics.map(({ line, column, severity, code }) => `${line}:${column} ${severity} ${code}`),
  ];
}

async function errors(argument: string, options: { readonly paths?: readonly string[]; readonly root?: string } = {}) {
  try {
    await load(argument, options);
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    return error.diagnostics.map(
      ({ file, line, column, code, message }) => `${file}:${line}:${column} ${code} ${message}`,
    );
  }
  throw new Error('nothing was wrong');
}

const TABLE = '|Service|Port|Dockerfile|\n|-|-|-|\n';

describe('a plan', () => {
  test('is a mapping, a CSV file or a document by its extension', async () => {
    put({ 'api/Dockerfile': dockerfile(1) });
    put({
      'p.yaml': 'services: { api: { dockerfile: api/Dockerfile, port: 80 } }',
      'p.json': '{"services": {"api": {"dockerfile": "api/Dockerfile", "port": 80}}}',
      'p.csv': 'service,port,dockerfile\napi,80,api/Dockerfile\n',
      'p.tsv': 'service\tport\napi\t80\n',
      'p.md': `${TABLE}|api|80|api/Dockerfile|\n`,
    });
    for (const file of ['p.yaml', 'p.json', 'p.csv', 'p.tsv', 'p.md']) {
      expect(await summary(file)).toEqual(['api 80 api/Dockerfile']);
    }
  });

  test('is read in one section', async () => {
    put({
      'api/Dockerfile': dockerfile(1),
      'p.md': '# Old\n- api: port 1\n# New\n- api: port 2\n',
      'a#b.md': '- api: port 3',
    });
    expect(await summary('p.md#new')).toEqual(['api 2 api/Dockerfile']);
    expect(await summary('a#b.md')).toEqual(['api 3 api/Dockerfile']);
    expect(await errors('p.md')).toEqual(['p.md:4:13 plan-contradiction "api" is on 2 here, and on 1 at p.md:2:13']);
    expect(await errors('p.md#nwe')).toEqual(['p.md:1:1 plan-no-section no heading is called "nwe"']);
  });

  test('whose places agree is one', async () => {
    put({
      'Dockerfile.api': dockerfile(1),
      'p.md': `${TABLE}|API|80|Dockerfile.api|\n\n## api\n\n- Port: 80\n- Host: API\n`,
    });
    const { mapping } = await load('p.md');
    expect(mapping.services).toMatchObject([{ name: 'API', assigned: [{ port: 80 }], hosts: [{ name: 'api' }] }]);
  });

  test('takes old ports from where they are stated', async () => {
    put({ 'Dockerfile.api': dockerfile(1), 'p.md': '### API\n- Current port: 8095\n- Required port: 8096\n' });
    expect((await load('p.md')).mapping.services[0]?.assigned).toMatchObject([{ from: 8095, port: 8096 }]);
  });
});

describe('several ports of one service', () => {
  const ports = async (text: string) => {
    put({ 'Dockerfile.api': dockerfile(1), 'p.md': text });
    const { mapping, diagnostics } = await load('p.md');
    const [service] = mapping.services;
    return [
      ...(service?.assigned ?? []).map(({ name = '', from = '', port }) => `${name} ${from} ${port}`),
      ...diagnostics.map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`),
    ];
  };

  test('are those of all its items', async () => {
    expect(await ports('- API\n  - Metrics port: 9100\n  - Port: 80\n')).toEqual(['  80', 'metrics  9100']);
    expect(await ports('### API\n- Old port: 1\n- Metrics port: 9100\n- Port: 80\n')).toEqual([
      ' 1 80',
      'metrics  9100',
    ]);
  });

  test.each(['Transport', 'Cluster', 'gRPC', 'Raft peer'])('may be called %s port', async (name) => {
    const [main, other] = await ports(`### API\n- Port: 80\n- ${name} port: 9301\n`);
    expect([main, other]).toEqual(['  80', expect.stringMatching(/^[a-z-]+ {2}9301$/)]);
  });

  test('need not be in each place that names it', async () => {
    const both = [`${TABLE}|API|80||\n`, '### API\n- Port: 80\n- Metrics port: 9100\n'];
    expect(await ports(both.join('\n'))).toEqual(['  80', 'metrics  9100']);
    expect(await ports(both.toReversed().join('\n'))).toEqual(['  80', 'metrics  9100']);
    expect(await ports(`${TABLE}|API|80||\n\n### API\n- Metrics port: 9100\n`)).toEqual(['  80', 'metrics  9100']);
  });

  test('are a contradiction where two places do not agree on one', async () => {
    for (const other of ['- Port: 81\n- Metrics port: 9100', '- Port: 80\n- Metrics port: 9101']) {
      put({ 'Dockerfile.api': dockerfile(1) });
      put({ 'p.md': `|Service|Port|Metrics port|\n|-|-|-|\n|API|80|9100|\n\n### API\n${other}\n` });
      expect(await errors('p.md')).toEqual([expect.stringContaining('plan-contradiction "API" is on')]);
    }
  });

  test('of which two are plain are a warning', async () => {
    expect(await ports('1. API (Port 80)\n   - Port: 81\n')).toEqual([
      '  80',
      '  81',
      '2:12 plan-second-port "API" is on 81 here, beside 80 at p.md:1:14',
    ]);
  });
});

describe('what may be a service', () => {
  beforeEach(() => put({ 'Dockerfile.api': dockerfile(1), 'Dockerfile.shop': dockerfile(2) }));

  test.each([
    ['an item below a service', '- API: port 80\n  - Shop: port 81\n  - Redis: port 82\n', '3:5'],
    ['an item beside its port', '### API\n- Port: 80\n- Shop: port 81\n- Redis: port 82\n', '4:3'],
    ['a label below a title', '- API: port 80\n- All\n  - Shop port: 81\n  - Redis port: 82\n', '4:5'],
    ['a sentence', 'API: port 80\n\nShop on port 81 is fixed.\n\nAll others (ports 90-92) are to be built.\n', '5:1'],
  ])('is one where it has a Dockerfile: %s', async (_, text, place) => {
    put({ 'p.md': text });
    expect(await summary('p.md')).toEqual([
      'API 80 Dockerfile.api',
      'Shop 81 Dockerfile.shop',
      `${place} warning plan-not-understood`,
    ]);
  });

  test('has the ports below it', async () => {
    put({
      'p.md': '### API\n- Port: 80\n- Shop: port 81\n  - Metrics port: 82\n- Redis: port 83\n  - Metrics port: 84\n',
    });
    expect(await summary('p.md')).toEqual([
      'API 80 Dockerfile.api',
      'Shop 81 82 Dockerfile.shop',
      '5:3 warning plan-not-understood',
    ]);
  });

  test('must not contradict what is said of it elsewhere', async () => {
    put({ 'p.md': '- API: port 80\n  - Shop: port 81\n- Shop: port 82\n' });
    expect(await errors('p.md')).toEqual(['p.md:3:14 plan-contradiction "Shop" is on 82 here, and on 81 at p.md:2:16']);
  });
});

describe('a service whose port cannot be read', () => {
  beforeEach(() => put({ 'Dockerfile.api': dockerfile(1), 'Dockerfile.web': dockerfile(2), 'Dockerfile.job': '' }));
  const API = '- API: port 80\n';

  test.each([
    [
      'in a table',
      `${TABLE}|API|80||\n|Redis|6379:6379||\n`,
      '4:8 plan-lost-service it is not clear which port "Redis" is to have: "6379:6379" is not a port',
    ],
    [
      'in an item',
      `${API}- Web (port 8095 - see 8096)\n`,
      '2:3 plan-lost-service it is not clear which port "Web" is to have: it says more than a service, its port, Dockerfile, image and host',
    ],
    [
      'in a heading',
      `${API}\n### Web (port 8095/8096?)\n- Host: web\n`,
      '3:1 plan-lost-service it is not clear which port "Web" is to have: it says more than a service, its port, Dockerfile, image and host',
    ],
    [
      'in a field',
      `${API}\n### Web\n- Port: 80 96\n`,
      '4:3 plan-lost-service it is not clear which port "Web" is to have: this is not how a port is written',
    ],
    [
      'beside its Dockerfile',
      `${API}- Worker (Dockerfile.job, port 80 96)\n`,
      '2:3 plan-lost-service it is not clear which port "Worker" is to have: it says more than a service, its port, Dockerfile, image and host',
    ],
  ])('%s is an error', async (_, text, expected) => {
    put({ 'p.md': text });
    expect(await errors('p.md')).toEqual([`p.md:${expected}`]);
  });

  test('is one that could have several Dockerfiles, too', async () => {
    put({ 'a/jobs/Dockerfile': '', 'b/jobs/Dockerfile': '', 'p.md': `${API}- Jobs (port 80 96)\n` });
    expect(await errors('p.md')).toEqual([expect.stringContaining('p.md:2:3 plan-lost-service')]);
  });

  test.each([
    ['is stated elsewhere', `${API}- Web: port 81\n\n## History\n- Web (port 8095 - see 8096)\n`, '5:3'],
    ['is a part of one with the same Dockerfile', `${API}- Health Web: port 81\n- Web (port 8095 - see 8096)\n`, '3:3'],
    ['has no Dockerfile here', `${API}- Health check (port 8095 - see 8096)\n`, '2:3'],
    ['is not named', `${API}- Fixed: changed port 8095 to 8096\n`, '2:3'],
    ['is yet to be decided', `${TABLE}|API|80||\n|Web|TBD||\n`, '4:2'],
  ])('that %s is a warning', async (_, text, place) => {
    put({ 'p.md': text });
    expect((await summary('p.md')).slice(-1)).toEqual([`${place} warning plan-not-understood`]);
  });
});

describe('Dockerfiles', () => {
  test('are found by the end of their path, or by the name of the service', async () => {
    put({
      'x/y/Dockerfile.api': dockerfile(1),
      'x/web/Dockerfile': dockerfile(2),
      'x/plan.md': `${TABLE}|API|80|Dockerfile.api|\n|Web|81||\n`,
    });
    expect(await summary('x/plan.md')).toEqual(['API 80 y/Dockerfile.api', 'Web 81 web/Dockerfile']);
  });

  test('are looked for in the paths of the run, in the plan’s folder, then in the current one', async () => {
    put({ 'docs/plan.md': '- api: port 80', 'services/api/Dockerfile': dockerfile(1) });
    expect(await summary('docs/plan.md')).toEqual(['api 80 ../services/api/Dockerfile']);
    put({ 'docs/api/Dockerfile': dockerfile(1) });
    expect(await summary('docs/plan.md')).toEqual(['api 80 api/Dockerfile']);
    expect(await summary('docs/plan.md', { paths: ['services'] })).toEqual(['api 80 ../services/api/Dockerfile']);
    expect(await summary('docs/plan.md', { root: 'services' })).toEqual(['api 80 api/Dockerfile']);
  });

  test('that are ambiguous are an error with all of them', async () => {
    put({
      'a/api/Dockerfile': dockerfile(1),
      'b/api/Dockerfile': dockerfile(1),
      'a/Dockerfile.x': '',
      'b/Dockerfile.x': '',
    });
    put({ 'p.md': '- api: port 80\n', 'p.csv': 'service,port,dockerfile\nx,80,Dockerfile.x\n' });
    expect(await errors('p.md')).toEqual([
      'p.md:1:3 plan-ambiguous-dockerfile "api" could be any of a/api/Dockerfile, b/api/Dockerfile',
    ]);
    expect(await errors('p.csv')).toEqual([
      'p.csv:2:6 plan-ambiguous-dockerfile "Dockerfile.x" of "x" could be any of a/Dockerfile.x, b/Dockerfile.x',
    ]);
  });

  test('that are named and not there are an error, and so are names that are nearly right', async () => {
    put({
      'api/Dockerfile': '',
      'web/Dockerfile': '',
      'p.csv': 'service,port,dockerfile\na,80,gone/Dockerfile\nweb,81,\n',
    });
    expect(await errors('p.csv')).toEqual(['p.csv:2:6 plan-no-dockerfile "gone/Dockerfile" of "a" is not there']);
    put({ 'p.md': '- web: port 80\n- apii: port 81\n' });
    expect(await errors('p.md')).toEqual(['p.md:2:3 plan-no-dockerfile no Dockerfile is called like "apii"']);
  });

  test('that a service has not reserve its port', async () => {
    put({ 'api/Dockerfile': '', 'p.md': `${TABLE}|API|80||\n|Node Management|8095||\n|Other|81|none|\n` });
    expect(await summary('p.md')).toEqual([
      'API 80 api/Dockerfile',
      '8095 is of Node Management',
      '81 is of Other',
      '4:2 warning plan-no-dockerfile',
    ]);
  });

  test('of no service at all are an error', async () => {
    put({ 'p.md': '- api: port 80\n- web: port 81\n' });
    expect(await errors('p.md')).toEqual([
      'p.md:1:3 plan-no-dockerfile none of the 2 services of the plan has a Dockerfile here',
    ]);
  });

  test('of two services go to the one whose name is closer', async () => {
    put({ 'Dockerfile.gateway': '', 'p.md': '- Payment Gateway: port 80\n- Gateway: port 81\n' });
    expect(await summary('p.md')).toEqual([
      'Gateway 81 Dockerfile.gateway',
      '80 is of Payment Gateway',
      '1:3 warning plan-no-dockerfile',
    ]);
    put({ 'p.md': '- Payment Gateway: port 80\n- API Gateway: port 81\n' });
    expect(await errors('p.md')).toEqual([
      'p.md:2:3 plan-same-dockerfile "API Gateway" has the same Dockerfile by its name as "Payment Gateway" (p.md:1:3)',
    ]);
  });
});

describe('what is not a plan', () => {
  test.each([
    ['p.md', 'Nothing.', 'p.md:1:1 plan-empty the plan names no service with a port'],
    [
      'p.md',
      'x\n\n- A was on port 80',
      'p.md:3:3 plan-empty the plan names no service with a port; this was not understood: what comes before the port is not the name of a service',
    ],
    ['p.csv', 'service,port\n', 'p.csv:1:1 plan-empty the plan names no service with a port'],
  ])('%s %j', async (file, text, expected) => {
    put({ [file]: text });
    expect(await errors(file)).toEqual([expected]);
  });

  test('a file that is not there', async () => {
    expect((await errors('gone.md'))[0]).toMatch(/^gone.md:undefined:undefined \S+ cannot read the plan gone.md/);
  });

  test('a section of a file that has none', async () => {
    put({ 'p.csv': 'service,port\na,1\n', 'p.yaml': 'ports: {1: 2}' });
    expect((await errors('p.csv#x'))[0]).toContain('plan-no-section only Markdown has sections');
    expect((await errors('p.yaml#x'))[0]).toContain('plan-no-section only Markdown has sections');
  });
});

test('lines that were not understood, and hosts that lead nowhere, are warnings', async () => {
  put({
    'a/Dockerfile': '',
    'b/Dockerfile': '',
    'p.md': '|Service|Port|Host|\n|-|-|-|\n|a|80|10.0.0.1:80|\n|b|81|localhost|\n|c|TBD||\n',
  });
  const { mapping, diagnostics } = await load('p.md');
  expect(mapping.services.flatMap(({ hosts }) => hosts)).toEqual([]);
  expect(diagnostics.map(({ line, code, severity }) => [line, code, severity])).toEqual([
    [3, 'plan-host', 'warning'],
    [4, 'plan-host', 'warning'],
    [5, 'plan-not-understood', 'warning'],
  ]);
});

describe('show', () => {
  test('says how each line was understood', async () => {
    put({
      'x/Dockerfile.api': '',
      'web/Dockerfile': '',
      'p.md': `${TABLE}|API|80|Dockerfile.api|\n|Web|1 → 81||\n|Other|82|-|\n|X|TBD||\n`,
    });
    expect(planText(showPlan(await load('p.md'), cwd)).split('\n')).toEqual([
      'p.md:3:2  API    80      x/Dockerfile.api',
      'p.md:4:2  Web    1 → 81  web/Dockerfile (by name)',
      'p.md:5:2  Other  82      no Dockerfile here: reserved',
      '',
      'Not understood:',
      'p.md:6:2  X | TBD |',
      '  it names no port',
      '',
    ]);
  });

  test('says it of what cannot be right, too', async () => {
    put({
      'a/api/Dockerfile': '',
      'b/api/Dockerfile': '',
      'web/Dockerfile': '',
      'p.md': '- API: port 80\n- Web: port 81\n- Web: port 82\n- Other: port 83\n- Job: port 99999\n',
    });
    const plan = await readPlan('p.md', { cwd, paths: [] });
    expect(planText(showPlan(plan, cwd)).split('\n').slice(0, 4)).toEqual([
      'p.md:1:3  API    80  Dockerfile not known',
      'p.md:2:3  Web    81  web/Dockerfile (by name)',
      'p.md:3:3  Web    82',
      'p.md:4:3  Other  83  no Dockerfile here: reserved',
    ]);
    expect(
      plan.diagnostics.filter(({ severity }) => severity === 'error').map(({ line, code }) => [line, code]),
    ).toEqual([
      [1, 'plan-ambiguous-dockerfile'],
      [3, 'plan-contradiction'],
    ]);
  });

  test('shows a mapping, too', async () => {
    put({
      'p.yaml':
        'services:\n  a: { dockerfile: D, ports: { http: 80, x: { from: 1, to: 2 } } }\n  b: { dockerfile: E, ports: { 3: 4 } }\nreserved: { 5: c }\n',
    });
    expect(planText(showPlan(await load('p.yaml'), cwd)).split('\n')).toEqual([
      'p.yaml:2:3   a  http: 80, x: 1 → 2  D',
      'p.yaml:3:3   b  3 → 4               E',
      'p.yaml:4:13  c  5                   reserved',
      '',
    ]);
  });
});

describe('convert', () => {
  const convert = async (file: string, folder = cwd) => convertPlan(await load(file), { cwd, folder });

  test('writes a mapping that is read as the plan is', async () => {
    put({
      'x/Dockerfile.api': '',
      'x/web/Dockerfile': '',
      'x/multi/Dockerfile': '',
      'x/p.md':
        '|Service|Port|Host|Image|\n|-|-|-|-|\n|API|8095 → 8096|`api`|`r.example/api:1`|\n|Web|53/udp|||\n|Multi|80 (http), 81 (metrics)|||\n|Node Management|8095|||\n',
    });
    const text = await convert('x/p.md');
    expect(text).toBe(`# From x/p.md. Paths are relative to the folder of this file.

services:
  # x/p.md:3:2
  api:
    dockerfile: x/Dockerfile.api
    hosts: [ api ]
    port: { from: 8095, to: 8096 }
    image: r.example/api:1
  # x/p.md:4:2
  web:
    dockerfile: x/web/Dockerfile
    port: 53/udp
  # x/p.md:5:2
  multi:
    dockerfile: x/multi/Dockerfile
    ports: { http: 80, metrics: 81 }
reserved: { 8095: node-management }
`);
    const [plan, again] = [(await load('x/p.md')).mapping, parseMapping(text, 'ports.yaml')];
    const facts = ({ services, reserved }: typeof plan) => [
      services.map(({ assigned }) => assigned.map(({ port, from, name, protocol }) => [port, from, name, protocol])),
      reserved.map(({ port }) => port),
    ];
    expect(facts(again)).toEqual(facts(plan));
  });

  test('calls the main port so where the others have names', async () => {
    put({ 'Dockerfile.api': '', 'p.md': '- API: port 80\n  - Metrics port: 81\n' });
    expect(await convert('p.md')).toContain('    ports: { main: 80, metrics: 81 }\n');
  });

  test('keeps all that a mapping says', async () => {
    const fields =
      'dockerfile: [D, E], hosts: [a], shared: true, image: r/a:1, platforms: [linux/arm64], context: x, push: true';
    put({
      'p.yaml': `services:\n  a: { ${fields}, ports: { 1: 2, 3/udp: 4 } }\n  b: { dockerfile: F, ports: [1, { from: [2, 3], to: 4 }] }\nports: { 5: 6 }\nreserved: [7]\n`,
    });
    const again = parseMapping(await convert('p.yaml'), 'p.yaml');
    const { mapping } = await load('p.yaml');
    const plain = (value: unknown) =>
      JSON.parse(JSON.stringify(value, (key, inner) => (key === 'place' ? undefined : inner)));
    expect(plain(again)).toEqual(plain(mapping));
  });

  test('keeps the names of a mapping', async () => {
    put({
      'p.yaml':
        'services: { A_b: { dockerfile: D, port: 1 }, "a b": { dockerfile: E, port: 2 } }\nreserved: { 3: C d }\n',
    });
    const { services, reserved } = parseMapping(await convert('p.yaml'), 'p');
    expect(services.map(({ name }) => name)).toEqual(['A_b', 'a b']);
    expect(reserved[0]?.owner).toBe('C d');
  });
});

test('a plan that was carried out asks for nothing', async () => {
  put({ 'api/Dockerfile': dockerfile(8095), 'web/Dockerfile': `FROM x\nENV API=http://api:8095\nEXPOSE 8096\n` });
  put({ 'p.csv': 'service,port,host\napi,8096,api\nweb,8097,\n' });
  const run = async () => {
    const { mapping } = await load('p.csv');
    return planRun({ mapping, paths: ['.'], cwd, certainty: 'probable', comments: true, splitRanges: false });
  };
  const first = await run();
  expect(first.diagnostics).toEqual([]);
  expect(first.files.map(({ after }) => after)).toEqual([
    dockerfile(8096),
    'FROM x\nENV API=http://api:8096\nEXPOSE 8097\n',
  ]);
  for (const { absolute, after } of first.files) writeFileSync(absolute, after);
  const second = await run();
  expect([second.diagnostics, second.files.flatMap(({ edits }) => edits)]).toEqual([[], []]);
});
