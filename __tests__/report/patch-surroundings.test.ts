import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { patchDate, patchSurroundings } from '../../src/report/patch-surroundings.ts';

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
