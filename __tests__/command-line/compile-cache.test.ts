import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { compileCacheFolder, loadCompiled } from '../../src/command-line/compile-cache.ts';
import { folderWith, reberth, removeFolders } from '../support/process.ts';

afterAll(removeFolders);

const DOCKERFILE = 'FROM a\nENV PORT=8095\nEXPOSE 8095\n';
const DRY_RUN = ['apply', 'Dockerfile', '--port', '8095=8096', '--dry-run'];

/** A Dockerfile beside an empty folder for caches, and dry runs of it. */
function project(env: Readonly<Record<string, string>> = {}) {
  const cwd = folderWith({ Dockerfile: DOCKERFILE });
  const caches = join(cwd, 'caches');
  return {
    caches,
    kept: join(caches, 'reberth'),
    run: async () => {
      const { code, stdout, stderr } = await reberth(DRY_RUN, { cwd, env: { XDG_CACHE_HOME: caches, ...env } });
      return { code, stdout: stdout.toString(), stderr };
    },
  };
}

const filesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []);

test('what a run has compiled is kept for the next one, for its user alone', async () => {
  const { kept, run } = project();
  const first = await run();
  expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining('+EXPOSE 8096') });
  const [file = '', ...others] = filesIn(kept);
  expect(others).toEqual([]);
  expect(file).toContain(`-apply-${process.version}-${process.arch}`);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(kept).mode & 0o777).toBe(0o700);
  const { ino } = statSync(file);
  expect(await run()).toEqual(first);
  expect(filesIn(kept)).toEqual([file]);
  expect(statSync(file).ino).toBe(ino);
});

test.each([
  ['empty', () => Buffer.alloc(0)],
  ['of something else', () => Buffer.from('of something else')],
  ['changed in one bit', (whole: Buffer) => whole.map((byte, at) => (at === whole.length - 99 ? byte ^ 1 : byte))],
  ['cut short', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
])('a cache that is %s is made anew', async (_, damaged) => {
  const { kept, run } = project();
  const first = await run();
  const [file = ''] = filesIn(kept);
  const whole = readFileSync(file);
  writeFileSync(file, damaged(whole));
  expect(await run()).toEqual(first);
  expect(statSync(file).size).toBeGreaterThan(whole.length / 2);
});

test('a run that fails leaves nothing', async () => {
  const cwd = folderWith({});
  const caches = join(cwd, 'caches');
  expect(await reberth(['aply'], { cwd, env: { XDG_CACHE_HOME: caches } })).toMatchObject({ code: 2 });
  expect(existsSync(caches)).toBe(false);
});

test('nothing of a folder that others can write is run, and nothing written there', async () => {
  const { caches, kept, run } = project();
  mkdirSync(kept, { recursive: true });
  chmodSync(kept, 0o777);
  expect(await run()).toMatchObject({ code: 0 });
  expect(readdirSync(kept)).toEqual([]);
  expect(compileCacheFolder({ XDG_CACHE_HOME: caches })).toBeUndefined();
  chmodSync(kept, 0o755);
  expect(compileCacheFolder({ XDG_CACHE_HOME: caches })).toBe(kept);
});

test('what is no file is not read, and a link is not written through', async () => {
  const { kept, run } = project();
  const first = await run();
  const [file = ''] = filesIn(kept);
  rmSync(file);
  execFileSync('mkfifo', [file]);
  expect(await run()).toEqual(first);
  expect(statSync(file).isFile()).toBe(true);

  const folder = folderWith({ 'script.cjs': '', victim: 'as it was', 'caches/other': '' });
  const name = `script.cjs-test-${process.version}-${process.arch}`;
  symlinkSync(join(folder, 'victim'), join(folder, 'caches', `${name}.${process.pid}`));
  loadCompiled(join(folder, 'script.cjs'), 'test', join(folder, 'caches')).keep();
  expect(readFileSync(join(folder, 'victim'), 'utf8')).toBe('as it was');
});

test('what was kept long ago goes, and nothing else', () => {
  const [old, recent] = ['a.cjs-apply-v20.1.0-x64', 'b.cjs-check-v20.1.0-arm64'];
  const folder = folderWith({
    'script.cjs': '',
    [`caches/${old}`]: '',
    [`caches/${recent}`]: '',
    'caches/LICENSE': '',
    'caches/a.cjs': '',
  });
  const days = (count: number) => new Date(Date.now() - count * 24 * 60 * 60 * 1000);
  for (const name of [old, 'LICENSE', 'a.cjs']) utimesSync(join(folder, 'caches', name), days(31), days(31));
  utimesSync(join(folder, 'caches', recent), days(29), days(29));
  loadCompiled(join(folder, 'script.cjs'), 'test', join(folder, 'caches')).keep();
  const made = `script.cjs-test-${process.version}-${process.arch}`;
  expect(readdirSync(join(folder, 'caches')).sort()).toEqual(['LICENSE', 'a.cjs', recent, made].sort());
});

test('nothing is kept where it is not wanted, or there is no place', async () => {
  const unwanted = project({ NODE_DISABLE_COMPILE_CACHE: '1' });
  expect(await unwanted.run()).toMatchObject({ code: 0 });
  expect(existsSync(unwanted.caches)).toBe(false);

  const blocked = project();
  writeFileSync(blocked.caches, 'a file');
  expect(await blocked.run()).toMatchObject({ code: 0, stderr: expect.not.stringContaining('caches') });

  const taken = project();
  mkdirSync(taken.caches);
  writeFileSync(taken.kept, 'a file');
  expect(await taken.run()).toMatchObject({ code: 0, stderr: expect.not.stringContaining('caches') });
  expect(readFileSync(taken.kept, 'utf8')).toBe('a file');
});

test('a home that is not there is not made', () => {
  const folder = folderWith({ 'script.cjs': '' });
  loadCompiled(join(folder, 'script.cjs'), 'test', join(folder, 'home', '.cache', 'reberth')).keep();
  expect(existsSync(join(folder, 'home'))).toBe(false);
});

test('caches are where the user has them, or in the home', () => {
  expect(compileCacheFolder({ XDG_CACHE_HOME: '/caches' })).toBe(join('/caches', 'reberth'));
  expect(compileCacheFolder({ XDG_CACHE_HOME: 'not/absolute' })).toMatch(/[\\/]\.cache[\\/]reberth$/);
  expect(compileCacheFolder({ NODE_DISABLE_COMPILE_CACHE: '1', XDG_CACHE_HOME: '/caches' })).toBeUndefined();
});

test.each(['', '.', 'relative'])('a home that is "%s" is none', async (home) => {
  const cwd = folderWith({ Dockerfile: DOCKERFILE });
  expect(await reberth(DRY_RUN, { cwd, env: { HOME: home, XDG_CACHE_HOME: '' } })).toMatchObject({ code: 0 });
  expect(readdirSync(cwd)).toEqual(['Dockerfile']);
});
