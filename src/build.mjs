// Builds dist/: one bundle per entry with shared chunks, the mapping's JSON Schema, and the types.
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = `${root}dist`;

rmSync(dist, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: { cli: 'src/cli.ts', index: 'src/index.ts', schema: 'src/mapping/schema.ts' },
  outdir: dist,
  bundle: true,
  splitting: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  external: ['@lezer/python', 'picomatch', 'ts-morph', 'yaml', 'zod'],
  // The CommonJS libraries in the bundle call require.
  banner: {
    js: "import { createRequire as createBundleRequire } from 'node:module';\nconst require = createBundleRequire(import.meta.url);",
  },
});

const { mappingJsonSchema } = await import(pathToFileURL(`${dist}/schema.js`).href);
writeFileSync(`${dist}/mapping.schema.json`, `${JSON.stringify(mappingJsonSchema(), null, 2)}\n`);
rmSync(`${dist}/schema.js`);

const tsc = fileURLToPath(import.meta.resolve('typescript/package.json')).replace('package.json', 'bin/tsc');
execFileSync(
  process.execPath,
  [tsc, '--project', 'tsconfig.json', '--emitDeclarationOnly', '--declaration', '--noCheck'],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
rmSync(`${dist}/types/__tests__`, { recursive: true, force: true });
