import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Plan, readPlan } from '../../src/plan/load.ts';

let cwd = '';
beforeEach(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'reberth-left-out-')));
  for (const name of ['api', 'web', 'jobs']) put(`Dockerfile.${name}`, 'FROM x\nEXPOSE 8095\n');
  put('Dockerfile.worker', 'FROM x\nCMD ["./work"]\n');
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function put(name: string, text: string): void {
  writeFileSync(join(cwd, name), text);
}

function readAll(file: string, text: string): Promise<Plan> {
  put(file, text);
  return readPlan(file, { cwd, paths: [] });
}

/** `NAME PORT…` of each service with a Dockerfile, `PORT is of NAME` of others, then what is said. */
async function said(file: string, text: string): Promise<string[]> {
  const { mapping, diagnostics } = await readAll(file, text);
  return [
    ...mapping.services.map(({ name, assigned }) => [name, ...assigned.map(({ port }) => port)].join(' ')),
    ...mapping.reserved.map(({ port, owner }) => `${port} is of ${owner}`),
    ...diagnostics
      .filter(({ code }) => code !== 'plan-no-dockerfile')
      .map(({ line, column, severity, message }) => `${line}:${column} ${severity}: ${message}`),
  ];
}

const lost = (name: string, reason: string) => `error: it is not clear which port "${name}" is to have: ${reason}`;
const unread = (reason: string) => `warning: this was not understood: ${reason}`;

describe('a row with a service and no port', () => {
  test('is an error, too, where its Dockerfile cannot be read', async () => {
    const csv = 'service,port\nweb,8097\nworker,\n';
    const reason = 'the port of "worker" is left empty';
    expect(await said('p.csv', csv)).toEqual(['web 8097', `3:1 ${unread(reason)}`]);
    writeFileSync(join(cwd, 'Dockerfile.worker'), '\uFEFFFROM x\n', 'utf16le');
    expect(await said('p.csv', csv)).toEqual(['web 8097', `3:1 ${lost('worker', reason)}`]);
  });

  test.each([
    ['an empty cell', '', 'the port of "api" is left empty'],
    ['a dash', '—', 'it names no port'],
    ['nothing to be had', 'n/a', 'it names no port'],
    ['a word', 'eighty', '"eighty" is not a port'],
  ])('is an error where its Dockerfile has one: %s', async (_, cell, reason) => {
    const table = `|Service|Port|\n|-|-|\n|web|8097|\n|api|${cell}|\n`;
    expect(await said('p.md', table)).toEqual(['web 8097', `4:2 ${lost('api', reason)}`]);
    expect(await said('p.csv', `service,port\nweb,8097\napi,${cell}\n`)).toEqual([
      'web 8097',
      `3:1 ${lost('api', reason)}`,
    ]);
  });

  test('is an error where the row ends before it', async () => {
    const reason = 'the port of "api" is left empty';
    expect(await said('p.csv', 'service,port\nweb,8097\napi\n')).toEqual(['web 8097', `3:1 ${lost('api', reason)}`]);
  });

  test('is a warning where its Dockerfile has none, where there is none, and where it is stated elsewhere', async () => {
    expect(await said('p.csv', 'service,port\nworker,\nmailer,n/a\nweb,8097\nweb,\n')).toEqual([
      'web 8097',
      `2:1 ${unread('the port of "worker" is left empty')}`,
      `3:1 ${unread('it names no port')}`,
      `5:1 ${unread('the port of "web" is left empty')}`,
    ]);
  });

  test.each(['TBD', 'tba', 'to be decided', '?', 'pending'])(
    'is a warning where it is yet to come: %s',
    async (cell) => {
      expect(await said('p.csv', `service,port\nweb,8097\napi,${cell}\n`)).toEqual([
        'web 8097',
        `3:1 ${unread('it names no port')}`,
      ]);
    },
  );

  test('is an error in a column of words, whatever its Dockerfile has', async () => {
    expect(await said('p.csv', 'service,port\nweb,8097\nworker,eighty\n')).toEqual([
      'web 8097',
      `3:1 ${lost('worker', '"eighty" is not a port')}`,
    ]);
  });

  test('is nothing where it is empty as a whole', async () => {
    expect(await said('p.csv', 'service,port\nweb,8097\n,\n')).toEqual(['web 8097']);
  });
});

