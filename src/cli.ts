#!/usr/bin/env node
import nodeModule, { createRequire } from 'node:module';

/** Of Node 22 and later: https://nodejs.org/api/module.html#moduleenablecompilecachecachedir */
const { enableCompileCache } = nodeModule as typeof nodeModule & { enableCompileCache?: () => unknown };
// What is compiled once starts faster the next time.
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
  const { runCommandLine } = await import('./command-line.ts');
  const code = await runCommandLine(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    env: process.env,
  });
  process.exitCode = isOutputBroken ? 2 : code;
}
