import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mappingFromArguments } from '../../src/mapping/inline.ts';
import { parseMapping } from '../../src/mapping/load.ts';
import { type ResolveOptions, resolveMapping } from '../../src/mapping/resolve.ts';
import { diagnosticsOf } from './diagnostics.ts';

let folder = '';
let root = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'reberth-resolve-')));
  root = join(folder, 'root');
  mkdirSync(root);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(...paths: string[]): string[] {
  return paths.map((path) => {
    const full = join(root, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, 'FROM scratch\n');
    return full;
  });
}

const yaml = (dockerfile: string, more = 'ports: { 1: 2 }') =>
  `services:\n  a: { dockerfile: ${dockerfile}, ${more} }\n`;
const resolve = (text: string, options: Partial<ResolveOptions> = {}) =>
  resolveMapping(parseMapping(text, 'p.yaml'), { root, files: [], ...options });
const pathsOf = (text: string, options: Partial<ResolveOptions> = {}) =>
  resolve(text, options).files.map(({ path }) => path.slice(root.length + 1));
const errorsOf = (text: string, options: Partial<ResolveOptions> = {}) =>
  diagnosticsOf(() => resolve(text, options)).map(({ line, column, code, message, hint }) => ({
    at: `${line}:${column}`,
    code,
    message: message.replaceAll(root, 'ROOT'),
    hint: hint?.replaceAll(root, 'ROOT'),
  }));

describe('Dockerfiles of a service', () => {
  test('by path, glob and list, dotted folders too', () => {
    put('a/Dockerfile', 'b/Dockerfile', 'b/.ci/Dockerfile', 'c/Containerfile', 'node_modules/x/Dockerfile');
    expect(pathsOf(yaml('a/Dockerfile'))).toEqual(['a/Dockerfile']);
    expect(pathsOf(yaml('"**/Dockerfile"'))).toEqual(['a/Dockerfile', 'b/.ci/Dockerfile', 'b/Dockerfile']);
    expect(pathsOf(yaml('["c/Containerfile", "{a,b}/Dockerfile", ./c/../c/Containerfile]'))).toEqual([
      'c/Containerfile',
      'a/Dockerfile',
      'b/Dockerfile',
    ]);
    expect(pathsOf(yaml(JSON.stringify(join(root, 'a/Dockerfile'))))).toEqual(['a/Dockerfile']);
  });

  test('a file whose name looks like a glob is that file', () => {
    put('[ab]/Dockerfile', 'a/Dockerfile', 'x (copy)/Dockerfile', '!d/Dockerfile');
    expect(pathsOf(yaml('"[ab]/Dockerfile"'))).toEqual(['[ab]/Dockerfile']);
    expect(pathsOf(yaml('"x (copy)/Dockerfile"'))).toEqual(['x (copy)/Dockerfile']);
    expect(pathsOf(yaml('"!d/Dockerfile"'))).toEqual(['!d/Dockerfile']);
    rmSync(join(root, '[ab]'), { recursive: true });
    expect(pathsOf(yaml('"[ab]/Dockerfile"'))).toEqual(['a/Dockerfile']);
  });

  test.each([
    ['*/Dockerfile', ['a/Dockerfile', 'b/Dockerfile']],
    ['**/c/Dockerfile', ['b/c/Dockerfile', 'c/Dockerfile.d/c/Dockerfile']],
    ['{a,b/c}/Dockerfile', ['a/Dockerfile', 'b/c/Dockerfile']],
    ['@(a|b)/D*', ['a/Dockerfile', 'b/Dockerfile']],
    ['b/**', ['b/Dockerfile', 'b/c/Dockerfile']],
    ['?/[A-D]ockerfile', ['a/Dockerfile', 'b/Dockerfile']],
    ['c/*/*/*', ['c/Dockerfile.d/c/Dockerfile']],
  ])('%s matches what a shell would', (glob, expected) => {
    put(
      'a/Dockerfile',
      'b/Dockerfile',
      'b/c/Dockerfile',
      'c/Dockerfile.d/c/Dockerfile',
      'b/.git/x',
      'b/node_modules/x',
    );
    expect(pathsOf(yaml(JSON.stringify(glob)))).toEqual(expected);
  });

  test('a glob takes what is accepted, a path is taken anyway', () => {
    put('a/Dockerfile', 'a/Dockerfile.md');
    const accept = (path: string) => !path.endsWith('.md');
    expect(pathsOf(yaml('"a/*"'), { accept })).toEqual(['a/Dockerfile']);
    expect(pathsOf(yaml('a/Dockerfile.md'), { accept })).toEqual(['a/Dockerfile.md']);
  });

  test('relative to the base, and anywhere in the root', () => {
    put('ops/x', 'apps/a/Dockerfile');
    expect(pathsOf(yaml('../apps/a/Dockerfile'), { base: join(root, 'ops') })).toEqual(['apps/a/Dockerfile']);
    expect(pathsOf(yaml('"../apps/*/Dockerfile"'), { base: join(root, 'ops') })).toEqual(['apps/a/Dockerfile']);
  });

  test('are known by their real path, listed or not', () => {
    const [file = ''] = put('a/Dockerfile');
    put('b/Dockerfile');
    symlinkSync('../a/Dockerfile', join(root, 'b/Link'));
    const { files } = resolve(yaml('[b/Link, b/Dockerfile]'), { files: [file] });
    expect(files).toMatchObject([
      { path: file, realPath: file, listed: true, services: ['a'] },
      { path: join(root, 'b/Dockerfile'), listed: false, services: ['a'] },
    ]);
  });

  test('need not be on disk where the run has them, as from standard input', () => {
    expect(pathsOf(yaml('Dockerfile'), { files: [join(root, 'Dockerfile')] })).toEqual(['Dockerfile']);
  });

  test('a root that is a link is the folder it leads to', () => {
    put('a/Dockerfile');
    symlinkSync('root', join(folder, 'link'));
    const [plan] = resolve(yaml('a/Dockerfile'), { root: join(folder, 'link') }).files;
    expect(plan).toMatchObject({ path: join(folder, 'link/a/Dockerfile'), realPath: join(root, 'a/Dockerfile') });
  });
});

