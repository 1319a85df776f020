import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, type Outcome, reberth, removeFolders } from './support/process.ts';

afterAll(removeFolders);

const FILES = {
  Dockerfile: 'FROM a\nENV PORT=8095\nEXPOSE 8095\n',
  'ports.yaml': 'services: { a: { dockerfile: Dockerfile, ports: { 8095: 8096 } } }\n',
};
const BY_SERVICE = ['-m', 'ports.yaml'];
const BY_PORT = ['--port', '8095=8096'];

const apply = (cwd: string, ...flags: string[]): Promise<Outcome> => reberth(['apply', '.', ...flags], { cwd });

describe('--rebuild-script and --bake', () => {
  const BUILDS = ['--rebuild-script', 'r.sh', '--bake', 'b.hcl'];

  test.concurrent('say that there is nothing to build where what changes is of no service', async () => {
    const cwd = folderWith(FILES);
    const { code, stderr } = await apply(cwd, ...BY_PORT, ...BUILDS);
    expect(code).toBe(0);
    expect(stderr).toContain(
      'warning[nothing-to-rebuild]: r.sh and b.hcl are not written: no Dockerfile that changes is of a service',
    );
    expect([existsSync(join(cwd, 'r.sh')), existsSync(join(cwd, 'b.hcl'))]).toEqual([false, false]);
  });

  test.concurrent('only note it where nothing changes, so that a second run is no failure', async () => {
    const cwd = folderWith(FILES);
    expect((await apply(cwd, ...BY_SERVICE, ...BUILDS)).stderr).not.toContain('nothing-to-rebuild');
    expect([existsSync(join(cwd, 'r.sh')), existsSync(join(cwd, 'b.hcl'))]).toEqual([true, true]);
    const again = await apply(cwd, ...BY_SERVICE, '--strict', '--bake', 'b.hcl');
    expect(again.code).toBe(0);
    expect(again.stderr).toContain('info[nothing-to-rebuild]: b.hcl is not written: no Dockerfile changes');
  });

  test.concurrent('have nothing to add to a refusal', async () => {
    const { code, stderr } = await apply(
      folderWith({ ...FILES, Dockerfile: 'FROM a\nEXPOSE 8095 8096\n' }),
      ...BY_PORT,
      ...BUILDS,
    );
    expect([code, stderr]).toEqual([2, expect.not.stringContaining('nothing-to-rebuild')]);
  });
});

describe('a run that writes no Dockerfile does not say that nothing was written where', () => {
  const DRY = 'Dry run: no Dockerfile was written.';

  test.concurrent.each([
    ['a report was', [...BY_PORT, '-n', '--report', 'a.md'], DRY],
    ['a report was, in a summary', [...BY_PORT, '--format', 'summary', '--report', 'a.md'], DRY],
    ['a build file was', [...BY_SERVICE, '-n', '--bake', 'b.hcl'], DRY],
    [
      'a report of a refusal was',
      ['--port', '8095=8096', '--port', '1=8096', '--report', 'a.md'],
      ': no Dockerfile was written.',
    ],
  ])('%s', async (_, flags, says) => {
    const { stdout, stderr } = await apply(folderWith(FILES), ...flags);
    expect(`${stdout}${stderr}`).toContain(says);
  });

  test.concurrent('but does where none was', async () => {
    const { stderr } = await apply(folderWith(FILES), ...BY_PORT, '-n', '--bake', 'b.hcl');
    expect(stderr).toContain('Dry run: nothing was written.');
  });
});

