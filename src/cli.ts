#!/usr/bin/env node
import nodeModule, { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileCacheFolder, loadCompiled } from './compile-cache.ts';

/** Set by the build: the file beside this one that has all else, named for its content. */
declare const COMMAND_LINE_FILE: string;

/** Of Node 22 and later, for the libraries that are loaded when needed: https://nodejs.org/api/module.html#moduleenablecompilecachecachedir */
const { enableCompileCache } = nodeModule as typeof nodeModule & { enableCompileCache?: () => unknown };
enableCompileCache?.();

/** Set when output cannot be written: the run itself goes on to its end. */
let isOutputBroken = false;

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that closes the pipe early, such as head, is no error.
    if (error.code === 'EPIPE' || isOutputBroken) return;
    isOutputBroken = true;
    process.exitCode = 2;
    if (stream === process.stdout) process.stderr.write(`reberth: cannot write the output: ${error.message}\n`);
  });
}

const [first, ...others] = process.argv.slice(2);
if (first === '--version' && others.length === 0) {
  const { version }: { version: string } = createRequire(import.meta.url)('../package.json');
  process.stdout.write(`${version}\n`);
} else {
  const file = fileURLToPath(new URL(COMMAND_LINE_FILE, import.meta.url));
  const caches = compileCacheFolder(process.env);
  const { exports, keep } = loadCompiled(file, caches && join(caches, compiledName(basename(file), first)));
  const { runCommandLine } = exports as typeof import('./command-line.ts');
  const code = await runCommandLine(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    env: process.env,
  });
  process.exitCode = isOutputBroken ? 2 : code;
  // A run that fails has not run much, and may be of a command that is none.
  if (code !== 2) keep();
}

/** Each engine compiles to code of its own, and each command what it needs. */
function compiledName(file: string, command: string | undefined): string {
  const { version, arch } = process;
  return `${file}-${/^[a-z]+$/.test(command ?? '') ? command : 'other'}-${version}-${arch}`;
}
