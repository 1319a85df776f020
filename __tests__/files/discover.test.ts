import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { type DiscoverOptions, discoverDockerfiles } from '../../src/files/discover.ts';
import { problemOf } from './problem.ts';
import { makeTree, removeTrees, type Tree } from './tree.ts';

afterEach(removeTrees);

const FROM = 'FROM a\n';

function find(root: string, paths: readonly string[] = ['.'], options: DiscoverOptions = {}) {
  return discoverDockerfiles(paths, { cwd: root, ...options });
}

async function pathsIn(root: string, paths: readonly string[] = ['.'], options: DiscoverOptions = {}) {
  const { files, diagnostics } = await find(root, paths, options);
  expect(diagnostics).toEqual([]);
  return files.map(({ path }) => path);
}

async function brief(root: string, paths: readonly string[] = ['.'], options: DiscoverOptions = {}) {
  const { files, diagnostics } = await find(root, paths, options);
  return {
    paths: files.map(({ path }) => path),
    problems: diagnostics.map(({ severity, code, file }) => `${severity} ${code} ${file}`),
  };
}

describe('a directory', () => {
  const tree: Tree = {
    Dockerfile: FROM,
    'Dockerfile.md': '',
    'README.md': '',
    'b/Dockerfile.dev': FROM,
    'b/Dockerfile.dev.dockerignore': '',
    'a/api.dockerfile': FROM,
    'a/Containerfile': FROM,
    'a/.hidden/Dockerfile': FROM,
    'Dockerfile.d/Dockerfile': FROM,
    '.git/Dockerfile': FROM,
    'a/.git/Dockerfile': FROM,
    '.reberth/Dockerfile': FROM,
    'node_modules/x/Dockerfile': FROM,
    'a/node_modules/Dockerfile': FROM,
  };
  const taken = [
    'Dockerfile',
    'Dockerfile.d/Dockerfile',
    'a/.hidden/Dockerfile',
    'a/Containerfile',
    'a/api.dockerfile',
    'b/Dockerfile.dev',
  ];

  test('is walked for Dockerfiles, sorted by path', async () => {
    expect(await pathsIn(makeTree(tree))).toEqual(taken);
  });

  test('is walked with node_modules, but not .git, without ignoring', async () => {
    const expected = [...taken, 'a/node_modules/Dockerfile', 'node_modules/x/Dockerfile'].sort();
    expect(await pathsIn(makeTree(tree), ['.'], { noIgnore: true })).toEqual(expected);
  });

  test('gives real paths to read and write', async () => {
    const root = makeTree(tree);
    const { files } = await find(root, ['b']);
    expect(files).toEqual([{ path: 'b/Dockerfile.dev', absolute: join(root, 'b/Dockerfile.dev'), named: false }]);
  });

  test('is walked when it is called Dockerfile, named or not', async () => {
    const root = makeTree({ 'Dockerfile/Dockerfile': FROM });
    expect(await pathsIn(root)).toEqual(['Dockerfile/Dockerfile']);
    expect(await pathsIn(root, ['Dockerfile'])).toEqual(['Dockerfile/Dockerfile']);
  });

  test('may be empty, or the same one many times', async () => {
    const root = makeTree(tree);
    expect(await pathsIn(makeTree())).toEqual([]);
    expect(await pathsIn(root, ['.', 'a', './', root, 'a/..', '.'])).toEqual(taken);
  });

  test('is sorted by UTF-16 units, whatever the order of the file system', async () => {
    const names = [
      'Dockerfile',
      'b/Dockerfile',
      'B/Dockerfile',
      'a.b/Dockerfile',
      'a/Dockerfile',
      'ä/Dockerfile',
      'a-b/Dockerfile',
    ];
    const root = makeTree(Object.fromEntries(names.map((name) => [name, FROM])));
    expect(await pathsIn(root)).toEqual([...names].sort());
  });

  test('may have odd names in it', async () => {
    const names = [
      '-rf/Dockerfile',
      'a\nb/Dockerfile',
      'it\'s "x"/Dockerfile',
      '$(x)/Dockerfile.*',
      '\\/Dockerfile',
      ' / Dockerfile/Dockerfile. ',
    ];
    const root = makeTree(Object.fromEntries(names.map((name) => [name, FROM])));
    expect(await pathsIn(root)).toEqual([...names].sort());
    expect(await pathsIn(root, names)).toEqual([...names].sort());
  });
});

