import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bakeFile, type RebuildService, rebuildScript, shellQuote } from '../../src/report/rebuild.ts';

const staking: RebuildService = {
  name: 'trx-staking',
  dockerfiles: ['tron/Dockerfile.trx-staking'],
  image: 'pickme/lucid-trx-staking:latest-arm64',
  platforms: ['linux/arm64', 'linux/amd64'],
  context: 'tron',
  push: true,
};
const odd: RebuildService = {
  name: "odd\n$(touch pwned)'",
  dockerfiles: ["-a b'c/$(touch pwned)\n`x`\t\\.Dockerfile"],
  image: 'registry.example:5000/odd:1',
};

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reberth-rebuild-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a script with a docker that writes down its arguments and where it was started. */
function run(script: string, code = 0): { calls: string[][]; cwd: string[]; status: number | null } {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  mkdirSync(join(folder, 'out', 'scripts'), { recursive: true });
  const log = join(folder, 'calls');
  writeFileSync(
    join(bin, 'docker'),
    `#!/usr/bin/env bash\nprintf '%s\\0' "$PWD" "$@" >> ${shellQuote(log)}\nprintf '\\0' >> ${shellQuote(log)}\nexit ${code}\n`,
  );
  chmodSync(join(bin, 'docker'), 0o755);
  const file = join(folder, 'out', 'scripts', 'rebuild.sh');
  writeFileSync(file, script);
  execFileSync('bash', ['-n', file]);
  const { status } = spawnSync('bash', [file], {
    cwd: tmpdir(),
    env: { PATH: `${bin}:${process.env['PATH']}` },
    encoding: 'utf8',
  });
  const calls = readFileSync(log, 'utf8')
    .split('\0\0')
    .filter((call) => call !== '')
    .map((call) => call.split('\0'));
  return { calls: calls.map((call) => call.slice(1)), cwd: calls.map(([cwd = '']) => cwd), status };
}

test('the script builds exactly the given services, from whatever folder', () => {
  const { calls, cwd, status } = run(rebuildScript([staking, odd], { folder: '../..' }));
  expect(status).toBe(0);
  expect(calls).toEqual([
    [
      'buildx',
      'build',
      '--platform',
      'linux/arm64,linux/amd64',
      '-t',
      'pickme/lucid-trx-staking:latest-arm64',
      '-f',
      'tron/Dockerfile.trx-staking',
      '--push',
      'tron',
    ],
    [
      'buildx',
      'build',
      '-t',
      'registry.example:5000/odd:1',
      '-f',
      "./-a b'c/$(touch pwned)\n`x`\t\\.Dockerfile",
      "./-a b'c",
    ],
  ]);
  expect(new Set(cwd)).toEqual(new Set([execFileSync('pwd', ['-P'], { cwd: folder, encoding: 'utf8' }).trim()]));
});

test('the line of a usual service is as people write it', () => {
  expect(rebuildScript([staking])).toContain(
    '\ndocker buildx build --platform linux/arm64,linux/amd64 -t pickme/lucid-trx-staking:latest-arm64 -f tron/Dockerfile.trx-staking --push tron\n',
  );
});

test('the script stops at the first build that fails', () => {
  const { calls, status } = run(rebuildScript([staking, odd], { folder: '../..' }), 7);
  expect(status).toBe(7);
  expect(calls).toHaveLength(1);
});

test('of several Dockerfiles of one image only the first is built', () => {
  const { calls } = run(rebuildScript([{ ...staking, dockerfiles: ['a/Dockerfile', 'a/Dockerfile.dev'] }]));
  expect(calls.map((call) => call[call.indexOf('-f') + 1])).toEqual(['a/Dockerfile']);
});

test('without an image nothing is tagged or pushed; the context is the folder of the Dockerfile', () => {
  const { calls } = run(rebuildScript([{ name: 'a', dockerfiles: ['a/Dockerfile', 'b/Dockerfile'], push: true }]));
  expect(calls).toEqual([
    ['buildx', 'build', '-f', 'a/Dockerfile', 'a'],
    ['buildx', 'build', '-f', 'b/Dockerfile', 'b'],
  ]);
});

test('no service, no build', () => {
  expect(rebuildScript([])).not.toContain('docker');
});

test('a remote context stays as it is', () => {
  expect(rebuildScript([{ ...staking, context: 'https://git.example/app.git#main' }])).toContain(
    "--push 'https://git.example/app.git#main'\n",
  );
});

test('the bake file says the same', () => {
  const bake = JSON.parse(
    bakeFile([staking, { name: 'a.b/c', dockerfiles: ['x/Dockerfile'], image: `a:${'$'}{TAG}-%{x}` }]),
  );
  expect(bake).toEqual({
    group: { default: { targets: ['trx-staking', 'a_b_c'] } },
    target: {
      'trx-staking': {
        context: 'tron',
        dockerfile: 'Dockerfile.trx-staking',
        tags: ['pickme/lucid-trx-staking:latest-arm64'],
        platforms: ['linux/arm64', 'linux/amd64'],
        output: ['type=registry'],
      },
      a_b_c: { context: 'x', dockerfile: 'Dockerfile', tags: [`a:$${'$'}{TAG}-%%{x}`] },
    },
  });
});

test('a Dockerfile of the bake file is relative to its context, and each target has its own name', () => {
  const bake = JSON.parse(
    bakeFile([
      { name: 'a', dockerfiles: ['docker/Dockerfile', 'docker/Dockerfile.dev'], context: 'src' },
      { name: 'a', dockerfiles: ['docker/Dockerfile'], context: '.' },
    ]),
  );
  expect(Object.entries(bake.target)).toEqual([
    ['a', { context: 'src', dockerfile: '../docker/Dockerfile' }],
    ['a_2', { context: 'src', dockerfile: '../docker/Dockerfile.dev' }],
    ['a_3', { context: '.', dockerfile: 'docker/Dockerfile' }],
  ]);
});

test.each([
  'plain/path.x',
  '',
  ' ',
  "it's",
  '$HOME `x` "y" \\',
  '~',
  '*',
  'a\nb',
  '\x1b[31m',
  '\u009b',
  'é\n',
  '#x',
  '-n',
  '!x',
  '{a,b}',
  'a=b',
])('bash reads the quoted %j as it is', (word) => {
  const said = execFileSync('bash', ['-c', `printf '%s.' ${shellQuote(word)}`], { encoding: 'utf8' });
  expect(said).toBe(`${word}.`);
});
