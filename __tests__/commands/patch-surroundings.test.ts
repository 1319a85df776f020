import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { patchDate, patchSurroundings } from '../../src/commands/patch-surroundings.ts';

const ENVIRONMENT = {
  PATH: process.env['PATH'],
  HOME: '/nonexistent',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};
const AUTHOR = { GIT_AUTHOR_NAME: 'Ann Ö. Example', GIT_AUTHOR_EMAIL: 'ann@example.org' };

test('within a work tree: its top, and the author', async () => {
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'reberth-patch-')));
  try {
    execFileSync('git', ['init', '--quiet'], { cwd: top, env: ENVIRONMENT });
    mkdirSync(join(top, 'a', 'b'), { recursive: true });
    expect(await patchSurroundings(join(top, 'a', 'b'), { ...ENVIRONMENT, ...AUTHOR })).toEqual({
      top,
      author: { name: 'Ann Ö. Example', email: 'ann@example.org' },
    });
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
});

test('within a work tree, though started by a git that is about another one, as a hook is', async () => {
  const [top, other] = [0, 1].map(() => realpathSync(mkdtempSync(join(tmpdir(), 'reberth-patch-'))));
  if (top === undefined || other === undefined) throw new Error('no folders');
  try {
    for (const cwd of [top, other]) execFileSync('git', ['init', '--quiet'], { cwd, env: ENVIRONMENT });
    mkdirSync(join(top, 'a', 'b'), { recursive: true });
    const inHook = { GIT_DIR: join(other, '.git'), GIT_WORK_TREE: other, GIT_INDEX_FILE: join(other, '.git', 'index') };
    const { author, ...rest } = await patchSurroundings(join(top, 'a', 'b'), { ...ENVIRONMENT, ...AUTHOR, ...inHook });
    expect([rest, author?.email]).toEqual([{ top }, 'ann@example.org']);
  } finally {
    for (const folder of [top, other]) rmSync(folder, { recursive: true, force: true });
  }
});

test('outside of a work tree: the folder', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'reberth-patch-')));
  try {
    expect(await patchSurroundings(folder, { ...ENVIRONMENT, ...AUTHOR })).toEqual({
      top: folder,
      author: { name: 'Ann Ö. Example', email: 'ann@example.org' },
    });
    expect(await patchSurroundings(folder, { PATH: '/nonexistent' })).toEqual({ top: folder, author: undefined });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the date can be fixed', () => {
  const now = new Date('2026-05-05T00:00:00Z');
  expect(patchDate({}, now)).toBe(now);
  expect(patchDate({ SOURCE_DATE_EPOCH: 'x' }, now)).toBe(now);
  expect(patchDate({ SOURCE_DATE_EPOCH: '86400' }, now)).toEqual(new Date('1970-01-02T00:00:00Z'));
});
