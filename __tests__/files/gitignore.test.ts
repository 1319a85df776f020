import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

import { type DiscoverOptions, discoverDockerfiles } from '../../src/files/discover.ts';
import { makeTree, removeTrees, type Tree } from './tree.ts';

afterEach(removeTrees);

const REPOSITORY: Tree = { '.git/HEAD': 'ref: refs/heads/main\n' };
const FROM = 'FROM a\n';

async function find(root: string, paths: readonly string[] = ['.'], options: DiscoverOptions = {}) {
  const { files, diagnostics } = await discoverDockerfiles(paths, { cwd: root, ...options });
  expect(diagnostics).toEqual([]);
  return files.map(({ path }) => path);
}

describe('what .gitignore ignores', () => {
  test('is not taken, in the directory of the file and below', async () => {
    const root = makeTree({
      ...REPOSITORY,
      '.gitignore': '*.dev\n/top\nbuild/\n',
      Dockerfile: FROM,
      'Dockerfile.dev': FROM,
      'top/Dockerfile': FROM,
      'a/top/Dockerfile': FROM,
      'a/build/Dockerfile': FROM,
      'a/Dockerfile.dev': FROM,
    });
    expect(await find(root)).toEqual(['Dockerfile', 'a/top/Dockerfile']);
    expect(await find(root, ['.'], { noIgnore: true })).toHaveLength(6);
  });

  test('is decided by the innermost file, and there by the last line', async () => {
    const root = makeTree({
      ...REPOSITORY,
      '.gitignore': 'Dockerfile.*\n!Dockerfile.keep\n',
      'Dockerfile.a': FROM,
      'Dockerfile.keep': FROM,
      'in/.gitignore': '!Dockerfile.a\nDockerfile.keep\n',
      'in/Dockerfile.a': FROM,
      'in/Dockerfile.keep': FROM,
      'in/deep/Dockerfile.a': FROM,
    });
    expect(await find(root)).toEqual(['Dockerfile.keep', 'in/Dockerfile.a', 'in/deep/Dockerfile.a']);
  });

  test('does not hold for what is in a directory that an inner file takes back', async () => {
    const root = makeTree({
      ...REPOSITORY,
      '.gitignore': 'b/\n*.dev\n',
      'a/.gitignore': '!b/\n',
      'a/b/Dockerfile': FROM,
      'a/b/c/Dockerfile': FROM,
      'a/b/c/Dockerfile.dev': FROM,
      'b/Dockerfile': FROM,
    });
    expect(await find(root)).toEqual(['a/b/Dockerfile', 'a/b/c/Dockerfile']);
  });

  test('cannot be taken back in a directory that is ignored itself', async () => {
    const root = makeTree({
      ...REPOSITORY,
      '.gitignore': 'a/\n!a/Dockerfile\n',
      'a/.gitignore': '!Dockerfile\n',
      'a/Dockerfile': FROM,
    });
    expect(await find(root)).toEqual([]);
  });

  test('is read outside of a repository as well, but not from above the walked directory', async () => {
    const root = makeTree({
      '.gitignore': 'Dockerfile\n',
      'a/.gitignore': '*.dev\n',
      'a/Dockerfile': FROM,
      'a/Dockerfile.dev': FROM,
    });
    expect(await find(root)).toEqual([]);
    expect(await find(root, ['a'])).toEqual(['a/Dockerfile']);
  });

  test('counts case on Linux', async () => {
    const root = makeTree({ ...REPOSITORY, '.gitignore': 'DOCKERFILE.*\n', 'Dockerfile.dev': FROM });
    expect(await find(root)).toEqual(process.platform === 'linux' ? ['Dockerfile.dev'] : []);
  });

  test('copes with a byte order mark, CRLF, escapes and names with special characters', async () => {
    const root = makeTree({
      ...REPOSITORY,
      '.gitignore': '\uFEFFone\r\n# two\r\n\\#three\r\nfo\\*ur\r\nfive\\ \r\nsi[x]\r\n',
      'one/Dockerfile': FROM,
      'two/Dockerfile': FROM,
      '#three/Dockerfile': FROM,
      'fo*ur/Dockerfile': FROM,
      'foour/Dockerfile': FROM,
      'five /Dockerfile': FROM,
      'six/Dockerfile': FROM,
    });
    expect(await find(root)).toEqual(['foour/Dockerfile', 'two/Dockerfile']);
  });

  test('is taken when it is named', async () => {
    const root = makeTree({ ...REPOSITORY, '.gitignore': '*\n', 'a/Dockerfile': FROM });
    expect(await find(root)).toEqual([]);
    expect(await find(root, ['a/Dockerfile'])).toEqual(['a/Dockerfile']);
  });
});

