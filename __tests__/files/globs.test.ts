import type { Diagnostic } from '../../src/diagnostic.ts';
import { compileGlobs } from '../../src/files/globs.ts';

function globs(include: readonly string[], exclude: readonly string[] = []) {
  return compileGlobs(include, exclude, (problem) => {
    throw new Error(problem.message);
  });
}

const includes = (glob: string, path: string, hasDockerfileName = true) =>
  globs([glob]).isIncluded(path, hasDockerfileName);

describe('without include', () => {
  test('the name decides', () => {
    expect(globs([]).isIncluded('a/Dockerfile', true)).toBe(true);
    expect(globs([]).isIncluded('a/x', false)).toBe(false);
  });
});

describe('include', () => {
  test.each([
    ['services/**', 'services/a/b/Dockerfile'],
    ['services/', 'services/a/Dockerfile'],
    ['services', 'services/a/Dockerfile'],
    ['services', 'deep/services/Dockerfile'],
    ['services/*', 'services/Dockerfile'],
    ['./services/**', 'services/Dockerfile'],
    ['/services', 'services/Dockerfile'],
    ['Dockerfile.*', 'a/b/Dockerfile.dev'],
    ['**/Dockerfile', 'Dockerfile'],
    ['*', 'a/Dockerfile'],
    ['{a,b}/**', 'b/Dockerfile'],
    ['.hidden/**', '.hidden/Dockerfile'],
    ['**', '.hidden/.dockerfile'],
    ['a/Dockerfile', 'a/Dockerfile'],
    ['!(x)/Dockerfile', 'a/Dockerfile'],
    ['**/größe/*', 'a/größe/Dockerfile'],
  ])('%s takes %s', (glob, path) => {
    expect(includes(glob, path)).toBe(true);
  });

  test.each([
    ['services/**', 'other/Dockerfile'],
    ['services/*', 'services/a/b'],
    ['a/Dockerfile', 'b/a/Dockerfile'],
    ['/services', 'deep/services/Dockerfile'],
    ['Dockerfile', 'a/Dockerfile.dev'],
    ['dockerfile', 'a/Dockerfile'],
    ['Dockerfile/', 'a/Dockerfile'],
  ])('%s does not take %s', (glob, path) => {
    expect(includes(glob, path, false)).toBe(false);
    if (path !== 'services/a/b') expect(includes(glob, path)).toBe(false);
  });

  test.each([
    ['*.docker', 'a/api.docker'],
    ['build/Image.in', 'build/Image.in'],
    ['**/*.build', 'x.build'],
    ['Dockerfile*', 'Dockerfile.md'],
  ])('%s takes %s by its name, though no Dockerfile is called so', (glob, path) => {
    expect(includes(glob, path, false)).toBe(true);
  });

  test.each([
    ['services/**', 'services/main.py'],
    ['services/*', 'services/main.py'],
    ['services', 'services/main.py'],
    ['**', 'main.py'],
    ['*', 'main.py'],
    ['**/?', 'a'],
  ])('%s says where, so it does not take %s', (glob, path) => {
    expect(includes(glob, path, false)).toBe(false);
  });

  test('takes what any of the globs takes', () => {
    const both = globs(['a/**', '*.docker']);
    expect(both.isIncluded('a/Dockerfile', true)).toBe(true);
    expect(both.isIncluded('b/x.docker', false)).toBe(true);
    expect(both.isIncluded('b/Dockerfile', true)).toBe(false);
  });
});

describe('exclude', () => {
  const excludes = (glob: string, path: string) => globs([], [glob]).isFileExcluded(path);

  test.each([
    ['vendor', 'a/vendor/Dockerfile'],
    ['vendor/', 'vendor/a/Dockerfile'],
    ['a/vendor', 'a/vendor/Dockerfile'],
    ['*.dev', 'a/Dockerfile.dev'],
    ['a/**', 'a/Dockerfile'],
    ['Dockerfile', 'Dockerfile'],
  ])('%s keeps out %s', (glob, path) => {
    expect(excludes(glob, path)).toBe(true);
  });

  test.each([
    ['vendor/', 'a/vendor'],
    ['a/vendor', 'b/a/vendor/Dockerfile'],
    ['*.dev', 'a/Dockerfile.development'],
    ['a', 'ab/Dockerfile'],
  ])('%s does not keep out %s', (glob, path) => {
    expect(excludes(glob, path)).toBe(false);
  });

  test('a directory that is excluded is not walked', () => {
    for (const glob of ['vendor', 'vendor/', 'a/vendor', 'a/*', 'a/', 'a/**']) {
      expect(globs([], [glob]).isDirectoryExcluded('a/vendor')).toBe(true);
    }
    for (const glob of ['*.dev', 'vendor/x', 'a/vendor/*']) {
      expect(globs([], [glob]).isDirectoryExcluded('a/vendor')).toBe(false);
    }
  });
});

describe('a glob that cannot be one', () => {
  test.each(['', '/', './', '!a', 'x'.repeat(70_000)])('is reported: %#', (glob) => {
    const problems: Diagnostic[] = [];
    const compiled = compileGlobs([glob], [glob], (problem) => problems.push(problem));
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['bad-glob', 'error'],
      ['bad-glob', 'error'],
    ]);
    expect(compiled.isIncluded('a/Dockerfile', true)).toBe(false);
    expect(compiled.isFileExcluded('a/Dockerfile')).toBe(false);
  });

  test.each(['[', '(', '{a', '**a**', '[z-a]', '\\', '*'.repeat(300), '{a,{b,{c', '+('])(
    'does not throw: %s',
    (glob) => {
      const compiled = globs([glob], [glob]);
      expect(typeof compiled.isIncluded('a/Dockerfile', true)).toBe('boolean');
      expect(typeof compiled.isDirectoryExcluded('a/b')).toBe('boolean');
    },
  );
});