describe('a named file', () => {
  test('is taken whatever its name is, and though it would be ignored', async () => {
    const root = makeTree({ '.gitignore': '*\n', 'README.md': FROM, '.git/x': FROM, 'node_modules/Dockerfile': FROM });
    const { files, diagnostics } = await find(root, ['README.md', './.git/x', 'node_modules/Dockerfile']);
    expect(diagnostics).toEqual([]);
    expect(files.map(({ path, named }) => [path, named])).toEqual([
      ['.git/x', true],
      ['README.md', true],
      ['node_modules/Dockerfile', true],
    ]);
  });

  test('is one that was named, though a walk finds it as well', async () => {
    const root = makeTree({ 'a/Dockerfile': FROM });
    for (const paths of [
      ['.', 'a/Dockerfile'],
      ['a/Dockerfile', '.'],
      ['a/Dockerfile', 'a/../a/Dockerfile'],
    ]) {
      const { files } = await find(root, paths);
      expect(files.map(({ path, named }) => [path, named])).toEqual([['a/Dockerfile', true]]);
    }
  });

  test('may be called -', async () => {
    expect(await pathsIn(makeTree({ '-': FROM }), ['-'])).toEqual(['-']);
  });

  test('that is excluded is not taken, and it is said so', async () => {
    const root = makeTree({ 'a/Dockerfile': FROM });
    expect(await brief(root, ['a/Dockerfile'], { exclude: ['a'] })).toEqual({
      paths: [],
      problems: ['info excluded a/Dockerfile'],
    });
  });

  test('is an error where it is not there', async () => {
    const { files, diagnostics } = await find(makeTree({ Dockerfile: FROM }), [
      'Dockerfile',
      'a/Dockerfile',
      'Dockerfile/x',
    ]);
    expect(files).toHaveLength(1);
    expect(diagnostics).toEqual([
      expect.objectContaining({ code: 'no-such-file', severity: 'error', file: 'Dockerfile/x' }),
      expect.objectContaining({ message: 'cannot read a/Dockerfile: there is no such file' }),
    ]);
  });

  test('is an error where the path is empty: it is not the current directory', async () => {
    expect(await brief(makeTree({ Dockerfile: FROM }), [''])).toEqual({
      paths: [],
      problems: ['error empty-path undefined'],
    });
  });

  test('is an error where the path cannot be one', async () => {
    const problems = (await brief(makeTree(), ['a\0b', 'x'.repeat(300), '\uFFFD'])).problems;
    expect(problems).toEqual([
      'error invalid-path a\0b',
      `error name-too-long ${'x'.repeat(300)}`,
      'error no-such-file \uFFFD',
    ]);
  });

  test('is an error where it is a FIFO, which is not waited for', async () => {
    const root = makeTree();
    execFileSync('mkfifo', [join(root, 'Dockerfile')]);
    expect((await brief(root, ['Dockerfile'])).problems).toEqual(['error not-a-file Dockerfile']);
    expect((await brief(root)).problems).toEqual(['warning not-a-file Dockerfile']);
  });

  test('is an error where it is a socket or a device', async () => {
    const root = makeTree();
    const server = createServer();
    await new Promise<void>((listening) => server.listen(join(root, 'Dockerfile'), listening));
    try {
      expect((await brief(root, ['Dockerfile', '/dev/null'])).problems).toEqual([
        'error not-a-file /dev/null',
        'error not-a-file Dockerfile',
      ]);
    } finally {
      server.close();
    }
  });
});

