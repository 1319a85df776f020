import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { makeTree } from '../files/tree.ts';

/** Bundles the driver, so that plain Node can run it, and gives the path of the bundle. */
export function bundleDriver(): string {
  const bundle = join(makeTree(), 'driver.mjs');
  const esbuild = join(process.cwd(), 'node_modules/.bin/esbuild');
  const flags = ['--bundle', '--platform=node', '--format=esm', '--log-level=error', `--outfile=${bundle}`];
  execFileSync(esbuild, [...flags, join(process.cwd(), '__tests__/journal/driver.ts')]);
  return bundle;
}

export interface Driven {
  readonly process: ChildProcess;
  /** Resolves when it has said these words. */
  said(words: string): Promise<void>;
  /** All that it has said, once it has ended. */
  readonly output: Promise<string>;
  /** Kills it as nothing can be killed more, and waits for its end. */
  kill(): Promise<void>;
}

const running = new Set<ChildProcess>();

/** Kills what a failed test has left running, and waits for its end. */
export async function endDriven(): Promise<void> {
  await Promise.all(
    [...running].map((child) => {
      const closed = once(child, 'close');
      child.kill('SIGKILL');
      return closed;
    }),
  );
}

export function drive(bundle: string, command: string, root: string): Driven {
  const child = spawn(process.execPath, [bundle, command, root], { stdio: ['pipe', 'pipe', 'inherit'] });
  running.add(child);
  const ended = once(child, 'close').finally(() => running.delete(child));
  const output = text(child.stdout);
  let heard = '';
  child.stdout.on('data', (data: Buffer) => {
    heard += data.toString();
    child.emit('heard');
  });
  return {
    process: child,
    output,
    async said(words) {
      while (!heard.includes(words))
        await Promise.race([once(child, 'heard'), ended.then(() => assertSaid(heard, words))]);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function assertSaid(heard: string, words: string): void {
  if (!heard.includes(words)) throw new Error(`the driver ended without saying ${words}: ${heard}`);
}
