import { execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CLI, folderWith, reberth, removeFolders } from './support/process.ts';

afterAll(removeFolders);

const STAKING = 'FROM a\n# listens on 8095\nENV SERVICE_PORT=8095 TIMEOUT=8095\nEXPOSE 8095\nUSER app\n';
const GATEWAY = 'FROM a\nENV STAKING_URL=http://staking:8095/\nENV PORT=8096\nEXPOSE 8096\n';
const MAPPING = `services:
  staking:
    dockerfile: services/staking/Dockerfile
    ports: { 8095: 8096 }
  gateway:
    dockerfile: services/gateway/Dockerfile
    ports: { 8096: 8097 }
reserved: { 8095: node-management }
`;
const ONE_SERVICE =
  'services: { staking: { dockerfile: services/staking/Dockerfile, hosts: [staking], ports: { 8095: 8096 } } }\n';
const THERE = 'services: { staking: { dockerfile: ./services/staking/Dockerfile, port: 8095 } }\n';
const STAKING_AFTER = STAKING.replaceAll('8095', '8096').replace('TIMEOUT=8096', 'TIMEOUT=8095');
const GATEWAY_AFTER = GATEWAY.replaceAll('8096', '8097').replace('staking:8095', 'staking:8096');

function fleet(): string {
  return folderWith({
    'services/staking/Dockerfile': STAKING,
    'services/gateway/Dockerfile': GATEWAY,
    'ports.yaml': MAPPING.replace('    ports: { 8095: 8096 }', '    hosts: [staking]\n    ports: { 8095: 8096 }'),
  });
}

const one = (text = STAKING): string => folderWith({ Dockerfile: text });
const read = (folder: string, path = 'Dockerfile'): string => readFileSync(join(folder, path), 'utf8');

function expectUnchanged(folder: string): void {
  expect(read(folder, 'services/staking/Dockerfile')).toBe(STAKING);
  expect(read(folder, 'services/gateway/Dockerfile')).toBe(GATEWAY);
}