describe('a Dockerfile that is not there', () => {
  const missing = (message: string, hint: string) => [{ at: '2:20', code: 'mapping-no-dockerfile', message, hint }];

  test('is an error with the name that may be meant', () => {
    put('x/Dockerfile.trx-staking');
    expect(errorsOf(yaml('x/Dockerfile.trx-stakin'))).toEqual(
      missing(
        '"x/Dockerfile.trx-stakin" of service "a" is not there',
        'did you mean "x/Dockerfile.trx-staking"? Dockerfiles are relative to ROOT',
      ),
    );
  });

  test('is told of with paths relative to the current directory', () => {
    mkdirSync(join(root, 'ops'));
    const base = join(root, 'ops');
    const hintFrom = (cwd: string) => errorsOf(yaml('D'), { base, cwd })[0]?.hint;
    expect(hintFrom(root)).toBe('Dockerfiles are relative to ops');
    expect(hintFrom(base)).toBe('Dockerfiles are relative to .');
    expect(hintFrom(folder)).toBe('Dockerfiles are relative to root/ops');
  });

  test('is looked for by its name among the files of the run', () => {
    const files = put('deep/down/Dockerfile.api');
    expect(errorsOf(yaml('Dockerfile.api'), { files })[0]?.hint).toBe(
      'did you mean "deep/down/Dockerfile.api"? Dockerfiles are relative to ROOT',
    );
  });

  test('may be a folder, a link to nothing, a file in a file, or no name for a file at all', () => {
    put('x/Dockerfile', 'y/z');
    symlinkSync('nowhere', join(root, 'gone'));
    symlinkSync('loop', join(root, 'loop'));
    const base = 'Dockerfiles are relative to ROOT';
    expect(errorsOf(yaml('x'))).toEqual(
      missing('"x" of service "a" is a folder', `did you mean "x/Dockerfile"? ${base}`),
    );
    expect(errorsOf(yaml('y'))).toEqual(missing('"y" of service "a" is a folder', base));
    expect(errorsOf(yaml('gone'))).toEqual(missing('"gone" of service "a" is a link to nothing', base));
    expect(errorsOf(yaml('loop'))).toEqual(missing('"loop" of service "a" is a link to nothing', base));
    expect(errorsOf(yaml('y/z/Dockerfile'))[0]?.message).toBe('"y/z/Dockerfile" of service "a" is not there');
    expect(errorsOf(yaml('"a\\0b"'))[0]?.message).toBe('"a\\u0000b" of service "a" is not there');
    expect(errorsOf(yaml('y'.repeat(5000)))[0]?.message).toMatch(/^"y{59}…" of service "a" is not there$/);
  });

  const asUser = process.getuid?.() === 0 ? test.skip : test;
  asUser('may be in a folder without permission (skipped for root, whom nothing is denied)', () => {
    put('x/Dockerfile');
    chmodSync(join(root, 'x'), 0o000);
    try {
      expect(errorsOf(yaml('x/Dockerfile'))).toEqual([
        {
          at: '2:20',
          code: 'permission-denied',
          message: '"x/Dockerfile" of service "a" cannot be looked at: permission denied',
          hint: 'check the owners and the modes of the folders that it is in',
        },
      ]);
    } finally {
      chmodSync(join(root, 'x'), 0o755);
    }
  });

  test('a glob that matches nothing, or nothing that is accepted', () => {
    put('x/Dockerfile');
    expect(errorsOf(yaml('"z*/Dockerfile"'))[0]).toMatchObject({
      code: 'mapping-no-dockerfile',
      message: '"z*/Dockerfile" of service "a" matches no file',
    });
    expect(errorsOf(yaml('"x/*"'), { accept: () => false })[0]?.message).toBe('"x/*" of service "a" matches no file');
  });

  test('all of them are told at once', () => {
    expect(
      errorsOf('services:\n  a: { dockerfile: [x, y], ports: {} }\n  b: { dockerfile: z, ports: {} }\n'),
    ).toMatchObject([
      { at: '2:21', message: '"x" of service "a" is not there' },
      { at: '2:24', message: '"y" of service "a" is not there' },
      { at: '3:20', message: '"z" of service "b" is not there' },
    ]);
  });
});