describe('include and exclude', () => {
  const tree: Tree = {
    Dockerfile: FROM,
    'services/a/Dockerfile': FROM,
    'services/a/Dockerfile.test': FROM,
    'services/b/Image.docker': FROM,
    'services/b/main.py': '',
    'vendor/x/Dockerfile': FROM,
  };

  test('include narrows a walk by place', async () => {
    const include = ['services/**'];
    expect(await pathsIn(makeTree(tree), ['.'], { include })).toEqual([
      'services/a/Dockerfile',
      'services/a/Dockerfile.test',
    ]);
  });

  test('include takes other names', async () => {
    expect(await pathsIn(makeTree(tree), ['.'], { include: ['*.docker', 'Dockerfile'] })).toEqual([
      'Dockerfile',
      'services/a/Dockerfile',
      'services/b/Image.docker',
      'vendor/x/Dockerfile',
    ]);
  });

  test('include does not touch what is named', async () => {
    expect(await pathsIn(makeTree(tree), ['Dockerfile'], { include: ['services/**'] })).toEqual(['Dockerfile']);
  });

  test('exclude wins', async () => {
    const options = { include: ['**/Dockerfile*'], exclude: ['vendor', '*.test'] };
    expect(await pathsIn(makeTree(tree), ['.'], options)).toEqual(['Dockerfile', 'services/a/Dockerfile']);
  });

  test('globs are relative to the root, wherever the walk starts', async () => {
    const root = makeTree(tree);
    const exclude = ['services/a/*.test'];
    expect(await pathsIn(root, ['services/a'], { exclude })).toEqual(['services/a/Dockerfile']);
    expect(await pathsIn(join(root, 'services'), ['a'], { root, exclude })).toEqual(['services/a/Dockerfile']);
    expect(await pathsIn(join(root, 'vendor'), ['../services/a'], { exclude })).toEqual(['../services/a/Dockerfile']);
  });

  test('do not bring back what is ignored', async () => {
    const root = makeTree({ ...tree, '.gitignore': 'vendor/\n' });
    expect(await pathsIn(root, ['.'], { include: ['vendor/**'] })).toEqual([]);
  });

  test('that cannot be globs are errors', async () => {
    expect((await find(makeTree(tree), ['.'], { include: ['!a'] })).diagnostics).toEqual([
      { code: 'bad-glob', severity: 'error', message: '--include "!a": a glob cannot start with !, use --exclude' },
    ]);
  });
});

describe('a link', () => {
  test('to a file inside the root is taken at its target, once', async () => {
    const root = makeTree({
      'common/base': FROM,
      'a/Dockerfile': { link: '../common/base' },
      'b/Dockerfile': { link: '../a/Dockerfile' },
      'common/Dockerfile': { link: 'base' },
    });
    const { files, diagnostics } = await find(root, ['.', 'b/Dockerfile']);
    expect(diagnostics).toEqual([]);
    expect(files).toEqual([{ path: 'common/base', absolute: join(root, 'common/base'), named: true }]);
    expect(await pathsIn(root)).toEqual(['common/base']);
  });

  test('out of the root is a warning in a walk and an error when named', async () => {
    const outside = makeTree({ base: FROM });
    const root = makeTree({ Dockerfile: { link: join(outside, 'base') }, 'a/Dockerfile': FROM });
    expect(await brief(root)).toEqual({ paths: ['a/Dockerfile'], problems: ['warning outside-root Dockerfile'] });
    expect(await brief(root, ['Dockerfile'])).toEqual({ paths: [], problems: ['error outside-root Dockerfile'] });
    const { diagnostics } = await find(root, ['Dockerfile']);
    expect(diagnostics[0]?.message).toBe(`Dockerfile leads to ${outside}/base, which is outside of ${root}`);
  });

  test('to a sibling whose name starts with that of the root is outside', async () => {
    const parent = makeTree({ 'root-2/base': FROM, 'root/Dockerfile': { link: '../root-2/base' } });
    expect((await brief(join(parent, 'root'))).problems).toEqual(['warning outside-root Dockerfile']);
  });

  test('to a directory is not followed in a walk', async () => {
    const root = makeTree({ 'real/x': '', 'a/Dockerfile': FROM, 'b/loop': { link: '..' }, b2: { link: 'a' } });
    expect(await brief(root)).toEqual({ paths: ['a/Dockerfile'], problems: [] });
    symlinkSync('a', join(root, 'Dockerfile'));
    expect(await brief(root)).toEqual({ paths: ['a/Dockerfile'], problems: ['info link-to-directory Dockerfile'] });
  });

  test('to a directory is followed when it is named, inside the root', async () => {
    const outside = makeTree({ Dockerfile: FROM });
    const root = makeTree({ 'a/Dockerfile': FROM, in: { link: 'a' }, out: { link: outside } });
    expect(await brief(root, ['in'])).toEqual({ paths: ['a/Dockerfile'], problems: [] });
    expect(await brief(root, ['out'])).toEqual({ paths: [], problems: ['error outside-root out'] });
    expect(await brief(root, ['out/Dockerfile'])).toEqual({
      paths: [],
      problems: ['error outside-root out/Dockerfile'],
    });
  });

  test('that dangles or goes in a circle is reported', async () => {
    const root = makeTree({
      Dockerfile: { link: 'none' },
      'Dockerfile.a': { link: 'Dockerfile.b' },
      'Dockerfile.b': { link: 'Dockerfile.a' },
    });
    const codes = ['link-dangling Dockerfile', 'link-circular Dockerfile.a', 'link-circular Dockerfile.b'];
    expect((await brief(root)).problems).toEqual(codes.map((code) => `warning ${code}`));
    const named = ['Dockerfile', 'Dockerfile.a', 'Dockerfile.b'];
    expect((await brief(root, named)).problems).toEqual(codes.map((code) => `error ${code}`));
  });

  test('with another name or an excluded target is passed over', async () => {
    const root = makeTree({
      'vendor/base': FROM,
      Dockerfile: { link: 'vendor/base' },
      other: { link: 'none' },
      'a/.gitignore': 'Dockerfile\n',
      'a/Dockerfile': { link: 'none' },
    });
    expect(await brief(root, ['.'], { exclude: ['vendor'] })).toEqual({ paths: [], problems: [] });
  });
});

