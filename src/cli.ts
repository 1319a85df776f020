#!/usr/bin/env node
import { existsSync } from 'node:fs';
import nodeModule, { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileCacheFolder, loadCompiled } from './command-line/compile-cache.ts';

/** Set by the build: the file beside this one that has all else, named for its content. */
declare const COMMAND_LINE_FILE: string;

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
  try {
    process.exitCode = await run();
  } catch (error) {
    const { message, syscall } = error as NodeJS.ErrnoException;
    const isFolderGone = syscall === 'uv_cwd';
    process.stderr.write(`reberth: ${isFolderGone ? 'the current directory is not there any more' : message}\n`);
    process.exitCode = 2;
  }
}

async function run(): Promise<number> {
  const file = fileURLToPath(new URL(COMMAND_LINE_FILE, import.meta.url));
  const cwd = process.cwd();
  const caches = compileCacheFolder(process.env);
  const purpose = /^[a-z]+$/.exec(first ?? '')?.[0] ?? 'other';
  const { exports, keep } = loadCompiled(file, purpose, caches);
  if (caches !== undefined) keepLibraries(caches);
  const { runCommandLine } = exports as typeof import('./command-line.ts');
  const { stdin, stdout, stderr, env } = process;
  const code = await runCommandLine(process.argv.slice(2), { stdin, stdout, stderr, cwd, env });
  // A run that fails has not run much, and may be of a command that is none.
  if (code !== 2) keep();
  return isOutputBroken ? 2 : code;
}

/**
 * Lets Node 22 and later keep what it compiles of the libraries that are loaded when needed.
 *
 * @see https://nodejs.org/api/module.html#moduleenablecompilecachecachedir
 */
function keepLibraries(caches: string): void {
  const { enableCompileCache } = nodeModule as typeof nodeModule & { enableCompileCache?: (folder: string) => unknown };
  if (existsSync(caches)) enableCompileCache?.(join(caches, 'libraries'));
}
