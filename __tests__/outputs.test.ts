import { existsSync } from 'node:fs';
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