describe('what a user does', () => {
  test.concurrent('apply FOLDER --map FILE --dry-run shows the diff, says what it is, and writes nothing', async () => {
    const folder = fleet();
    const { code, stdout, stderr } = await reberth(['apply', 'services/', '--map', 'ports.yaml', '--dry-run'], {
      cwd: folder,
    });
    expect(code).toBe(0);
    expect(stdout.toString()).toContain('--- a/services/staking/Dockerfile\n+++ b/services/staking/Dockerfile\n');
    expect(stdout.toString()).toContain(
      '-EXPOSE 8095\n+# listens on 8096\n+ENV SERVICE_PORT=8096 TIMEOUT=8095\n+EXPOSE 8096\n USER app\n',
    );
    expect(stderr).toContain('3:18');
    expect(stderr).toContain('Would change 2 of 2 files: 6 edits. Dry run: nothing was written.');
    expectUnchanged(folder);
  });

  test.concurrent('apply FOLDER --map FILE writes, and leaves stdout empty', async () => {
    const folder = fleet();
    const { code, stdout, stderr } = await reberth(['apply', 'services/', '--map', 'ports.yaml'], { cwd: folder });
    expect([code, stdout.toString()]).toEqual([0, '']);
    expect(stderr).toContain('Changed 2 of 2 files: 6 edits');
    expect(read(folder, 'services/staking/Dockerfile')).toBe(STAKING_AFTER);
    expect(read(folder, 'services/gateway/Dockerfile')).toBe(GATEWAY_AFTER);
  });

  test.concurrent('apply without paths takes the Dockerfiles of the mapping', async () => {
    const folder = fleet();
    const { code } = await reberth(['apply', '-m', 'ports.yaml'], { cwd: folder });
    expect([code, read(folder, 'services/staking/Dockerfile')]).toEqual([0, STAKING_AFTER]);
  });

  test.concurrent('apply FILE --port A=B -n needs no mapping', async () => {
    const folder = one();
    const { code, stdout } = await reberth(['apply', 'Dockerfile', '--port', '8095=8096', '-n'], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout.toString()).toContain('+EXPOSE 8096\n');
    expect(read(folder)).toBe(STAKING);
  });

  test.concurrent('--port can be given several times, and beside a mapping', async () => {
    const folder = folderWith({ Dockerfile: 'FROM a\nEXPOSE 80 81 82\n', 'ports.yaml': 'ports: { 82: 9082 }\n' });
    const args = ['apply', 'Dockerfile', '--port', '80=9080', '--port', '81=9081', '-m', 'ports.yaml'];
    expect((await reberth(args, { cwd: folder })).code).toBe(0);
    expect(read(folder)).toBe('FROM a\nEXPOSE 9080 9081 9082\n');
  });

  test.concurrent('git ls-files -z | apply --files-from - -0 takes any name', async () => {
    const names = ['a b/Dockerfile', 'new\nline/Dockerfile', '-x.Dockerfile', 'ä/Dockerfile'];
    const folder = folderWith({
      ...Object.fromEntries(names.map((name) => [name, STAKING])),
      'other/Dockerfile': STAKING,
      'ports.yaml': 'ports: { 8095: 8096 }\n',
    });
    execFileSync('git', ['init', '-q'], { cwd: folder });
    execFileSync('git', ['add', '--', ...names], { cwd: folder });
    const input = execFileSync('git', ['ls-files', '-z', '*Dockerfile*'], { cwd: folder });
    const args = ['apply', '--files-from', '-', '-0', '--map', 'ports.yaml'];
    const refused = await reberth(args, { cwd: folder, input });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('error[uncommitted-changes]');
    expect(read(folder, '-x.Dockerfile')).toBe(STAKING);
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', 'commit', '-qm', 'x'], { cwd: folder });
    expect((await reberth(args, { cwd: folder, input })).code).toBe(0);
    for (const name of names) expect([name, read(folder, name)]).toEqual([name, STAKING_AFTER]);
    expect(read(folder, 'other/Dockerfile')).toBe(STAKING);
  });

  test.concurrent('--files-from FILE reads lines', async () => {
    const folder = folderWith({ 'a/Dockerfile': STAKING, 'b/Dockerfile': STAKING, list: 'a/Dockerfile\r\n\n' });
    const args = ['apply', '--files-from', 'list', '--port', '8095=8096'];
    expect((await reberth(args, { cwd: folder })).code).toBe(0);
    expect([read(folder, 'a/Dockerfile'), read(folder, 'b/Dockerfile')]).toEqual([STAKING_AFTER, STAKING]);
  });

  test.concurrent('apply - filters standard input, byte for byte', async () => {
    const input = Buffer.concat([
      Buffer.from('\uFEFFFROM a\r\nEXPOSE 80\r\n# \u00e4 '),
      Buffer.from([0xff, 0xfe, 0x80]),
    ]);
    const args = ['apply', '-', '--stdin-filename', 'Dockerfile', '--port', '80=8080'];
    const { code, stdout, stderr } = await reberth(args, { cwd: folderWith({}), input });
    expect(code).toBe(0);
    const expected = Buffer.from(input.toString('latin1').replace('EXPOSE 80', 'EXPOSE 8080'), 'latin1');
    expect(stdout.equals(expected)).toBe(true);
    expect(stderr).toContain('\nChanged 1 of 1 file: 1 edit');
  });

  test.concurrent('apply - with --dry-run shows the diff instead', async () => {
    const args = ['apply', '-', '--stdin-filename', 'a/b.Dockerfile', '--port', '8095=8096', '-n'];
    const { code, stdout } = await reberth(args, { cwd: folderWith({}), input: STAKING });
    expect(code).toBe(0);
    expect(stdout.toString()).toContain('+++ b/a/b.Dockerfile\n');
  });

  test.concurrent('apply - with a name of the mapping takes the ports of that service', async () => {
    const folder = fleet();
    const args = ['apply', '-', '--stdin-filename', 'services/staking/Dockerfile', '-m', 'ports.yaml'];
    const { stdout } = await reberth(args, { cwd: folder, input: STAKING });
    expect(stdout.toString()).toBe(STAKING_AFTER);
    expectUnchanged(folder);
  });

  test.concurrent.each([
    ['standard input without a name', ['-']],
    ['standard input with the name of nobody', ['-', '--stdin-filename', 'services/Dockerfile']],
    ['a file', ['other.Dockerfile']],
    ['a folder', ['elsewhere']],
  ])('apply of %s that is no service of the mapping says so', async (_, paths) => {
    const files = {
      'other.Dockerfile': STAKING,
      'elsewhere/Dockerfile': STAKING,
      'elsewhere/b/Dockerfile': 'FROM b\n',
    };
    const folder = folderWith({ ...files, 'services/staking/Dockerfile': STAKING, 'ports.yaml': ONE_SERVICE });
    for (const [flags, expected] of [
      [[], 0],
      [['--strict'], 1],
    ] as const) {
      const args = ['apply', ...paths, '-m', 'ports.yaml', ...flags];
      const { code, stderr } = await reberth(args, { cwd: folder, input: STAKING });
      expect([code, stderr]).toEqual([
        expected,
        expect.stringContaining('ports.yaml: warning[no-service]: no file of'),
      ]);
    }
    expect(read(folder, 'other.Dockerfile')).toBe(STAKING);
  });

  test.concurrent.each([
    ['a service that moves', ['-', '--stdin-filename', 'services/staking/Dockerfile'], ONE_SERVICE],
    ['a service that is there', ['-', '--stdin-filename', 'services/staking/Dockerfile'], THERE],
    ['a service and others', ['other.Dockerfile', 'services/staking/Dockerfile'], ONE_SERVICE],
    ['a file that names a service', ['client/Dockerfile'], ONE_SERVICE],
    ['any file, where there are global ports', ['other.Dockerfile'], `${ONE_SERVICE}ports: { 8095: 8097 }\n`],
  ])('apply of %s does not', async (_, paths, mapping) => {
    const folder = folderWith({
      'other.Dockerfile': STAKING,
      'services/staking/Dockerfile': STAKING,
      'client/Dockerfile': 'FROM c\nENV URL=http://staking:8096\n',
      'ports.yaml': mapping,
    });
    const args = ['apply', ...paths, '-n', '--strict', '-m', 'ports.yaml'];
    const { code, stderr } = await reberth(args, { cwd: folder, input: STAKING });
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('warning')]);
  });

  test.concurrent('apply - prints nothing where the text is refused', async () => {
    const args = ['apply', '-', '--port', '8095=8096'];
    const { code, stdout, stderr } = await reberth(args, { cwd: folderWith({}), input: 'FROM a\nEXPOSE 8095 8096\n' });
    expect([code, stdout.toString()]).toEqual([2, '']);
    expect(stderr).toContain('Dockerfile:2:13: error[port-collision]');
  });
});