describe('the root', () => {
  const tree: Tree = {
    'in/a/Dockerfile': FROM,
    'out/Dockerfile': FROM,
    'out/Dockerfile.x': { link: '../in/a/Dockerfile' },
  };

  test('is what paths are shown relative to', async () => {
    const root = makeTree(tree);
    expect(await pathsIn(root, ['in/a'], { root: 'in' })).toEqual(['a/Dockerfile']);
    expect(await pathsIn(join(root, 'in/a'), ['Dockerfile'], { root: '..' })).toEqual(['a/Dockerfile']);
  });

  test('binds what is named, when it is given', async () => {
    const root = makeTree(tree);
    expect(await brief(root, ['out', 'out/Dockerfile', 'in'], { root: 'in' })).toEqual({
      paths: ['a/Dockerfile'],
      problems: ['error outside-root out', 'error outside-root out/Dockerfile'],
    });
  });

  test('that is given binds its own parent', async () => {
    const root = makeTree(tree);
    expect((await brief(join(root, 'in'), ['..'], { root: '.' })).problems).toEqual(['error outside-root ..']);
  });

  test('does not bind a path that plainly leads out of the current directory', async () => {
    const root = makeTree(tree);
    const cwd = join(root, 'in');
    expect(await pathsIn(cwd, ['../out/Dockerfile'])).toEqual(['../out/Dockerfile']);
    expect(await pathsIn(cwd, [join(root, 'out/Dockerfile')])).toEqual(['../out/Dockerfile']);
    expect(await brief(join(root, 'out'), ['../in'])).toEqual({ paths: ['../in/a/Dockerfile'], problems: [] });
  });

  test('binds links in a directory outside of it to that directory', async () => {
    const root = makeTree({ ...tree, 'cwd/': '' });
    expect(await brief(join(root, 'cwd'), ['../out'])).toEqual({
      paths: ['../out/Dockerfile'],
      problems: ['warning outside-root ../out/Dockerfile.x'],
    });
    expect((await brief(join(root, 'cwd'), ['../out/Dockerfile.x'])).problems).toEqual([
      'error outside-root ../out/Dockerfile.x',
    ]);
  });

  test('may be reached through a link', async () => {
    const root = makeTree({ ...tree, link: { link: 'in' } });
    const { files } = await find(root, ['link/a'], { root: 'link' });
    expect(files).toEqual([{ path: 'a/Dockerfile', absolute: join(root, 'in/a/Dockerfile'), named: false }]);
    expect(await pathsIn(join(root, 'link'), ['.', 'a/Dockerfile'])).toEqual(['a/Dockerfile']);
  });

  test('that is not there, or is no directory, is an error', async () => {
    const root = makeTree(tree);
    expect(await problemOf(find(root, ['.'], { root: 'none' }))).toMatchObject({ code: 'no-such-file', file: 'none' });
    const file = 'in/a/Dockerfile';
    expect(await problemOf(find(root, ['.'], { root: file }))).toMatchObject({ code: 'not-a-directory', file });
  });
});