describe('a Dockerfile outside of the root', () => {
  beforeEach(() => writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\n'));
  const outside = (text: string) => {
    const [error, ...more] = errorsOf(text);
    expect(error).toMatchObject({ at: '2:20', code: 'mapping-outside-root', hint: 'choose the root with --root' });
    expect(more).toEqual([]);
    return error?.message.replaceAll(folder, 'FOLDER');
  };

  test.each(['../Dockerfile', 'x/../../Dockerfile', '"../*file"', '"../../**/Dockerfile"', '/etc/passwd', '"/etc/*"'])(
    '%s',
    (path) => {
      expect(outside(yaml(path))).toMatch(/ of service "a" is outside of the root ROOT$/);
    },
  );

  test('through a link to a file, or to a folder', () => {
    symlinkSync('../Dockerfile', join(root, 'Dockerfile'));
    symlinkSync('..', join(root, 'up'));
    expect(outside(yaml('Dockerfile'))).toBe(
      '"Dockerfile" of service "a" leads to FOLDER/Dockerfile outside of the root ROOT',
    );
    expect(outside(yaml('up/Dockerfile'))).toBe(
      '"up/Dockerfile" of service "a" leads to FOLDER/Dockerfile outside of the root ROOT',
    );
  });

  test('through a link that a glob matches', () => {
    mkdirSync(join(root, 'a'));
    symlinkSync('../../Dockerfile', join(root, 'a/Dockerfile'));
    expect(outside(yaml('"*/Dockerfile"'))).toBe(
      '"*/Dockerfile" of service "a" matches ROOT/a/Dockerfile, which leads outside of the root ROOT',
    );
  });

  test('unless it is in the folder of the mapping, wherever that is', () => {
    put('a/Dockerfile');
    mkdirSync(join(folder, 'ops'));
    writeFileSync(join(folder, 'ops/Dockerfile'), 'FROM scratch\n');
    const base = join(folder, 'ops');
    expect(resolve(yaml('Dockerfile'), { base }).files[0]?.path).toBe(join(base, 'Dockerfile'));
    expect(resolve(yaml('../root/a/Dockerfile'), { base }).files[0]?.path).toBe(join(root, 'a/Dockerfile'));
    expect(errorsOf(yaml('../Dockerfile'), { base, cwd: root })).toMatchObject([
      { code: 'mapping-outside-root', message: '"../Dockerfile" of service "a" is outside of . and of ../ops' },
    ]);
  });

  test('through dots behind a wildcard', () => {
    put('a/x');
    expect(errorsOf(yaml('"a*/../../Dockerfile"'))[0]?.code).toBe('mapping-outside-root');
  });
});

describe('what moves in a file', () => {
  const movesOf = (text: string, path: string) =>
    resolve(text, { files: put('a', 'b', 'c') })
      .files.find((file) => file.path === join(root, path))
      ?.moves.map(({ from, to, protocol }) => [from, to, protocol]);

  test('its service’s own ports win over the global ones, port by port and protocol by protocol', () => {
    const text =
      'services:\n  s: { dockerfile: a, ports: { 1: 11, 2/udp: 12 } }\n' +
      'ports: { 1: 21, 2/udp: 22, 2/tcp: 23, 3: 24 }\n';
    expect(movesOf(text, 'a')).toEqual([
      [1, 11, undefined],
      [2, 12, 'udp'],
      [2, 23, 'tcp'],
      [3, 24, undefined],
    ]);
    expect(movesOf(text, 'b')?.map(([, to]) => to)).toEqual([21, 22, 23, 24]);
  });

  test('the global one stays for the protocols that the service does not name', () => {
    const text = 'services:\n  s: { dockerfile: a, ports: { 1/udp: 11 } }\nports: { 1: 21 }\n';
    expect(movesOf(text, 'a')).toEqual([
      [1, 11, 'udp'],
      [1, 21, undefined],
    ]);
  });

  test('the command line’s ports are for every file', () => {
    const { files, hosts } = resolveMapping(mappingFromArguments(['1=2']), { root, files: put('a', 'b') });
    expect(files).toMatchObject([
      { listed: true, services: [], moves: [{ from: 1, to: 2 }] },
      { listed: true, services: [], moves: [{ from: 1, to: 2 }] },
    ]);
    expect(hosts.size).toBe(0);
  });

  test.each([
    ['assigned', 'port: 11'],
    ['that a move leads to', 'ports: { 1: 11 }'],
  ])('a port %s is none that the service leaves to the global ones', (_, fields) => {
    expect(movesOf(yaml('a', fields).concat('ports: { 11: 21, 2: 12 }\n'), 'a')).toEqual(
      fields === 'port: 11'
        ? [[2, 12, undefined]]
        : [
            [1, 11, undefined],
            [2, 12, undefined],
          ],
    );
  });

  test('two services of one Dockerfile move what each of them moves', () => {
    const text =
      'services:\n  s: { dockerfile: a, ports: {1: 11, 3: 33} }\n  t: { dockerfile: a, ports: {2: 12, 3: 33} }\n';
    const [plan] = resolve(text, { files: put('a') }).files;
    expect(plan?.services).toEqual(['s', 't']);
    expect(plan?.moves.map(({ from, to }) => [from, to])).toEqual([
      [1, 11],
      [3, 33],
      [2, 12],
    ]);
  });

  test.each([
    ['one port to two', '{1: 11}', '{1: 12}', 's" moves 1 to 11', 't" moves 1 to 12'],
    ['two ports to one', '{1: 11}', '{2: 11}', 's" moves 1 to 11', 't" moves 2 to 11'],
    ['one of a range elsewhere', '{1-5: 11-15}', '{3/udp: 9}', 's" moves 3 to 13', 't" moves 3/udp to 9'],
  ])('two services of one Dockerfile cannot move %s', (_, one, other, first, second) => {
    put('a');
    expect(
      errorsOf(`services:\n  s: { dockerfile: a, ports: ${one} }\n  t: { dockerfile: ./a, ports: ${other} }\n`),
    ).toEqual([
      {
        at: '3:20',
        code: 'mapping-dockerfile-clash',
        message: `both are services of ROOT/a, but "${first} (p.yaml:2:20) and "${second}`,
        hint: 'services of one Dockerfile must move different ports to different ports',
      },
    ]);
  });

  test('but they can move one number for two protocols', () => {
    put('a');
    const text = 'services:\n  s: { dockerfile: a, ports: {1/tcp: 11} }\n  t: { dockerfile: a, ports: {1/udp: 12} }\n';
    expect(resolve(text).files[0]?.moves).toHaveLength(2);
  });
});

test('each host is its service’s, and the name of a service is no host', () => {
  put('a', 'b');
  const { hosts } = resolve(
    'services:\n' +
      '  s: { dockerfile: a, ports: {1: 11}, hosts: [S, s.internal] }\n' +
      '  t: { dockerfile: a, ports: {2: 12} }\n' +
      '  u: { dockerfile: b, ports: {3: 13}, hosts: [u] }\n',
  );
  expect([...hosts]).toEqual([
    ['s', 's'],
    ['s.internal', 's'],
    ['u', 'u'],
  ]);
});

test('thousands of services of one Dockerfile, and thousands of files, take no more than their number', () => {
  const services = Array.from(
    { length: 5000 },
    (_, i) => `  s${i}: { dockerfile: D, ports: { 1: 2 }, hosts: [h${i}] }`,
  );
  const files = [join(root, 'D'), ...Array.from({ length: 5000 }, (_, i) => join(root, `folder${i % 50}`, `D${i}`))];
  const { files: plans, hosts } = resolve(`services:\n${services.join('\n')}`, { files });
  expect([plans.length, plans[0]?.services.length, plans[0]?.moves.length, hosts.size]).toEqual([5001, 5000, 1, 5000]);
});