describe('a file that is read is not written', () => {
  const FLEET = {
    Dockerfile: 'FROM a\nEXPOSE 8095\n',
    'api.docker': 'FROM a\nEXPOSE 8095\n',
    'other.docker': 'FROM a\n',
    'plan#1.md': '# Ports\n\n| Service | Port | Dockerfile |\n| --- | --- | --- |\n| API | 8095 | Dockerfile |\n',
    'ports.yaml': `services:
  api: { dockerfile: api.docker, ports: { 8095: 8096 } }
  other: { dockerfile: other.docker, ports: { 7000: 7001 } }
`,
    list: 'api.docker\n',
  };
  const folder = (): string => {
    const cwd = folderWith(FLEET);
    symlinkSync('plan#1.md', join(cwd, 'linked.md'));
    linkSync(join(cwd, 'plan#1.md'), join(cwd, 'hard.md'));
    symlinkSync('api.docker', join(cwd, 'linked.docker'));
    symlinkSync('Dockerfile', join(cwd, 'r.md'));
    symlinkSync('.', join(cwd, 'here'));
    return cwd;
  };

  test.concurrent.each([
    ['a plan with # in its name', ['check', '--plan', 'plan#1.md', '--report', 'plan#1.md']],
    ['a plan by a link to it', ['check', '--plan', 'plan#1.md', '--report', 'linked.md']],
    ['a plan by a hard link', ['check', '--plan', 'plan#1.md', '--report', 'hard.md']],
    ['a plan that is a link itself', ['check', '--plan', 'linked.md', '--report', 'plan#1.md']],
    ['a plan by a linked folder', ['apply', '--plan', 'plan#1.md', '-n', '--bake', 'here/plan#1.md']],
    ['a plan with a section', ['check', '--plan', 'hard.md#ports', '--report', 'hard.md']],
    ['a Dockerfile of the mapping', ['apply', '-m', 'ports.yaml', '-n', '--report', 'api.docker']],
    ['one of which nothing moves', ['apply', '-m', 'ports.yaml', '--rebuild-script', 'other.docker']],
    ['one by a link', ['check', '-m', 'ports.yaml', '--report', 'linked.docker']],
    ['one beside a filter', ['apply', '-', '-m', 'ports.yaml', '--report', 'api.docker']],
    ['one that is included', ['check', '--include', '*.docker', '--report', 'other.docker']],
    ['one of a list', ['apply', '--files-from', 'list', '--port', '8095=8096', '--report', 'api.docker']],
    ['a list', ['scan', '--files-from', 'list', '--force', '--write-map', 'list']],
    ['a link to a Dockerfile', ['check', 'api.docker', '--report', 'r.md']],
  ])('%s', async (_, args) => {
    const cwd = folder();
    const { code, stderr } = await reberth(args, { cwd, input: FLEET.Dockerfile });
    expect([code, stderr]).toEqual([2, expect.stringContaining('error[output-is-input]: cannot write ')]);
    for (const [path, content] of Object.entries(FLEET)) expect(readFileSync(join(cwd, path), 'utf8')).toBe(content);
  });

  test.concurrent('but a report that is there is replaced', async () => {
    const cwd = folder();
    const args = ['apply', '-m', 'ports.yaml', '--report', 'done.md', '--allow-dirty'];
    expect((await reberth(args, { cwd })).code).toBe(0);
    const first = readFileSync(join(cwd, 'done.md'), 'utf8');
    expect((await reberth(args, { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'done.md'), 'utf8')).not.toBe(first);
  });
});

describe('what cannot be written is refused before any Dockerfile is', () => {
  const cases: readonly (readonly [name: string, flags: readonly string[], says: string])[] = [
    ['a folder', ['--report', 'out'], 'error[is-a-directory]: cannot write out: it is a directory'],
    ['a file in a folder that is not there', ['--bake', 'no/b.json'], 'error[no-such-folder]: cannot write no/b.json'],
    ['a name that is too long', ['--report', 'x'.repeat(300)], 'error[name-too-long]: cannot write xxx'],
    ['one name for two files', ['--report', 'x', '--bake', 'x'], 'error[output-twice]: cannot write x: another flag'],
    [
      'one name, spelled otherwise',
      ['--report', 'x', '--report', 'out/../x'],
      'error[output-twice]: cannot write out/../x',
    ],
    [
      'two names of one file',
      ['--report', 'r.md', '--rebuild-script', 'link'],
      'error[output-twice]: cannot write link',
    ],
  ];
  test.concurrent.each(cases)('%s', async (_, flags, says) => {
    const cwd = folderWith({ ...FILES, 'r.md': '' });
    mkdirSync(join(cwd, 'out'));
    symlinkSync('r.md', join(cwd, 'link'));
    const { code, stderr } = await apply(cwd, ...BY_SERVICE, ...flags);
    expect([code, stderr]).toEqual([2, expect.stringContaining(says)]);
    expect(readFileSync(join(cwd, 'Dockerfile'), 'utf8')).toBe(FILES.Dockerfile);
    expect(existsSync(join(cwd, 'x'))).toBe(false);
  });

  const isRoot = process.getuid?.() === 0;
  (isRoot ? test.skip : test.concurrent)('a file, or a new file in a folder, that may not be written', async () => {
    const cwd = folderWith({ ...FILES, 'r.md': '', 'out/.keep': '' });
    chmodSync(join(cwd, 'r.md'), 0o444);
    chmodSync(join(cwd, 'out'), 0o555);
    for (const file of ['r.md', 'out/r.md']) {
      const { code, stderr } = await apply(cwd, ...BY_SERVICE, '--report', file);
      expect([code, stderr]).toEqual([2, expect.stringContaining(`cannot write ${file}: permission denied`)]);
    }
    expect(readFileSync(join(cwd, 'Dockerfile'), 'utf8')).toBe(FILES.Dockerfile);
    chmodSync(join(cwd, 'out'), 0o755);
  });
});
