// Builds dist/: the command, the library, the licences of what is bundled, the mapping's JSON Schema,
// and the types.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundledPackages, licenseTexts } from './build/licenses.mjs';
import { tablesAsJson } from './build/tables.mjs';
import { copyReachedTypes } from './build/types.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = `${root}dist`;
// What is large and seldom needed is installed beside the bundle; all else is in it, and is a development dependency.
const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

rmSync(dist, { recursive: true, force: true });
const common = {
  absWorkingDir: root,
  outdir: dist,
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  metafile: true,
  external: Object.keys(dependencies),
  // The one that yargs has sets up Unicode segmentation as it loads, for as long as Node itself takes to start.
  alias: { 'string-width': fileURLToPath(import.meta.resolve('fast-string-width')) },
  plugins: [tablesAsJson()],
};
// One script, as the engine can keep only the compiled code of scripts.
const command = await build({
  ...common,
  entryPoints: ['src/command-line.ts'],
  entryNames: '[name]-[hash]',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  // The engine does not know where a script that was compiled earlier would import from.
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
});
const [commandLineFile = ''] = Object.keys(command.metafile.outputs).map((path) => basename(path));
writeFileSync(`${dist}/${commandLineFile}`, asAscii(readFileSync(`${dist}/${commandLineFile}`, 'utf8')));
await build({
  ...common,
  entryPoints: ['src/cli.ts'],
  format: 'esm',
  define: { COMMAND_LINE_FILE: JSON.stringify(commandLineFile) },
});
const library = await build({
  ...common,
  entryPoints: { index: 'src/index.ts', schema: 'src/mapping/schema.ts' },
  splitting: true,
  format: 'esm',
  // The CommonJS libraries in the bundle call require.
  banner: {
    js: "import { createRequire as createBundleRequire } from 'node:module';\nconst require = createBundleRequire(import.meta.url);",
  },
});

const { mappingJsonSchema } = await import(pathToFileURL(`${dist}/schema.js`).href);
writeFileSync(`${dist}/mapping.schema.json`, `${JSON.stringify(mappingJsonSchema(), null, 2)}\n`);
rmSync(`${dist}/schema.js`);
writeFileSync(
  `${dist}/THIRD-PARTY-LICENSES.txt`,
  licenseTexts(bundledPackages(command.metafile, library.metafile).map((folder) => `${root}${folder}`)),
);

const tsc = fileURLToPath(import.meta.resolve('typescript/package.json')).replace('package.json', 'bin/tsc');
const allTypes = `${dist}/all-types`;
execFileSync(
  process.execPath,
  [tsc, '--project', 'tsconfig.json', '--emitDeclarationOnly', '--declaration', '--noCheck', '--outDir', allTypes],
  { cwd: root, stdio: 'inherit' },
);
copyReachedTypes({ from: allTypes, to: `${dist}/types`, entry: 'src/index.d.ts' });
rmSync(allTypes, { recursive: true });

/** JavaScript with other characters by their numbers: those in regular expressions are left to us. ASCII is read fastest. */
function asAscii(script) {
  return script.replace(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