describe('a named directory', () => {
  test('gets what the parents ignore, up to the top of the repository', async () => {
    const root = makeTree({
      '.gitignore': 'Dockerfile\n',
      'repo/.git/info/exclude': '*.local\n',
      'repo/.gitignore': '/a/b/gone/\n*.dev\n',
      'repo/a/.gitignore': '!Dockerfile.dev\n*.bad\n',
      'repo/a/b/Dockerfile': FROM,
      'repo/a/b/Dockerfile.dev': FROM,
      'repo/a/b/Dockerfile.bad': FROM,
      'repo/a/b/Dockerfile.local': FROM,
      'repo/a/b/gone/Dockerfile': FROM,
    });
    expect(await find(root, ['repo/a/b'])).toEqual(['repo/a/b/Dockerfile', 'repo/a/b/Dockerfile.dev']);
    expect(await find(join(root, 'repo/a/b'))).toEqual(['Dockerfile', 'Dockerfile.dev']);
  });

  test.each(['build', 'build/x', 'build/x/y [1]!'])('is walked though it is ignored: %s', async (named) => {
    const root = makeTree({
      ...REPOSITORY,
      '.gitignore': 'build/\n*.dev\n',
      'build/x/y [1]!/Dockerfile': FROM,
      'build/x/y [1]!/Dockerfile.dev': FROM,
    });
    expect(await find(root)).toEqual([]);
    expect(await find(root, [named])).toEqual(['build/x/y [1]!/Dockerfile']);
  });
});

describe('a repository', () => {
  test('has its own .git/info/exclude', async () => {
    const root = makeTree({ '.git/info/exclude': 'Dockerfile.dev\n', Dockerfile: FROM, 'a/Dockerfile.dev': FROM });
    expect(await find(root)).toEqual(['Dockerfile']);
  });

  test('within another one is not touched by what the outer one ignores', async () => {
    const root = makeTree({
      ...REPOSITORY,
      '.gitignore': '*.dev\n',
      'inner/.git/info/exclude': '*.local\n',
      'inner/Dockerfile.dev': FROM,
      'inner/Dockerfile.local': FROM,
    });
    expect(await find(root)).toEqual(['inner/Dockerfile.dev']);
  });

  test('of a submodule or a linked work tree has its excludes where the .git file points to', async () => {
    const root = makeTree({
      'main/.git/modules/sub/info/exclude': '*.dev\n',
      'main/.git/info/exclude': '*.local\n',
      'main/.git/worktrees/tree/commondir': '../..\n',
      'main/sub/.git': 'gitdir: ../.git/modules/sub\n',
      'main/sub/Dockerfile.dev': FROM,
      'main/sub/Dockerfile.local': FROM,
      'tree/.git': { link: '../dot-git' },
      'dot-git': 'not read: a link\n',
      'tree/Dockerfile.dev': FROM,
      'linked/Dockerfile.local': FROM,
      'linked/Dockerfile.dev': FROM,
    });
    expect(await find(root, ['main/sub'])).toEqual(['main/sub/Dockerfile.local']);
    const linked = makeTree({
      '.git': `gitdir: ${root}/main/.git/worktrees/tree\n`,
      'Dockerfile.local': FROM,
      'Dockerfile.dev': FROM,
    });
    expect(await find(linked)).toEqual(['Dockerfile.dev']);
    expect(await find(root, ['tree'])).toEqual(['tree/Dockerfile.dev']);
  });
});

