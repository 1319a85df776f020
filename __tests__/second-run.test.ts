import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, type Outcome, reberth, removeFolders } from './support/process.ts';

afterAll(removeFolders);

const FIXTURES = join(import.meta.dirname, '..', '__fixtures__');

/** A folder with the files of a fixture. */
function copyOf(fixture: string): string {
  const cwd = folderWith({});
  cpSync(join(FIXTURES, fixture), cwd, { recursive: true });
  return cwd;
}

const apply = (cwd: string, ...flags: string[]): Promise<Outcome> =>
  reberth(['apply', '.', '-m', 'ports.yaml', ...flags], { cwd });

describe('a mapping that is done has nothing to change', () => {
  test.concurrent.each(['conflict-allowed-by-shared', 'global-ports-and-a-services-own'])('%s', async (fixture) => {
    const cwd = copyOf(fixture);
    expect((await apply(cwd)).code).toBe(0);
    const [again, checked] = [await apply(cwd), await apply(cwd, '--check', '--strict')];
    expect([again.code, checked.code]).toEqual([0, 0]);
    expect(again.stderr).toMatch(/already-there/);
    expect(again.stderr).toContain('Nothing to change in 2 files.');
    expect(again.stderr).not.toMatch(/error|warning/);
  });

  test.concurrent('where two services are in one Dockerfile', async () => {
    const cwd = folderWith({
      Dockerfile: 'FROM a\nEXPOSE 1001 1002\n',
      'ports.yaml':
        'services:\n  a: { dockerfile: Dockerfile, ports: { 1001: 2001 } }\n  b: { dockerfile: Dockerfile, ports: { 1002: 2002 } }\n',
    });
    expect((await apply(cwd)).code).toBe(0);
    expect((await apply(cwd)).code).toBe(0);
  });

  test.concurrent('where a service has ports for every Dockerfile beside one that it is assigned', async () => {
    const cwd = folderWith({
      'api/Dockerfile': 'FROM a\nENV METRICS_PORT=9000\nEXPOSE 5000 9000\n',
      'ports.yaml':
        'services: { api: { dockerfile: api/Dockerfile, port: { from: 5000, to: 5100 } } }\nports: { 9000: 9100 }\n',
    });
    expect((await apply(cwd)).code).toBe(0);
    const again = await apply(cwd);
    expect([again.code, again.stderr]).toEqual([0, expect.stringContaining('Nothing to change')]);
  });
});

describe('a port that a service has is still in the way', () => {
  const FLEET = {
    'api/Dockerfile': 'FROM a\nEXPOSE 5000 9100\n',
    'job/Dockerfile': 'FROM a\nEXPOSE 9000\n',
    'ports.yaml': 'services: { api: { dockerfile: api/Dockerfile, ports: { 5000: 5100 } } }\nports: { 9000: 9100 }\n',
  };

  test.concurrent('of every other Dockerfile, unless it may be shared, as the hint says', async () => {
    const cwd = folderWith(FLEET);
    const refused = await apply(cwd);
    expect([refused.code, readFileSync(join(cwd, 'job/Dockerfile'), 'utf8')]).toEqual([2, FLEET['job/Dockerfile']]);
    expect(refused.stderr).toContain(
      'every other Dockerfile would land on 9100, which "api" has (api/Dockerfile:2:13)',
    );
    expect(refused.stderr).toContain('allow it with "shared: true" on "api"');
    writeFileSync(join(cwd, 'ports.yaml'), FLEET['ports.yaml'].replace('5100 }', '5100 }, shared: true'));
    expect((await apply(cwd)).code).toBe(0);
  });

  test.concurrent('of a service that does not share it, though the other one does', async () => {
    const cwd = copyOf('conflict-allowed-by-shared');
    writeFileSync(join(cwd, 'canary/Dockerfile'), 'FROM a\nEXPOSE 9000\n');
    const mapping = readFileSync(join(cwd, 'ports.yaml'), 'utf8').replace('{ 8096: 9000 }', '{ 8096: 9001 }');
    writeFileSync(join(cwd, 'ports.yaml'), mapping);
    const { code, stderr } = await apply(cwd);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('"orders" would land on 9000, which "orders-canary" has'),
    ]);
  });
});

test.concurrent('a chain that is started beside the files is refused, for a second run elsewhere would move on', async () => {
  const top = folderWith({
    'a/Dockerfile': 'FROM a\nEXPOSE 8000\n',
    'tools/x': '',
    'ports.yaml': 'services: { a: { dockerfile: a/Dockerfile, ports: { 8000: 8001, 8001: 8002 } } }\n',
  });
  const fromTools = (...flags: string[]): Promise<Outcome> =>
    reberth(['apply', '-m', '../ports.yaml', ...flags], { cwd: join(top, 'tools') });
  const refused = await fromTools();
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('error[outside-journal]')]);
  expect((await fromTools('--root', '..')).code).toBe(0);
  expect((await reberth(['apply', '-m', 'ports.yaml'], { cwd: top })).stderr).toContain('Nothing to change');
  expect(readFileSync(join(top, 'a/Dockerfile'), 'utf8')).toContain('EXPOSE 8001');
});

test.concurrent('where git is not installed, nobody has looked for uncommitted changes', async () => {
  const cwd = folderWith({ Dockerfile: 'FROM a\nEXPOSE 8000\n', '.git/HEAD': '' });
  const flags = ['apply', '.', '--port', '8000=8100'];
  const { code, stderr } = await reberth(flags, { cwd, env: { PATH: cwd } });
  expect([code, stderr]).toEqual([0, expect.stringContaining('warning[git-missing]')]);
});
