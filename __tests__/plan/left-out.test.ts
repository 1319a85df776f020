import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPlan } from '../../src/plan/load.ts';

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

/** `NAME PORT…` of each service with a Dockerfile, `PORT is of NAME` of others, then what is said. */
async function said(file: string, text: string): Promise<string[]> {
  put(file, text);
  const { mapping, diagnostics } = await readPlan(file, { cwd, paths: [] });
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
