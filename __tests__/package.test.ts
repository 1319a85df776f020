import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..');
const manifest: {
  version: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const dependencies = Object.keys(manifest.dependencies);

/** A folder that has installed the packed package, with its dependencies and none of the development ones. */
const consumer = mkdtempSync(join(tmpdir(), 'reberth-package-'));
const installed = join(consumer, 'node_modules', 'reberth');

beforeAll(() => {
  const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', consumer];
  execFileSync('npm', pack, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  mkdirSync(installed, { recursive: true });
  const tarball = join(consumer, `reberth-${manifest.version}.tgz`);
  execFileSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
  for (const name of [...dependencies, '@types/node']) {
    const link = join(consumer, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link);
  }
});

afterAll(() => rmSync(consumer, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(consumer, path)), { recursive: true });
  writeFileSync(join(consumer, path), text);
}

/** Runs a script with Node in the consumer's folder. */
const node = (...args: string[]) => promisify(execFile)(process.execPath, args, { cwd: consumer });

test('what is packed is what runs, its types, its licences, and the words to users', () => {
  const files = readdirSync(installed, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1));
  const others = files.filter((path) => !/^dist\/(?:types\/.*\.d\.ts|[\w-]+\.js|command-line-\w+\.cjs)$/.test(path));
  expect(others.sort()).toEqual([
    'LICENSE',
    'README.md',
    'dist/THIRD-PARTY-LICENSES.txt',
    'dist/mapping.schema.json',
    'package.json',
  ]);
  expect(files).toEqual(expect.arrayContaining(['dist/cli.js', 'dist/index.js', 'dist/types/src/index.d.ts']));
});

test('the command runs with all that it loads only when needed: mapping, globs, Python, JavaScript', async () => {
  write(
    'fleet/Dockerfile',
    `FROM a
EXPOSE 8095
RUN python3 -c "import urllib.request; urllib.request.urlopen('http://localhost:8095/')"
RUN node -e "require('http').get('http://localhost:8095/')"
`,
  );
  write('ports.yaml', 'ports: { 8095: 8096 }\n');
  const cli = join(installed, 'dist', 'cli.js');
  const run = ['apply', 'fleet', '-m', 'ports.yaml', '--exclude', 'none/**', '--format', 'json'];
  const { stdout } = await node(cli, ...run);
  const { summary }: { summary: { edits: number } } = JSON.parse(stdout);
  expect(summary.edits).toBe(3);
});

test('the command is in ASCII, as it is read', () => {
  const [file = ''] = readdirSync(join(installed, 'dist')).filter((name) => name.startsWith('command-line-'));
  expect(readFileSync(join(installed, 'dist', file)).every((byte) => byte < 0x80)).toBe(true);
});

test('the library runs', async () => {
  write(
    'library.mjs',
    `import { parseMapping } from 'reberth';
import schema from 'reberth/mapping.schema.json' with { type: 'json' };
const { moves } = parseMapping('ports: { 8095: 8096 }', 'ports.yaml');
console.log(JSON.stringify([moves.map(({ from, to }) => [from, to]), schema.type]));
`,
  );
  const { stdout } = await node('--no-warnings', 'library.mjs');
  expect(JSON.parse(stdout)).toEqual([[[8095, 8096]], 'object']);
});

test.each([
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
])('its types are found with module %s and moduleResolution %s', async (module, moduleResolution) => {
  write(
    'consumer.ts',
    `import { DiagnosticError, parseMapping, planRun, type RunPlan } from 'reberth';
const mapping = parseMapping('ports: { 8095: 8096 }', 'ports.yaml');
export const plan: Promise<RunPlan> = planRun({
  mapping, paths: [], cwd: '.', certainty: 'probable', comments: true, splitRanges: false,
});
// @ts-expect-error a certainty that does not exist
planRun({ mapping, paths: [], cwd: '.', certainty: 'sure', comments: true, splitRanges: false });
export const isOurs = (error: unknown): boolean => error instanceof DiagnosticError && error.diagnostics.length > 0;
`,
  );
  const options = { module, moduleResolution, target: 'es2023', strict: true, noEmit: true, types: ['node'] };
  write('package.json', '{ "type": "module" }');
  write('tsconfig.json', JSON.stringify({ compilerOptions: options, files: ['consumer.ts'] }));
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  await expect(node(tsc, '--project', '.')).resolves.toMatchObject({ stdout: '' });
});

test('what is loaded at run time by its name is a dependency, and each dependency is loaded so', () => {
  const sources = ['src', 'transforms'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => readFileSync(join(root, folder, path), 'utf8')),
  );
  const loaded = sources.flatMap((text) =>
    [...text.matchAll(/createRequire\(import\.meta\.url\)\('((?:@[^/']+\/)?[^./'][^/']*)[^']*'\)/g)].map(
      ([, name]) => name,
    ),
  );
  const others = loaded.filter((name) => name !== 'reberth');
  expect([...new Set(others)].sort()).toEqual([...dependencies].sort());
});

test('the licence of every bundled library is there', () => {
  const licenses = readFileSync(join(installed, 'dist', 'THIRD-PARTY-LICENSES.txt'), 'utf8');
  for (const name of ['diff', 'dockerfile-ast', 'ignore', 'magic-string', 'unbash', 'yargs']) {
    expect(licenses).toMatch(new RegExp(`^${name} ${manifest.devDependencies[name]} \\([\\w-]+\\)$`, 'm'));
  }
  expect(licenses).toContain('Permission is hereby granted');
  expect(licenses).not.toContain('The package holds no licence text.');
});