describe('two services in one place', () => {
  const message = (name: string) =>
    `"${name}" seems to be several services: parts of it are called like Dockerfile.web, Dockerfile.api`;

  test.each([
    ['p.md', '|Service|Port|\n|-|-|\n|api, web|8097|\n', '3:2', 'api, web'],
    ['p.md', '|Service|Port|\n|-|-|\n|`api`<br>`web`|8097|\n', '3:3', 'api, web'],
    ['p.csv', 'service,port\n"api\nweb",8097\n', '2:2', 'api, web'],
    ['p.csv', 'service,port\napi / web,8097\n', '2:1', 'api / web'],
    ['p.md', '- api and web: port 8097\n', '1:3', 'api and web'],
    ['p.md', '## api & web\n\n- Port: 8097\n', '3:3', 'api & web'],
  ])('is an error: %s %j', async (file, text, place, name) => {
    const { diagnostics } = await readAll(file, text);
    expect(
      diagnostics.map(({ line, column, severity, message: said }) => [`${line}:${column}`, severity, said]),
    ).toEqual([[place, 'error', message(name)]]);
  });

  test('is one service where its Dockerfile is named', async () => {
    expect(await said('p.csv', 'service,port,dockerfile\napi and web,8097,Dockerfile.web\n')).toEqual([
      'api and web 8097',
    ]);
  });

  test('is an error where only the number is said', async () => {
    expect((await said('p.md', '- jobs: port 8098\n- api and web 8097\n')).slice(1)).toEqual([
      `2:3 ${lost('api and web', 'nothing says that 8097 is a port')}`,
    ]);
  });
});

describe('a second column of ports', () => {
  const second = `1:14 ${unread('another column is called "port", too')}`;

  test.each([
    ['says the same', '8096,api,8096', ['api 8096', second]],
    ['completes the first', ',api,8096', ['api 8096', second]],
    ['is empty', '8096,api,', ['api 8096', second]],
  ])('of the same name %s: it is a warning', async (_, row, expected) => {
    expect(await said('p.csv', `port,service,port\n${row}\n`)).toEqual(expected);
  });

  test('of the same name says something else: nobody knows which one counts', async () => {
    const reason = 'one column says "8096", and another one of the same name "8097"';
    expect(await said('p.md', '|Port|Service|Port|\n|-|-|-|\n|8096|api|8097|\n|8098|web|8098|\n')).toEqual([
      'web 8098',
      `1:15 ${unread('another column is called "Port", too')}`,
      `3:11 ${lost('api', reason)}`,
    ]);
    expect(await said('p.csv', 'port,service,port\n8096,api,8097\n')).toEqual([second, `2:10 error: ${reason}`]);
  });

  test('of another name is not read, which is said', async () => {
    expect(await said('p.csv', 'service,port,container port\napi,8096,80\n')).toEqual([
      'api 8096',
      `1:14 ${unread('the ports are those of the column "port"')}`,
    ]);
  });

  test('that says where the service is, beside one where it is to be, is no second one', async () => {
    expect(await said('p.csv', 'service,port,required port\napi,8096,8097\n')).toEqual(['api 8097']);
  });
});

