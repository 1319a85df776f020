import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, type Outcome, reberth, removeFolders } from './support/process.ts';

afterAll(removeFolders);

const read = (cwd: string, path: string): string => readFileSync(join(cwd, path), 'utf8');

/** `LINE:COLUMN FROM>TO` of what the dry run would change, and of the places that the check calls wrong. */
async function bothSay(
  cwd: string,
  ...args: string[]
): Promise<{ apply: string[]; check: string[]; review: string[] }> {
  const dry = JSON.parse(String((await reberth(['apply', ...args, '--format', 'json'], { cwd })).stdout));
  const checked = JSON.parse(String((await reberth(['check', ...args, '--format', 'json'], { cwd })).stdout));
  const edits = dry.files.flatMap(({ path, edits: own }: { path: string; edits: Place[] }) =>
    own.map(({ line, column, from, to }) => `${path}:${line}:${column} ${from}>${to}`),
  );
  const services: readonly Checked[] = checked.services;
  const places = services.flatMap(({ problems }) => problems.flatMap((problem) => problem.places));
  return {
    apply: edits.toSorted(),
    check: places.map((at) => `${at.file}:${at.line}:${at.column} ${at.port}>${at.required}`).toSorted(),
    review: services.flatMap(({ review }) => review.map(({ file, line, code }) => `${file}:${line} ${code}`)),
  };
}