describe('exit codes', () => {
  const cases: readonly (readonly [name: string, args: readonly string[], code: number])[] = [
    ['--check finds a change', ['Dockerfile', '--port', '8095=8096', '--check'], 1],
    ['--check finds none', ['Dockerfile', '--port', '1=2', '--check'], 0],
    ['nothing to do', ['Dockerfile', '--port', '1=2'], 0],
    ['--strict on an entry that matches nothing', ['Dockerfile', '--port', '1=2', '--strict', '-n'], 1],
    ['--strict with nothing to say', ['Dockerfile', '--port', '8095=8096', '--strict', '-n'], 0],
    ['--dry-run with changes', ['Dockerfile', '--port', '8095=8096', '-n'], 0],
  ];
  test.concurrent.each(cases)('%s', async (_, args, expected) => {
    const folder = one(STAKING);
    const { code } = await reberth(['apply', ...args], { cwd: folder });
    expect([code, read(folder)]).toEqual([expected, STAKING]);
  });

  test.concurrent('--check prints no diff, --strict counts what is for review', async () => {
    const folder = one('FROM a\nENV PORT=8095 X=8095\n');
    const check = await reberth(['apply', 'Dockerfile', '--port', '8095=8096', '--check'], { cwd: folder });
    expect([check.code, check.stdout.toString()]).toEqual([1, '']);
    const strict = await reberth(['apply', 'Dockerfile', '--port', '8095=8096', '-n', '--strict'], { cwd: folder });
    expect(strict.code).toBe(1);
    expect(strict.stderr).toContain('Dockerfile:2:17: review[possible]');
  });
});

describe('--format', () => {
  const KEYS = {
    run: ['version', 'files', 'diagnostics', 'summary'],
    file: ['path', 'edits', 'review', 'diagnostics'],
    edit: [
      ...['line', 'column', 'offset', 'length', 'from', 'to', 'protocol', 'role', 'certainty', 'transform'],
      ...['instruction', 'stage', 'reason'],
    ],
    review: [
      ...['line', 'column', 'offset', 'length', 'port', 'protocol', 'role', 'certainty', 'transform', 'instruction'],
      ...['stage', 'code', 'reason', 'hint'],
    ],
  };

  test.concurrent('json has the documented shape, and its places are right in bytes and in UTF-16 units', async () => {
    const bytes = Buffer.concat([
      Buffer.from('\uFEFFFROM a AS web\r\n# \u{1F600} \u00e4 '),
      Buffer.from([0xff]),
      Buffer.from(' listens on 8095\r\nENV N="\u{1F600}" PORT=8095 X=8095\r\nEXPOSE 8095'),
    ]);
    const folder = folderWith({ Dockerfile: bytes });
    const args = ['apply', 'Dockerfile', '--port', '8095=8096', '--format', 'json'];
    const { code, stdout } = await reberth(args, { cwd: folder });
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'Dockerfile')).equals(bytes)).toBe(true);
    const result: RunJson = JSON.parse(stdout.toString());
    expect(result).toMatchObject({ version: 1, files: [{ path: 'Dockerfile' }], summary: { dryRun: true, edits: 3 } });
    expect(Object.keys(result)).toEqual(KEYS.run);
    const { files } = result;
    expect(Object.keys(files[0] ?? {})).toEqual(KEYS.file);
    const [file] = files;
    expect(file?.edits.map(({ line, column }) => [line, column])).toEqual([
      [2, 21],
      [3, 17],
      [4, 8],
    ]);
    expect(file?.review.map(({ line, column, port }) => [line, column, port])).toEqual([[3, 24, 8095]]);
    for (const edit of file?.edits ?? []) expect(Object.keys(edit)).toEqual(KEYS.edit);
    for (const item of file?.review ?? []) expect(Object.keys(item)).toEqual(KEYS.review);
    for (const { offset, length } of [...(file?.edits ?? []), ...(file?.review ?? [])])
      expect(bytes.subarray(offset, offset + length).toString()).toBe('8095');
    expect(file?.edits[2]).toMatchObject({
      ...{ from: 8095, to: 8096, protocol: 'tcp', role: 'expose', certainty: 'exact', transform: 'expose' },
      ...{ instruction: 'EXPOSE', stage: 'web' },
    });
  });

  test.concurrent('json says errors, too, and stays JSON', async () => {
    const folder = one('FROM a\nEXPOSE 8095 8096\n');
    const args = ['apply', 'Dockerfile', '--port', '8095=8096', '--format', 'json'];
    const { code, stdout } = await reberth(args, { cwd: folder });
    expect(code).toBe(2);
    expect(JSON.parse(stdout.toString())).toMatchObject({
      files: [{ edits: [], review: [{ code: 'refused', port: 8095 }] }],
      summary: { errors: 1, filesWritten: 0 },
    });
    expect(stdout.toString()).toContain('"code": "port-collision",\n          "severity": "error"');
  });

  test.concurrent('json of nothing to do', async () => {
    const args = ['apply', 'Dockerfile', '--port', '1=2', '--format', 'json'];
    const { code, stdout } = await reberth(args, { cwd: one() });
    expect(code).toBe(0);
    expect(JSON.parse(stdout.toString())).toMatchObject({ files: [], summary: { edits: 0, filesRead: 1 } });
  });

  test.concurrent('summary has a line for each file, and totals', async () => {
    const folder = fleet();
    const { code, stdout } = await reberth(['apply', '-m', 'ports.yaml', '--format', 'summary'], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout.toString()).toMatch(/^services\/gateway\/Dockerfile: 3 edits: /m);
    expect(stdout.toString()).toMatch(/^services\/staking\/Dockerfile: 3 edits: 8095 → 8096 \(/m);
    expect(stdout.toString()).toContain('Would change 2 of 2 files: 6 edits');
    expectUnchanged(folder);
  });

  test.concurrent('summary of a conflict says that the run is refused, as the run itself does', async () => {
    const services = ['staking', 'gateway'].map((name, i) => {
      return `${name}: { dockerfile: services/${name}/Dockerfile, ports: { ${8095 + i}: 8099 } }`;
    });
    const folder = fleet();
    writeFileSync(join(folder, 'ports.yaml'), `services: { ${services.join(', ')} }\n`);
    const run = await reberth(['apply', '-m', 'ports.yaml', '--format', 'summary'], { cwd: folder });
    expect([run.code, run.stdout.toString()]).toEqual([
      2,
      expect.stringMatching(/\nRefused because of 1 error: nothing would be written\.\n$/),
    ]);
  });

  test.concurrent('diff is what --dry-run shows', async () => {
    const folder = one();
    const diff = await reberth(['apply', 'Dockerfile', '--port', '8095=8096', '--format', 'diff'], { cwd: folder });
    const dry = await reberth(['apply', 'Dockerfile', '--port', '8095=8096', '-n'], { cwd: folder });
    expect(diff.stdout.equals(dry.stdout)).toBe(true);
    expect(read(folder)).toBe(STAKING);
  });
});