describe('a bare number beside a service that says its port', () => {
  const WEB = '* web: port 8097\n';

  test.each([
    '* api: 8096',
    '- api: 8096',
    '1. api: 8096',
    'api: 8096',
    '* api = 8096',
    '* api=8096',
    '* api (8096)',
    '* api: :8096',
    '* api :8096',
    '* api on 8096',
    '* api is on 8096',
    '* api at 8096',
    '* api listens on 8096',
    '* api uses 8096',
    '* api — 8096',
    '* api → 8096',
    '* **api** 8096',
    '* **api:** 8096 ✅',
    '* `api` 8096',
    '* `api`: `8096`',
    '* [x] api: 8096',
    '* api: 8096 (http)',
    '* api: 8096 (Dockerfile.api)',
  ])('is its port: %s', async (line) => {
    expect(await said('p.md', `${line}\n${WEB}`)).toEqual(['api 8096', 'web 8097']);
    expect((await said('p.md', `${WEB}${line}\n`)).toSorted()).toEqual(['api 8096', 'web 8097']);
  });

  test('is that of a service without a Dockerfile, which is reserved', async () => {
    expect(await said('p.md', `* Node Management: 8095\n${WEB}`)).toEqual(['web 8097', '8095 is of Node Management']);
  });

  test('in lines of a paragraph', async () => {
    expect(await said('p.md', 'api: 8096\nweb: port 8097\n')).toEqual(['api 8096', 'web 8097']);
  });

  test.each([
    ['* api 8096', '8096'],
    ['* api:8096', '8096'],
    ['* `api:8096`', '8096'],
    ['* 8096: api', '8096'],
    ['* 8096 - api', '8096'],
    ['* api: http://localhost:8096', '8096'],
    ['* api: localhost:8096', '8096'],
    ['* api: 8096, 8105', '8096'],
    ['* api: 8095 → 8096', '8095'],
    ['* api: 9000-9003', '9000'],
    ['* api: 99999', '99999'],
    ['* api: #8096', '8096'],
    ['* api: 8096 now', '8096'],
    ['* api: 3', '3'],
    ['* api should be on 8096', '8096'],
    ['* api goes to 8096', '8096'],
  ])('that is not clear is an error where it has a Dockerfile: %s', async (line, number) => {
    expect(await said('p.md', `${line}\n${WEB}`)).toEqual([
      'web 8097',
      `1:${line.indexOf('`') === -1 ? 3 : 4} ${lost('api', `nothing says that ${number} is a port`)}`,
    ]);
  });

  test('that is not clear is a warning where it has none, or where its port is stated elsewhere', async () => {
    expect(await said('p.md', `* redis 6379\n${WEB}* web 8098\n`)).toEqual([
      'web 8097',
      `1:3 ${unread('nothing says that 6379 is a port')}`,
      `3:3 ${unread('nothing says that 8098 is a port')}`,
    ]);
  });

  test('of a measure is a port only where a Dockerfile is called so', async () => {
    expect(await said('p.md', `* Jobs: 8096\n* Timeout: 5000\n* Workers: 16\n${WEB}`)).toEqual([
      'Jobs 8096',
      'web 8097',
    ]);
  });

  test.each([
    'takes 30 seconds',
    'api takes 30 seconds',
    '3 replicas',
    'version 1.2',
    'Released: 2026-05-01',
    'The images are built in 2024.',
    'Built for linux/arm64',
    'api: 99.9%',
    'api: 512 MB',
    '~~api: 8096~~',
    'It costs $5000',
  ])('is prose: %s', async (line) => {
    expect(await said('p.md', `* ${line}\n${WEB}`)).toEqual(['web 8097']);
  });
});

describe('a bare number in another list', () => {
  const OTHER = '# Plan\n\n* web: port 8097\n\n# Others\n\n';

  test.each(['* api: 8096', '* api (8096)', 'api: 8096', '## api: 8096', '* api\n  * 8096'])(
    'is an error where a Dockerfile is called so: %s',
    async (text) => {
      expect((await said('p.md', `${OTHER}${text}\n`)).slice(1)).toEqual([
        expect.stringContaining(lost('api', 'nothing says that 8096 is a port')),
      ]);
    },
  );

  test.each(['* Memory: 8096', '* redis: 6379', '* web: 8098', '## Step 2', '## api 2', '* 30'])(
    'is nothing elsewhere: %s',
    async (text) => {
      expect(await said('p.md', `${OTHER}${text}\n`)).toEqual(['web 8097']);
    },
  );

  test('says nothing of what is said of one service', async () => {
    const text = '### web\n\n- Port: 8097\n- Metrics port: 9100\n- Memory: 512\n- Replicas: 3\n- Owner: 4711\n';
    expect(await said('p.md', text)).toEqual(['web 8097 9100']);
  });

  test('in a document that names no service with a port, it is passed over', async () => {
    expect(await said('p.md', '- api: 8096\n')).toEqual(['1:1 error: the plan names no service with a port']);
  });
});

describe('a port in words', () => {
  const WEB = '* web: port 8097\n';

  test.each([
    '* api: port: eighty\n',
    '* api (port: eighty)\n',
    '\n## api\n\n* Port: eighty\n',
    '* api\n  * Port: eighty\n',
  ])('is an error: %j', async (text) => {
    expect((await said('p.md', `${WEB}${text}`)).slice(1)).toEqual([
      expect.stringContaining(lost('api', '"eighty" is not a port')),
    ]);
  });

  test.each([
    '* api: port TBD\n',
    '* api (port to be decided)\n',
    '\n## api\n\n* Port: TBD\n',
    '* worker: no port\n* worker: port: none\n',
  ])('that is yet to come, or not to come, is a warning: %j', async (text) => {
    expect((await said('p.md', `${WEB}${text}`)).slice(1)).toEqual([
      expect.stringContaining(unread('it names no port')),
    ]);
  });

  test('is an error where it is none, and the Dockerfile has one', async () => {
    expect((await said('p.md', `${WEB}* api: port: none\n`)).slice(1)).toEqual([
      `2:3 ${lost('api', 'it names no port')}`,
    ]);
  });

  test.each(['* api: port forwarding\n', '* Metrics port: none\n', '* The port is taken\n', '* Ports\n'])(
    'is none in prose: %j',
    async (text) => {
      expect(await said('p.md', `${WEB}${text}`)).toEqual(['web 8097']);
    },
  );
});
