import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { compileCacheFolder, loadCompiled } from '../src/compile-cache.ts';
import { folderWith, reberth, removeFolders } from './support/process.ts';

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

test('code that others could have written is not run', () => {
  const folder = folderWith({ 'script.cjs': 'module.exports = "mine";', 'other.cjs': 'module.exports = "evil";' });
  const [script, kept] = [join(folder, 'script.cjs'), join(folder, 'caches', 'kept')];
  // As the engine looks at no more than its length, the code of the one is taken for that of the other.
  loadCompiled(join(folder, 'other.cjs'), kept).keep();
  expect(loadCompiled(script, kept).exports).toBe('evil');
  chmodSync(kept, 0o666);
  expect(loadCompiled(script, kept).exports).toBe('mine');
});

test('what was kept long ago goes', () => {
  const folder = folderWith({ 'script.cjs': '', 'caches/old': '', 'caches/new': '' });
  const days = (count: number) => new Date(Date.now() - count * 24 * 60 * 60 * 1000);
  utimesSync(join(folder, 'caches', 'old'), days(31), days(31));
  utimesSync(join(folder, 'caches', 'new'), days(29), days(29));
  loadCompiled(join(folder, 'script.cjs'), join(folder, 'caches', 'kept')).keep();
  expect(readdirSync(join(folder, 'caches')).sort()).toEqual(['kept', 'new']);
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
  loadCompiled(join(folder, 'script.cjs'), join(folder, 'home', '.cache', 'reberth', 'kept')).keep();
  expect(existsSync(join(folder, 'home'))).toBe(false);
});

test('caches are where the user has them, or in the home', () => {
  expect(compileCacheFolder({ XDG_CACHE_HOME: '/caches' })).toBe(join('/caches', 'reberth'));
  expect(compileCacheFolder({ XDG_CACHE_HOME: 'not/absolute' })).toMatch(/[\\/]\.cache[\\/]reberth$/);
  expect(compileCacheFolder({ NODE_DISABLE_COMPILE_CACHE: '1', XDG_CACHE_HOME: '/caches' })).toBeUndefined();
});
