import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, reberth, removeFolders } from '../support/process.ts';

afterAll(removeFolders);

const CHAIN = 'ports: { 8095: 8096, 8096: 8097 }\n';

function project(): string {
  return folderWith({ 'svc/Dockerfile': 'FROM a\nENV PORT=8095\n', 'other/keep': '', 'ports.yaml': CHAIN });
}

const portOf = (root: string): string =>
  readFileSync(join(root, 'svc', 'Dockerfile'), 'utf8').slice('FROM a\nENV PORT='.length, -1);

test.each([
  ['svc', 'Dockerfile'],
  ['svc', '.'],
  ['other', '../svc/Dockerfile'],
])('a chain that was moved from the top does not move again from %s', async (folder, path) => {
  const root = project();
  expect(await reberth(['apply', '.', '-m', 'ports.yaml'], { cwd: root })).toMatchObject({ code: 0 });
  const { code, stderr } = await reberth(['apply', path, '-m', '../ports.yaml'], { cwd: join(root, folder) });
  expect([code, stderr]).toEqual([0, expect.stringContaining('has been moved already')]);
  expect(portOf(root)).toBe('8096');
});

test('a chain that was moved in its folder does not move again from the top', async () => {
  const root = project();
  await reberth(['apply', '.', '-m', '../ports.yaml'], { cwd: join(root, 'svc') });
  const { stderr } = await reberth(['apply', '.', '-m', 'ports.yaml'], { cwd: root });
  expect(stderr).toContain('has been moved already');
  expect(portOf(root)).toBe('8096');
});

test('once the run is taken back, it moves from another folder', async () => {
  const root = project();
  await reberth(['apply', '.', '-m', 'ports.yaml'], { cwd: root });
  await reberth(['undo'], { cwd: root });
  expect(await reberth(['apply', '.', '-m', '../ports.yaml'], { cwd: join(root, 'svc') })).toMatchObject({ code: 0 });
  expect(portOf(root)).toBe('8096');
});

test('a journal that the user names is the only one that counts', async () => {
  const root = project();
  await reberth(['apply', '.', '-m', 'ports.yaml'], { cwd: root });
  await reberth(['apply', '.', '-m', '../ports.yaml', '--journal', 'new'], { cwd: join(root, 'svc') });
  expect(portOf(root)).toBe('8097');
});