interface Place {
  readonly line: number;
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

interface Checked {
  readonly problems: readonly {
    readonly places: readonly (Place & { file: string; port: number; required: number })[];
  }[];
  readonly review: readonly { readonly file: string; readonly line: number; readonly code: string }[];
}

const apply = (cwd: string, ...args: string[]): Promise<Outcome> => reberth(['apply', ...args], { cwd });
const check = (cwd: string, ...args: string[]): Promise<Outcome> => reberth(['check', ...args], { cwd });

describe('the address of a service that does not list the host, but is called like it', () => {
  const FILES = {
    'Dockerfile.gateway': 'FROM a\nENV STAKING_URL=http://trx-staking:8095\nEXPOSE 8000\n',
    'Dockerfile.trx-staking': 'FROM a\nENV PORT=8095\nEXPOSE 8095\n',
    'plan.md': '| Service | Port |\n| --- | --- |\n| Gateway | 8000 |\n| TRX Staking | 8096 |\n',
  };
  const stated = {
    'services.yaml':
      'services:\n  gateway: { dockerfile: Dockerfile.gateway, ports: { 1: 2 } }\n' +
      '  trx-staking: { dockerfile: Dockerfile.trx-staking, ports: { 8095: 8096 } }\n',
  };

  test.concurrent.each([
    ['a plan', ['--plan', 'plan.md'], FILES],
    ['a mapping that states the move', ['--map', 'services.yaml'], { ...FILES, ...stated }],
  ])('is for review in apply and in check, by %s', async (_, args, files) => {
    const cwd = folderWith(files);
    const says = /2:36.* "trx-staking" is called like a service whose 8095 moves to 8096/;
    expect((await check(cwd, ...args)).stdout.toString()).toMatch(says);
    const applied = await apply(cwd, ...args);
    expect(applied.stderr).toMatch(says);
    expect(read(cwd, 'Dockerfile.gateway')).toBe(FILES['Dockerfile.gateway']);
  });

  test.concurrent('is still said when the plan is carried out, where the service states that port nowhere', async () => {
    const cwd = folderWith({ ...FILES, 'job/Dockerfile': 'FROM a\nENV STAKING=http://trx-staking:8095/\n' });
    const args = ['--plan', 'plan.md', '--strict'];
    expect((await apply(cwd, '--plan', 'plan.md')).code).toBe(0);
    const { code, stdout } = await check(cwd, ...args);
    expect([code, stdout.toString()]).toEqual([
      1,
      expect.stringContaining('trx-staking is called like TRX Staking, which is to be on 8096 and states 8095 nowhere'),
    ]);
    const all = await check(cwd, '.', ...args);
    expect(all.stdout.toString()).toMatch(/job\/Dockerfile:2:32.*trx-staking is called like TRX Staking/);
  });
});

test.concurrent('a port that one assignment takes away is not there for another one', async () => {
  const cwd = folderWith({
    Dockerfile: 'FROM a\nENV METRICS_PORT=8096\nEXPOSE 8095 8096\nHEALTHCHECK CMD curl -f http://localhost:8095/\n',
    'ports.yaml': 'services: { api: { dockerfile: Dockerfile, ports: { http: 8096, metrics: 9100 } } }\n',
  });
  const all = ['2:18 8096>9100', '3:13 8096>9100', '3:8 8095>8096', '4:42 8095>8096'].map((at) => `Dockerfile:${at}`);
  expect(await bothSay(cwd, '--map', 'ports.yaml')).toMatchObject({ apply: all, check: all });
  expect((await apply(cwd, '--map', 'ports.yaml')).code).toBe(0);
  expect(read(cwd, 'Dockerfile')).toBe(
    'FROM a\nENV METRICS_PORT=9100\nEXPOSE 8096 9100\nHEALTHCHECK CMD curl -f http://localhost:8096/\n',
  );
  expect((await check(cwd, '--map', 'ports.yaml', '--strict')).code).toBe(0);
  expect(await bothSay(cwd, '--map', 'ports.yaml')).toEqual({ apply: [], check: [], review: [] });
});

test.concurrent('a host that is called like its file is its own for both', async () => {
  const cwd = folderWith({
    'Dockerfile.session-pipeline':
      'FROM a\nENV SELF_URL=http://lucid-session-pipeline:8095/x\nEXPOSE 8095\nCMD ["uvicorn", "a:b", "--port", "8095"]\n',
    'ports.yaml': 'services: { pipeline: { dockerfile: Dockerfile.session-pipeline, port: 8096 } }\n',
  });
  const all = ['2:44', '3:8', '4:35'].map((at) => `Dockerfile.session-pipeline:${at} 8095>8096`);
  expect(await bothSay(cwd, '--map', 'ports.yaml')).toEqual({ apply: all, check: all, review: [] });
  const { stdout } = await check(cwd, '--map', 'ports.yaml');
  expect(stdout.toString()).not.toContain('reaches');
});

describe('ports for every Dockerfile', () => {
  test.concurrent('leave the port that a service is to have', async () => {
    const cwd = folderWith({
      Dockerfile: 'FROM a\nEXPOSE 8001\nCMD ["x", "--port", "8001"]\n',
      'ports.yaml': 'services: { api: { dockerfile: Dockerfile, ports: { 8003: 8001 } } }\nports: { 8001: 9100 }\n',
    });
    expect(await bothSay(cwd, '--map', 'ports.yaml')).toEqual({ apply: [], check: [], review: [] });
    expect((await apply(cwd, '--map', 'ports.yaml', '-n')).stderr).toContain(
      'nothing to move for 8001: what has it, such as Dockerfile, is of services that say otherwise',
    );
  });

  test.concurrent('move the address of a service whose Dockerfile does not state them', async () => {
    const cwd = folderWith({
      'api/Dockerfile': 'FROM a\nEXPOSE 8001\n',
      'job/Dockerfile': 'FROM a\nENV API=http://api:5000 METRICS=http://api:8001\n',
      'ports.yaml':
        'services: { api: { dockerfile: api/Dockerfile, ports: { 8001: 8002 }, hosts: [api] } }\nports: { 5000: 5050 }\n',
    });
    const all = ['api/Dockerfile:2:8 8001>8002', 'job/Dockerfile:2:20 5000>5050', 'job/Dockerfile:2:44 8001>8002'];
    expect(await bothSay(cwd, '.', '--map', 'ports.yaml')).toEqual({ apply: all, check: all, review: [] });
  });
});

test.concurrent('an entry is not done where another one takes the port away that it leads to', async () => {
  const cwd = folderWith({
    Dockerfile: 'FROM a\nEXPOSE 8095\n',
    'ports.yaml': 'services: { api: { dockerfile: Dockerfile, ports: { 8001: 8095, 8095: 9300 } } }\n',
  });
  const { stderr } = await apply(cwd, '--map', 'ports.yaml', '-n');
  expect(stderr).toContain('nothing to move for 8001 of api: its Dockerfile does not state it');
  expect((await check(cwd, '--map', 'ports.yaml')).stdout.toString()).toContain(
    'is to have 8095 (ports.yaml:1:53), instead of 8001, which is not in Dockerfile, and 8095 is to become another port',
  );
});

test.concurrent('of a Dockerfile that nobody assigns a port, apply does not say that it disagrees with itself', async () => {
  const cwd = folderWith({});
  const input = 'FROM a\nEXPOSE 8096\nHEALTHCHECK CMD curl http://localhost:8095/\n';
  const { stdout, stderr } = await reberth(['apply', '-', '--port', '8096=8097'], { cwd, input });
  expect([stdout.toString(), stderr]).toEqual([
    input.replace('8096', '8097'),
    expect.not.stringContaining('disagrees'),
  ]);
});