interface RunJson {
  readonly files: readonly {
    readonly edits: readonly { line: number; column: number; offset: number; length: number }[];
    readonly review: readonly { line: number; column: number; offset: number; length: number; port: number }[];
  }[];
}

describe('what is said', () => {
  test.concurrent('--quiet says only errors', async () => {
    const quiet = await reberth(['apply', 'Dockerfile', '--port', '8095=8096', '--quiet'], { cwd: one() });
    expect([quiet.code, quiet.stderr, quiet.stdout.toString()]).toEqual([0, '', '']);
    const args = ['apply', 'Dockerfile', '--port', '8095=8096', '-q'];
    const wrong = await reberth(args, { cwd: one('FROM a\nEXPOSE 8095 8096\n') });
    expect([wrong.code, wrong.stderr.includes('error[port-collision]')]).toEqual([2, true]);
  });

  test.concurrent('--verbose says why, and what was left alone', async () => {
    const args = ['apply', 'Dockerfile', '--port', '8095=8096', '-n', '--verbose'];
    const { stderr } = await reberth(args, { cwd: one() });
    expect(stderr).toContain('exact: EXPOSE');
    expect(stderr).toMatch(/left alone:\n\s+3:31\s+8095\s+\S/);
  });

  test.concurrent('--color always colours, and nothing else does where there is no terminal', async () => {
    const args = ['apply', 'Dockerfile', '--port', '8095=8096', '-n'];
    const cwd = one();
    const [always, auto, never, noColor] = await Promise.all([
      reberth([...args, '--color', 'always'], { cwd }),
      reberth(args, { cwd }),
      reberth([...args, '--color=never'], { cwd, env: { FORCE_COLOR: '1' } }),
      reberth(args, { cwd, env: { NO_COLOR: '1' } }),
    ]);
    expect([always.stdout.includes('\x1b['), always.stderr.includes('\x1b[')]).toEqual([true, true]);
    for (const { stdout, stderr } of [auto, never, noColor])
      expect([stdout.includes('\x1b['), stderr.includes('\x1b[')]).toEqual([false, false]);
  });

  test.concurrent('--color always colours what ends a run, too', async () => {
    const cwd = one('FROM a\nEXPOSE 8095\n');
    const commands = [
      ['apply', 'Dockerfile', '--map', 'nowhere.yaml'],
      ['check', '--map', 'nowhere.yaml'],
      ['scan', '--write-map', 'no/ports.yaml'],
      ['plan', 'show', 'nowhere.md'],
      ['undo'],
    ];
    for (const args of commands) {
      const [plain, colored] = [await reberth(args, { cwd }), await reberth([...args, '--color', 'always'], { cwd })];
      expect([plain.code, plain.stderr]).toEqual([2, expect.not.stringContaining('\x1b[')]);
      expect(colored.stderr).toContain('\x1b[31merror[');
      expect(colored.stderr.replace(/\x1b\[\d+m/g, '')).toBe(plain.stderr);
    }
    const never = await reberth(['undo', '--color', 'never'], { cwd, env: { FORCE_COLOR: '1' } });
    expect(never.stderr).not.toContain('\x1b[');
  });

  test.concurrent('--context sets the lines around a change', async () => {
    const text = `FROM a\n${'RUN x\n'.repeat(9)}EXPOSE 8095\n${'RUN x\n'.repeat(9)}`;
    const lines = async (...args: string[]) => {
      const { stdout } = await reberth(['apply', 'Dockerfile', '--port', '8095=8096', '-n', ...args], {
        cwd: one(text),
      });
      return stdout
        .toString()
        .split('\n')
        .filter((line) => line.startsWith(' ')).length;
    };
    expect(await Promise.all([lines(), lines('--context', '1'), lines('-U', '0'), lines('--context', '100')])).toEqual([
      ...[6, 2, 0, 19],
    ]);
  });

  test.concurrent('--explain prints the layers of a number, of all numbers of a line, or where there are none', async () => {
    const cwd = one('FROM a\nHEALTHCHECK CMD sh -c "curl http://localhost:8095/8096"\n');
    const [token, line, none, missing] = await Promise.all(
      ['Dockerfile:2:46', 'Dockerfile:2', 'Dockerfile:1', 'nowhere:1'].map((place) =>
        reberth(['apply', '--explain', place], { cwd }),
      ),
    );
    expect(token?.code).toBe(0);
    expect(token?.stdout.toString()).toMatch(/^Dockerfile:2:46: 8095\n\s+instruction\s+HEALTHCHECK on line 2/);
    expect(token?.stdout.toString()).toContain('curl http://localhost:8095/8096');
    expect(token?.stdout.toString()).not.toContain('2:51');
    expect(line?.stdout.toString()).toMatch(/^Dockerfile:2:46: 8095\n[\s\S]*^Dockerfile:2:51: 8096\n/m);
    expect(none?.stdout.toString()).not.toMatch(/^\s*rule/m);
    expect(missing?.code).toBe(2);
    expect(missing?.stderr).toContain('nowhere');
  });

  test.concurrent('--help and --version', async () => {
    const cwd = folderWith({});
    const [help, apply, version] = await Promise.all(
      [['--help'], ['apply', '--help'], ['--version']].map((args) => reberth(args, { cwd })),
    );
    expect([help?.code, apply?.code, version?.code]).toEqual([0, 0, 0]);
    expect(help?.stdout.toString()).toContain('reberth apply');
    for (const flag of ['--map', '--port', '--dry-run', '--check', '--split-ranges', '--keep-going', '--explain'])
      expect(apply?.stdout.toString()).toContain(flag);
    expect(version?.stdout.toString()).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('what is rewritten', () => {
  const cases: readonly (readonly [args: readonly string[], before: string, after: string])[] = [
    [['--no-comments'], STAKING, STAKING_AFTER.replace('listens on 8096', 'listens on 8095')],
    [['--certainty', 'exact'], STAKING, STAKING.replace('EXPOSE 8095', 'EXPOSE 8096')],
    [['--certainty=possible'], 'FROM a\nEXPOSE 8095\nRUN a --b 8095\n', 'FROM a\nEXPOSE 8096\nRUN a --b 8096\n'],
    [['--split-ranges'], 'FROM a\nEXPOSE 8090-8099/tcp\n', 'FROM a\nEXPOSE 8090-8094/tcp 9095/tcp 8096-8099/tcp\n'],
  ];
  test.concurrent.each(cases)('%j', async (flags, before, after) => {
    const folder = one(before);
    const to = flags.includes('--split-ranges') ? 9095 : 8096;
    const { code } = await reberth(['apply', 'Dockerfile', '--port', `8095=${to}`, ...flags], { cwd: folder });
    expect([code, read(folder)]).toEqual([0, after]);
  });

  test.concurrent('--root is where the paths of the mapping start, and the paths of the JSON', async () => {
    const folder = folderWith({
      'src/a/Dockerfile': STAKING,
      'maps/ports.yaml': 'services: { a: { dockerfile: a/Dockerfile, ports: { 8095: 8096 } } }\n',
    });
    const args = ['apply', '--root', 'src', '-m', 'maps/ports.yaml'];
    const json = await reberth([...args, '--format', 'json'], { cwd: folder });
    expect(JSON.parse(json.stdout.toString())).toMatchObject({ files: [{ path: 'a/Dockerfile' }] });
    const dry = await reberth([...args, '-n'], { cwd: folder });
    expect(dry.stdout.toString()).toContain('+++ b/src/a/Dockerfile\n');
    expect((await reberth(args, { cwd: folder })).code).toBe(0);
    expect(read(folder, 'src/a/Dockerfile')).toBe(STAKING_AFTER);
  });

  test.concurrent('a link out of the root is not followed', async () => {
    const folder = folderWith({ 'outside/Dockerfile': STAKING, 'root/x': '' });
    symlinkSync('../outside/Dockerfile', join(folder, 'root', 'Dockerfile'));
    const { code, stderr } = await reberth(['apply', 'root', '--root', 'root', '--port', '8095=8096'], { cwd: folder });
    expect([code, read(folder, 'outside/Dockerfile')]).toEqual([expect.any(Number), STAKING]);
    expect(stderr).toContain('[outside-root]');
  });

  test.concurrent('a link within the root is written at its target', async () => {
    const folder = folderWith({ 'real/web.Dockerfile': STAKING });
    symlinkSync('real/web.Dockerfile', join(folder, 'Dockerfile'));
    expect((await reberth(['apply', 'Dockerfile', '--port', '8095=8096'], { cwd: folder })).code).toBe(0);
    expect(read(folder, 'real/web.Dockerfile')).toBe(STAKING_AFTER);
  });

  test.concurrent('the mode of a file is kept', async () => {
    const folder = one();
    chmodSync(join(folder, 'Dockerfile'), 0o640);
    await reberth(['apply', 'Dockerfile', '--port', '8095=8096'], { cwd: folder });
    expect(statSync(join(folder, 'Dockerfile')).mode & 0o7777).toBe(0o640);
  });

  test.concurrent('names with leading dashes are files behind --', async () => {
    const folder = folderWith({ '--check': STAKING, '-n': STAKING });
    const { code } = await reberth(['apply', '--port', '8095=8096', '--', '--check', '-n'], { cwd: folder });
    expect([code, read(folder, '--check'), read(folder, '-n')]).toEqual([0, STAKING_AFTER, STAKING_AFTER]);
  });
});

describe('git apply of the dry run gives what apply writes', () => {
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'lf.Dockerfile': STAKING,
    'crlf.Dockerfile': STAKING.replaceAll('\n', '\r\n'),
    'mixed.Dockerfile': STAKING.replace('a\n', 'a\r\n').replace('app\n', 'app\r'),
    'no-end.Dockerfile': 'FROM a\nENV PORT=8095\nEXPOSE 8095',
    'bom.Dockerfile': `\uFEFF${STAKING}`,
    'bytes.Dockerfile': Buffer.concat([
      Buffer.from('FROM a\n# '),
      Buffer.from([0xff, 0x80, 0xc3]),
      Buffer.from('\nENV PORT=8095\n'),
    ]),
    'a name/ä "b".Dockerfile': STAKING,
    'tab\tand\nline/Dockerfile': STAKING,
  };

  test.concurrent('byte for byte, for all kinds of files at once', async () => {
    const [patched, written] = [folderWith(files), folderWith(files)];
    const args = ['apply', '.', '--port', '8095=8096'];
    const dry = await reberth([...args, '-n'], { cwd: patched });
    execFileSync('git', ['init', '-q'], { cwd: patched });
    execFileSync('git', ['apply', '--whitespace=nowarn'], { cwd: patched, input: dry.stdout });
    expect((await reberth(args, { cwd: written })).code).toBe(0);
    for (const [name, before] of Object.entries(files)) {
      const after = readFileSync(join(written, name));
      expect([name, readFileSync(join(patched, name)).equals(after)]).toEqual([name, true]);
      const expected = Buffer.from(
        Buffer.from(before)
          .toString('latin1')
          .replace(/(?<!TIMEOUT=)8095/g, '8096'),
        'latin1',
      );
      expect([name, after.equals(expected)]).toEqual([name, true]);
    }
  });
});

describe('what is refused', () => {
  const cases: readonly (readonly [name: string, args: readonly string[], says: RegExp])[] = [
    ['no command', [], /name a command/],
    ['an unknown command', ['move'], /move/],
    ['an unknown flag', ['apply', 'Dockerfile', '--port', '1=2', '--frobnicate'], /frobnicate/],
    ['an unknown choice', ['apply', 'Dockerfile', '--port', '1=2', '--certainty', 'sure'], /certainty/],
    ['a flag without its value', ['apply', 'Dockerfile', '--map'], /map/],
    ['no mapping', ['apply', 'Dockerfile'], /--map ports\.yaml, or --port/],
    ['no paths', ['apply', '--port', '1=2'], /name files or directories/],
    ['a path that is not there', ['apply', 'nowhere', '--port', '8095=8096'], /nowhere/],
    ['a mapping that is not there', ['apply', '--map', 'nowhere.yaml'], /nowhere\.yaml/],
    ['a mapping that is a folder', ['apply', '--map', '.'], /error/],
    ['a port that is none', ['apply', 'Dockerfile', '--port', '0=80'], /0=80|port/],
    ['a port beyond the last', ['apply', 'Dockerfile', '--port', '80=65536'], /65536/],
    ['a port to itself', ['apply', 'Dockerfile', '--port', '80=80'], /80/],
    ['a port twice', ['apply', 'Dockerfile', '--port', '80=81', '--port', '80=82'], /80/],
    ['no port at all', ['apply', 'Dockerfile', '--port', 'web'], /web/],
    [
      'lines around a change that are no number',
      ['apply', 'Dockerfile', '--port', '1=2', '--context', 'x'],
      /--context/,
    ],
    [
      'standard input beside files',
      ['apply', '-', 'Dockerfile', '--port', '8095=8096'],
      /names? "-" alone|no other paths/,
    ],
    ['standard input twice', ['apply', '-', '--files-from', '-', '--port', '8095=8096'], /standard input/],
    [
      'a report where no folder is',
      ['check', '--report', 'no/r.md'],
      /cannot write no\/r\.md: its folder is not there\n.*create no first/,
    ],
    [
      'a draft where no folder is',
      ['scan', '--write-map', 'no/m.yaml'],
      /cannot write no\/m\.yaml: its folder is not there\n.*create no first/,
    ],
    ['a collision', ['apply', 'Dockerfile', '--port', '8095=7000'], /Dockerfile:6:8: error\[port-collision\]/],
  ];
  test.concurrent.each(cases)('%s', async (_, args, says) => {
    const folder = one(`${STAKING}EXPOSE 7000\n`);
    const { code, stdout, stderr } = await reberth(args, { cwd: folder });
    expect([code, stdout.toString()]).toEqual([2, '']);
    expect(stderr).toMatch(says);
    expect(read(folder)).toBe(`${STAKING}EXPOSE 7000\n`);
  });

  test.concurrent.each([
    [['check', '-']],
    [['scan', '-']],
    [['apply', 'Dockerfile', '-m', '-']],
    [['check', '--plan', '-']],
  ])('standard input where it is not read: %s', async (args) => {
    const { code, stderr } = await reberth(args, { cwd: one() });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /there is no such file\n +hint: standard input is not read here: name a file; reberth apply -/,
    );
  });

  const mappings: readonly (readonly [name: string, mapping: string, says: RegExp])[] = [
    [
      'a key that is none',
      MAPPING.replace('dockerfile: services/staking', 'dockerfil: services/staking'),
      /ports\.yaml:3:5: error/,
    ],
    ['a port that is none', MAPPING.replace('8095: 8096', '8095: 80960'), /ports\.yaml:4:\d+: error/],
    ['a port to itself', MAPPING.replace('8095: 8096', '8095: 8095'), /ports\.yaml:4:\d+: error/],
    ['a key twice', MAPPING.replace('{ 8095: 8096 }', '{ 8095: 8096, 8095: 8098 }'), /ports\.yaml:4:\d+: error/],
    ['ranges of different length', MAPPING.replace('8095: 8096', '8095-8097: 9000-9001'), /ports\.yaml:4:\d+: error/],
    [
      'a Dockerfile that is not there',
      MAPPING.replace('services/staking/', 'services/none/'),
      /ports\.yaml:3:\d+: error/,
    ],
    ['a wrong type', MAPPING.replace('{ 8095: 8096 }', '8095'), /ports\.yaml:4:\d+: error/],
    ['what is no YAML', 'services: {\n  a: [\n', /ports\.yaml:\d+:\d+: error/],
    ['an empty file', '', /ports\.yaml/],
    [
      'a conflict of services',
      MAPPING.replace('8096: 8097', '8096: 8099').replace('8095: 8096', '8095: 8099'),
      /error\[port-conflict\]/,
    ],
    [
      'a reserved port',
      MAPPING.replace('8096: 8097', '8096: 8095').replace('8095: 8096', '8095: 8099'),
      /error\[port-reserved\]/,
    ],
  ];
  test.concurrent.each(mappings)('a mapping with %s', async (_, mapping, says) => {
    const folder = fleet();
    writeFileSync(join(folder, 'ports.yaml'), mapping);
    const { code, stdout, stderr } = await reberth(['apply', '-m', 'ports.yaml'], { cwd: folder });
    expect([code, stdout.toString()]).toEqual([2, '']);
    expect(stderr).toMatch(says);
    expectUnchanged(folder);
  });

  test.concurrent('one file with an error keeps all as they are, unless --keep-going does the others', async () => {
    const files = { 'a/Dockerfile': STAKING, 'b/Dockerfile': 'FROM a\nEXPOSE 8095 8096\n' };
    const [strict, going] = [folderWith(files), folderWith(files)];
    const all = await reberth(['apply', '.', '--port', '8095=8096'], { cwd: strict });
    expect([all.code, read(strict, 'a/Dockerfile')]).toEqual([2, STAKING]);
    expect(all.stderr).toContain('b/Dockerfile:2:13: error[port-collision]');
    const some = await reberth(['apply', '.', '--port', '8095=8096', '--keep-going'], { cwd: going });
    expect([some.code, read(going, 'a/Dockerfile')]).toEqual([2, STAKING_AFTER]);
    expect(read(going, 'b/Dockerfile')).toBe(files['b/Dockerfile']);
  });

  test.concurrent('--keep-going does not go past a conflict of services', async () => {
    const folder = fleet();
    writeFileSync(
      join(folder, 'ports.yaml'),
      MAPPING.replace('8096: 8097', '8096: 8099').replace('8095: 8096', '8095: 8099'),
    );
    const { code } = await reberth(['apply', '-m', 'ports.yaml', '--keep-going'], { cwd: folder });
    expect(code).toBe(2);
    expectUnchanged(folder);
  });
});

describe('hostile surroundings', () => {
  test.concurrent('a reader that closes early is no error', async () => {
    const folder = one(`FROM a\n${'EXPOSE 8095\nRUN x\n'.repeat(20_000)}`);
    const line = `"$0" "$1" apply Dockerfile --port 8095=8096 -n 2>err | head -1; echo "\${PIPESTATUS[0]}"`;
    const { stdout } = await promisify(execFile)('bash', ['-c', line, process.execPath, CLI], { cwd: folder });
    expect(stdout).toBe('diff --git a/Dockerfile b/Dockerfile\n0\n');
    expect(read(folder, 'err')).not.toMatch(/EPIPE|^\s+at /m);
  });

  const texts: readonly (readonly [name: string, content: string | Uint8Array, code: number])[] = [
    ['an empty file', '', 0],
    ['only comments', '# 8095\n#\n', 0],
    ['only an end of line', '\n', 0],
    ['NUL bytes', 'FROM a\0b\n#\0\nEXPOSE 8095\n', 0],
    ['UTF-16', Buffer.from('\uFEFFFROM a\nEXPOSE 8095\n', 'utf16le'), 2],
    ['a line of a megabyte', `FROM a\nRUN ${'x '.repeat(500_000)}\nEXPOSE 8095\n`, 0],
    ['quotes that never end', 'FROM a\nRUN echo "x\nEXPOSE 8095\n', 0],
    ['a heredoc that never ends', 'FROM a\nRUN <<EOF\nEXPOSE 8095\n', 2],
    ['random bytes', Buffer.from(Array.from({ length: 512 }, (_, i) => (i * 167 + 13) % 256)), 2],
  ];
  test.concurrent.each(texts)('%s', async (_, content, expected) => {
    const folder = folderWith({ Dockerfile: content });
    const { code, stderr } = await reberth(['apply', 'Dockerfile', '--port', '8095=8096'], { cwd: folder });
    expect(code).toBe(expected);
    const after = readFileSync(join(folder, 'Dockerfile'));
    const changed = Buffer.from(
      Buffer.from(content).toString('latin1').replace('EXPOSE 8095', 'EXPOSE 8096'),
      'latin1',
    );
    expect(after.equals(expected === 0 ? changed : Buffer.from(content))).toBe(true);
    if (expected === 2) expect(stderr).toMatch(/Dockerfile(?::\d+:\d+)?: error\[/);
  });

  test.concurrent('a folder called Dockerfile is walked, and is no Dockerfile itself', async () => {
    const folder = folderWith({ 'Dockerfile/web.Dockerfile': STAKING });
    expect((await reberth(['apply', '.', '--port', '8095=8096'], { cwd: folder })).code).toBe(0);
    expect(read(folder, 'Dockerfile/web.Dockerfile')).toBe(STAKING_AFTER);
  });

  test.concurrent('a FIFO called Dockerfile is not waited for', async () => {
    const folder = folderWith({ 'a/Dockerfile': STAKING });
    execFileSync('mkfifo', [join(folder, 'Dockerfile')]);
    const walked = await reberth(['apply', '.', '--port', '8095=8096'], { cwd: folder });
    expect([walked.code, read(folder, 'a/Dockerfile')]).toEqual([0, STAKING_AFTER]);
    const named = await reberth(['apply', 'Dockerfile', '--port', '8095=8096'], { cwd: folder });
    expect([named.code, named.stderr.includes('Dockerfile')]).toEqual([2, true]);
  });

  test.concurrent('links that lead nowhere or in a circle', async () => {
    const folder = folderWith({ 'a/Dockerfile': STAKING });
    symlinkSync('nowhere', join(folder, 'Dockerfile'));
    symlinkSync('two.Dockerfile', join(folder, 'one.Dockerfile'));
    symlinkSync('one.Dockerfile', join(folder, 'two.Dockerfile'));
    symlinkSync('..', join(folder, 'a', 'up'));
    const { stderr } = await reberth(['apply', '.', '--port', '8095=8096', '--keep-going'], { cwd: folder });
    expect(read(folder, 'a/Dockerfile')).toBe(STAKING_AFTER);
    for (const path of ['Dockerfile', 'one.Dockerfile', 'two.Dockerfile']) {
      const named = await reberth(['apply', path, '--port', '8095=8096'], { cwd: folder });
      expect([named.code, named.stderr.includes(path)]).toEqual([2, true]);
    }
    expect(stderr).not.toContain('ELOOP:');
  });

  test.concurrent('names that are no text, or that would move the cursor', async () => {
    const folder = folderWith({ '\x1b[31mred\r.Dockerfile': STAKING });
    const bytes = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff, 0xfe]), Buffer.from('.Dockerfile')]);
    writeFileSync(bytes, STAKING);
    const { code, stdout, stderr } = await reberth(['apply', '.', '--port', '8095=8096', '-n', '--keep-going'], {
      cwd: folder,
    });
    expect([0, 2]).toContain(code);
    expect(stdout.includes('\x1b') || stderr.includes('\x1b')).toBe(false);
    expect(readFileSync(bytes, 'utf8')).toBe(STAKING);
  });

  const isRoot = process.getuid?.() === 0;
  (isRoot ? test.skip : test.concurrent)('a file and a folder that may not be read', async () => {
    const folder = folderWith({ 'a/Dockerfile': STAKING, 'b/Dockerfile': STAKING });
    mkdirSync(join(folder, 'closed'));
    chmodSync(join(folder, 'closed'), 0);
    chmodSync(join(folder, 'b/Dockerfile'), 0);
    const { code, stderr } = await reberth(['apply', '.', '--port', '8095=8096'], { cwd: folder });
    chmodSync(join(folder, 'closed'), 0o700);
    expect([code, read(folder, 'a/Dockerfile')]).toEqual([2, STAKING]);
    expect(stderr).toContain('b/Dockerfile');
  });

  test.concurrent('a standard input that never comes does not keep other commands waiting', async () => {
    const child = spawn(process.execPath, [CLI, 'apply', 'Dockerfile', '--port', '8095=8096'], {
      cwd: one(),
      stdio: ['pipe', 'ignore', 'ignore'],
      timeout: 15_000,
    });
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0);
    child.stdin.destroy();
  });
});

test('a current directory that is gone', () => {
  const script = `cd "$1" && rmdir "$1" && exec "$2" "$3" scan`;
  const gone = mkdtempSync(join(tmpdir(), 'reberth-gone-'));
  const { status, stderr } = spawnSync('sh', ['-c', script, 'sh', gone, process.execPath, CLI], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([2, 'reberth: the current directory is not there any more\n']);
});

test('a patch has the paths of the work tree, also where git has started the program, as in a hook', async () => {
  const top = folderWith({ 'a/b/Dockerfile': STAKING });
  execFileSync('git', ['init', '-q'], { cwd: top });
  const { stdout } = await reberth(['apply', '.', '--port', '8095=8096', '--format', 'patch'], {
    cwd: join(top, 'a', 'b'),
    env: { GIT_DIR: join(top, '.git'), GIT_INDEX_FILE: join(top, '.git', 'index'), GIT_PREFIX: '' },
  });
  expect(stdout.toString()).toContain('+++ b/a/b/Dockerfile\n');
});
