import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { findDirtyFiles, uncommitted } from '../../src/files/git.ts';
import { problemOf } from './problem.ts';
import { growTree, makeTree, removeTrees, type Tree } from './tree.ts';

afterEach(removeTrees);

/** Nothing of the machine's own settings. */
const ENV = { PATH: process.env['PATH'], HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' };

function git(folder: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'protocol.file.allow=always'];
  return execFileSync('git', [...identity, ...args], { cwd: folder, env: ENV, encoding: 'utf8', stdio: 'pipe' });
}

/** A repository in which all of this is committed. */
function makeRepository(tree: Tree): string {
  const root = makeTree(tree);
  git(root, 'init', '-q');
  git(root, 'add', '-A', '-f');
  git(root, 'commit', '-qm', 'all');
  return root;
}

async function dirtyIn(root: string, ...names: string[]): Promise<Record<string, string>> {
  const paths = names.map((name) => join(root, name));
  const dirty = (await findDirtyFiles(paths, { env: ENV })) ?? [];
  return Object.fromEntries(dirty.map(({ absolute, how }) => [absolute.slice(root.length + 1), how]));
}

test('finds changes, staged or not, and untracked files, and no others', async () => {
  const root = makeRepository({ clean: 'a', changed: 'a', staged: 'a', both: 'a', touched: 'a', 'not asked for': 'a' });
  growTree(root, {
    changed: 'b',
    staged: 'b',
    both: 'b',
    new: 'a',
    added: 'a',
    'deep/new/file': 'a',
    touched: 'a',
    'not asked for': 'b',
  });
  git(root, 'add', 'staged', 'both', 'added');
  growTree(root, { both: 'c' });
  const names = ['staged', 'clean', 'changed', 'both', 'new', 'added', 'deep/new/file', 'touched'];
  const dirty = await dirtyIn(root, ...names);
  expect(Object.entries(dirty)).toEqual([
    ['staged', 'changed'],
    ['changed', 'changed'],
    ['both', 'changed'],
    ['new', 'untracked'],
    ['added', 'changed'],
    ['deep/new/file', 'untracked'],
  ]);
});

test('does not count what git ignores, nor what is in an ignored folder', async () => {
  const root = makeRepository({ '.gitignore': 'ignored\n/build/\n' });
  growTree(root, { ignored: 'a', 'build/Dockerfile': 'a' });
  expect(await dirtyIn(root, 'ignored', 'build/Dockerfile')).toEqual({});
});

test('counts a file that is ignored, but was committed, and has changed', async () => {
  const root = makeRepository({ '.gitignore': 'ignored\n', ignored: 'a' });
  growTree(root, { ignored: 'b' });
  expect(await dirtyIn(root, 'ignored')).toEqual({ ignored: 'changed' });
});

test('counts all files where nothing was ever committed', async () => {
  const root = makeTree({ a: '', b: '' });
  git(root, 'init', '-q');
  git(root, 'add', 'a');
  expect(await dirtyIn(root, 'a', 'b')).toEqual({ a: 'changed', b: 'untracked' });
});

test('sees a renamed file by its new name', async () => {
  const root = makeRepository({ old: 'the same content\n' });
  git(root, 'mv', 'old', 'new');
  expect(await dirtyIn(root, 'new')).toEqual({ new: 'changed' });
});

test.each(['with space', 'quote\'"', 'new\nline', '-dash', ':(top)x', '*', 'größe 💀', 'a -> b', '?? x'])(
  'copes with the name %j',
  async (name) => {
    const root = makeRepository({ [name]: 'a', other: 'a' });
    growTree(root, { other: 'b' });
    expect(await dirtyIn(root, name)).toEqual({});
    growTree(root, { [name]: 'b' });
    expect(await dirtyIn(root, name)).toEqual({ [name]: 'changed' });
  },
);

test('copes with many files', async () => {
  const names = Array.from({ length: 2000 }, (_, i) => `services/service-${i}/Dockerfile`);
  const root = makeRepository(Object.fromEntries(names.map((name) => [name, 'a'])));
  growTree(root, {
    'new/folder/Dockerfile': 'a',
    [names[7] ?? '']: 'b',
    'services/service-7/other': 'b',
    [names[1999] ?? '']: 'b',
  });
  const dirty = await dirtyIn(root, ...names, 'new/folder/Dockerfile');
  expect(Object.keys(dirty)).toEqual([names[7], names[1999], 'new/folder/Dockerfile']);
});

test('asks each repository of several, those in others too, and those without', async () => {
  const root = makeTree({ 'plain/Dockerfile': 'a' });
  const one = makeRepository({ Dockerfile: 'a' });
  const two = makeRepository({ Dockerfile: 'a', inner: 'a' });
  git(one, 'submodule', '--quiet', 'add', two, 'sub');
  git(one, 'commit', '-qm', 'sub');
  growTree(one, { Dockerfile: 'b', 'sub/inner': 'b' });
  growTree(two, { Dockerfile: 'b' });
  const paths = [
    join(root, 'plain/Dockerfile'),
    join(one, 'Dockerfile'),
    join(one, 'sub/Dockerfile'),
    join(one, 'sub/inner'),
    join(two, 'Dockerfile'),
  ];
  const dirty = (await findDirtyFiles(paths, { env: ENV })) ?? [];
  expect(dirty.map(({ absolute }) => absolute)).toEqual([paths[1], paths[3], paths[4]]);
});