describe('what cannot be read', () => {
  const onLinux = process.platform === 'linux' ? test : test.skip;
  onLinux('a name that is not UTF-8 is reported (skipped where names always are)', async () => {
    const root = makeTree({ 'a/Dockerfile': FROM });
    const odd = (name: string) => Buffer.concat([Buffer.from(`${root}/`), Buffer.from(name, 'latin1')]);
    writeFileSync(odd('Dockerfile.\xE4'), FROM);
    mkdirSync(odd('d\xE4'));
    writeFileSync(odd('other\xE4'), '');
    writeFileSync(join(root, 'Dockerfile.real\uFFFD'), FROM);
    expect(await brief(root)).toEqual({
      paths: ['Dockerfile.real\uFFFD', 'a/Dockerfile'],
      problems: ['warning unusable-name Dockerfile.\uFFFD', 'warning unusable-name d\uFFFD'],
    });
  });

  test('a directory whose path is too long is reported, and the rest is found', async () => {
    const root = makeTree({ Dockerfile: FROM });
    const part = 'x'.repeat(200);
    const deep = Array.from({ length: 12 }, () => part).join('/');
    mkdirSync(join(root, 'one', deep), { recursive: true });
    mkdirSync(join(root, 'two', deep), { recursive: true });
    renameSync(join(root, 'two'), join(root, 'one', deep, 'two'));
    try {
      const { paths, problems } = await brief(root);
      expect(paths).toEqual(['Dockerfile']);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(/^warning name-too-long one\/x/);
      expect(await brief(root, ['.'], { exclude: ['one'] })).toEqual({ paths: ['Dockerfile'], problems: [] });
    } finally {
      execFileSync('rm', ['-rf', join(root, 'one')]);
    }
  });

  const asUser = process.getuid?.() === 0 ? test.skip : test;
  asUser('a directory without permission is reported (skipped for root, whom nothing is denied)', async () => {
    const root = makeTree({ 'a/Dockerfile': FROM, 'b/Dockerfile': FROM });
    chmodSync(join(root, 'a'), 0);
    try {
      expect(await brief(root)).toEqual({ paths: ['b/Dockerfile'], problems: ['warning permission-denied a'] });
      expect((await brief(root, ['a'])).problems).toEqual(['error permission-denied a']);
      expect((await brief(join(root, 'b'), ['../a'])).problems).toEqual(['error permission-denied ../a']);
    } finally {
      chmodSync(join(root, 'a'), 0o700);
    }
  });

  asUser('a .gitignore without permission is reported (skipped for root)', async () => {
    const root = makeTree({ '.git/HEAD': '', '.gitignore': '', 'a/Dockerfile': FROM });
    chmodSync(join(root, '.gitignore'), 0);
    const expected = { paths: ['a/Dockerfile'], problems: ['warning permission-denied .gitignore'] };
    expect(await brief(root)).toEqual(expected);
    expect(await brief(root, ['a'])).toEqual(expected);
  });
});

test('ten thousand files are found in little time', async () => {
  const tree: Record<string, string> = { '.gitignore': '*.log\nbuild/\n' };
  for (let i = 0; i < 2000; i++) {
    tree[`g${i % 40}/d${i}/Dockerfile`] = FROM;
    for (const other of ['a.ts', 'b.log', 'c.md', 'build/Dockerfile']) tree[`g${i % 40}/d${i}/${other}`] = '';
  }
  const root = makeTree(tree);
  const started = performance.now();
  expect(await pathsIn(root)).toHaveLength(2000);
  expect(performance.now() - started).toBeLessThan(10_000);
});