test.each(['gitdir: \0', `gitdir: ${'x'.repeat(5000)}`, 'gitdir: .git', 'gitdir: /', 'nonsense', ''])(
  'a .git file that points nowhere (%#) does not stop the walk',
  async (pointer) => {
    const root = makeTree({ '.gitignore': '*.dev\n', '.git': pointer, 'a/Dockerfile': FROM, 'a/Dockerfile.dev': FROM });
    for (const path of ['.', 'a']) {
      const { files, diagnostics } = await discoverDockerfiles([path], { cwd: root });
      expect(files.map((file) => file.path)).toEqual(['a/Dockerfile']);
      for (const { severity, file } of diagnostics) expect([severity, file]).toEqual(['warning', '.git']);
    }
  },
);

describe('a .gitignore', () => {
  test('that is a link or a directory is not read, as git does it', async () => {
    const root = makeTree({
      ...REPOSITORY,
      patterns: 'Dockerfile\n',
      'a/.gitignore': { link: '../patterns' },
      'a/Dockerfile': FROM,
      'b/.gitignore/x': '',
      'b/Dockerfile': FROM,
    });
    expect(await find(root)).toEqual(['a/Dockerfile', 'b/Dockerfile']);
    expect(await find(root, ['a', 'b'])).toEqual(['a/Dockerfile', 'b/Dockerfile']);
  });

  test('that is a FIFO is not waited for', async () => {
    const root = makeTree({ ...REPOSITORY, 'a/Dockerfile': FROM });
    execFileSync('mkfifo', [join(root, '.gitignore')]);
    expect(await find(root)).toEqual(['a/Dockerfile']);
    expect(await find(root, ['a'])).toEqual(['a/Dockerfile']);
  });

  test('with nonsense in it does no harm', async () => {
    const root = makeTree({
      ...REPOSITORY,
      '.gitignore': Buffer.from(`[\n!\n\\\n${'*'.repeat(500)}a\n\xFF\xFE\0\n(((\n/\n//\n..\n./\n`, 'latin1'),
      Dockerfile: FROM,
    });
    expect(await find(root)).toEqual(['Dockerfile']);
  });
});

const hasGit = spawnSync('git', ['--version']).status === 0;
(hasGit ? test : test.skip)('agrees with git on random trees (skipped where there is no git)', async () => {
  const name = fc.constantFrom('a', 'b', 'c', 'x y', '[a]', 'd');
  const pattern = fc
    .tuple(
      fc.constantFrom('', '!', '/'),
      fc.array(fc.constantFrom('a', 'b', 'c', '*', '**', '?', '[ab]', '[!a]', '\\[a]', 'x\\ y'), {
        minLength: 1,
        maxLength: 3,
      }),
      fc.constantFrom('', '', '/', '/*', '/**'),
    )
    .map(([lead, parts, end]) => `${lead}${parts.join('/')}${end}`);
  const patterns = fc.array(pattern, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));
  const file = fc.array(name, { maxLength: 4 }).map((parts) => [...parts, 'file'].join('/'));
  const trees = fc.record({
    files: fc.array(file, { minLength: 1, maxLength: 12 }),
    ignores: fc.dictionary(fc.constantFrom('', 'a/', 'b/', 'a/b/', 'a/a/', 'c/'), patterns, { maxKeys: 4 }),
    exclude: fc.option(patterns, { nil: '' }),
  });
  const environment = { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  await fc.assert(
    fc.asyncProperty(trees, async ({ files, ignores, exclude }) => {
      const repository = makeTree({
        '.git/info/exclude': exclude,
        ...Object.fromEntries(Object.entries(ignores).map(([directory, text]) => [`${directory}.gitignore`, text])),
        ...Object.fromEntries(files.map((path) => [path, ''])),
      });
      try {
        execFileSync('git', ['init', '-q', '--template='], { cwd: repository, env: environment });
        const listed = execFileSync('git', ['ls-files', '-o', '-z', '--exclude-standard'], {
          cwd: repository,
          env: environment,
        });
        const expected = listed
          .toString('utf8')
          .split('\0')
          .filter((listedFile) => /(?:^|\/)file$/.test(listedFile));
        expect(await find(repository, ['.'], { include: ['file'] })).toEqual(expected.sort());
      } finally {
        rmSync(repository, { recursive: true });
      }
    }),
    { numRuns: 150 },
  );
});