test('sees the worktree that the file is in', async () => {
  const main = makeRepository({ Dockerfile: 'a' });
  const other = join(makeTree(), 'other');
  git(main, 'worktree', 'add', '-q', other);
  growTree(main, { Dockerfile: 'b' });
  expect(await dirtyIn(other, 'Dockerfile')).toEqual({});
  expect(await dirtyIn(main, 'Dockerfile')).toEqual({ Dockerfile: 'changed' });
});

test('goes by where the file is, not by what a hook’s git says', async () => {
  const root = makeRepository({ Dockerfile: 'a' });
  const other = makeRepository({ Dockerfile: 'b' });
  const env = { ...ENV, GIT_DIR: join(other, '.git'), GIT_INDEX_FILE: join(other, '.git/index'), GIT_WORK_TREE: other };
  expect(await findDirtyFiles([join(root, 'Dockerfile')], { env })).toEqual([]);
});

test('does not write to the repository, nor wait for who does', async () => {
  const root = makeRepository({ Dockerfile: 'a', touched: 'a' });
  utimesSync(join(root, 'touched'), 1, 1);
  const index = readFileSync(join(root, '.git/index'));
  expect(await dirtyIn(root, 'Dockerfile', 'touched')).toEqual({});
  expect(readFileSync(join(root, '.git/index')).equals(index)).toBe(true);
  writeFileSync(join(root, '.git/index.lock'), '');
  expect(await dirtyIn(root, 'Dockerfile')).toEqual({});
});

describe('finds nothing dirty', () => {
  test('outside of a repository', async () => {
    expect(await dirtyIn(makeTree({ Dockerfile: 'a' }), 'Dockerfile')).toEqual({});
  });

  test('where there is no git', async () => {
    const root = makeRepository({ Dockerfile: 'a' });
    growTree(root, { Dockerfile: 'b' });
    const withoutGit = { env: { ...ENV, PATH: root } };
    expect(await findDirtyFiles([join(root, 'Dockerfile')], withoutGit)).toBeUndefined();
    expect(await findDirtyFiles([join(makeTree({ Dockerfile: 'a' }), 'Dockerfile')], withoutGit)).toEqual([]);
  });

  test('beside a .git that is no repository', async () => {
    expect(await dirtyIn(makeTree({ Dockerfile: 'a', '.git/': '' }), 'Dockerfile')).toEqual({});
    expect(await dirtyIn(makeTree({ Dockerfile: 'a', '.git': 'gitdir: /nonexistent\n' }), 'Dockerfile')).toEqual({});
  });

  test('in git’s own folder', async () => {
    const root = makeRepository({ Dockerfile: 'a' });
    renameSync(join(root, '.git'), join(root, 'bare.git'));
    mkdirSync(join(root, 'bare.git/.git'));
    expect(await dirtyIn(root, 'bare.git/description')).toEqual({});
    rmSync(join(root, 'bare.git'), { recursive: true });
  });

  test('where no file is asked for', async () => {
    expect(await findDirtyFiles([])).toEqual([]);
  });
});

test('looks above a .git that is no repository, as git does', async () => {
  const root = makeRepository({ 'sub/Dockerfile': 'a' });
  growTree(root, { 'sub/.git/': '', 'sub/Dockerfile': 'b' });
  expect(await dirtyIn(root, 'sub/Dockerfile')).toEqual({ 'sub/Dockerfile': 'changed' });
});

test('says why git does not answer', async () => {
  const root = makeRepository({ Dockerfile: 'a' });
  const env = { ...ENV, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
  const problem = await problemOf(findDirtyFiles([join(root, 'Dockerfile')], { env }));
  expect(problem).toMatchObject({
    code: 'git-failed',
    message: expect.stringMatching(/: fatal: detected dubious ownership in repository at '[^\n\t]*'$/),
    hint: `git advises: git config --global --add safe.directory ${root}; or, with --allow-dirty git is not asked`,
  });
});

test('says why in one line, also where git advises nothing', async () => {
  const root = makeRepository({ Dockerfile: 'a' });
  writeFileSync(join(root, '.git/index'), 'damaged');
  const problem = await problemOf(findDirtyFiles([join(root, 'Dockerfile')], { env: ENV }));
  expect(problem?.message).toMatch(/^git does not tell [^\n]+: \S[^\n]+$/);
  expect(problem?.hint).toBe('with --allow-dirty git is not asked');
});

test('names a dirty file', () => {
  expect(uncommitted({ absolute: '/a/b', how: 'changed' }, 'b')).toMatchObject({
    code: 'uncommitted-changes',
    severity: 'error',
    message: 'b has uncommitted changes',
    file: 'b',
  });
  expect(uncommitted({ absolute: '/a/b', how: 'untracked' }).message).toBe('/a/b is not in git yet');
});
