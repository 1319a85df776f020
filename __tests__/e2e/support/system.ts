import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { CLI } from '../../support/process.ts';

/** Where Debian's packages put their programs; a `python3` from elsewhere does not know Debian's uvicorn. */
export const SYSTEM_PATH = '/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin';

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Options {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a program of the system, with nothing of this process's environment. */
export function start([program = '', ...rest]: readonly string[], { cwd, env = {} }: Options = {}): ChildProcess {
  return spawn(program, rest, {
    cwd,
    env: { PATH: SYSTEM_PATH, LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs a program of the system to its end, which is to come within a minute. */
export async function run(command: readonly string[], options?: Options): Promise<Outcome> {
  const child = start(command, options);
  const timer = setTimeout(() => child.kill('SIGKILL'), 60_000);
  try {
    return await ended(child);
  } finally {
    clearTimeout(timer);
  }
}

/** What a started program has printed, once it is over. */
export function ended(child: ChildProcess): Promise<Outcome> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
  });
}

const NEEDS: readonly (readonly [debianPackage: string, test: readonly string[]])[] = [
  ['buildah', ['buildah', '--version']],
  // A busybox that is linked to the system's libraries does not run in an image that has nothing else.
  ['busybox-static', ['sh', '-c', 'busybox true && ! ldd "$(command -v busybox)"']],
  ['chromium', ['chromium', '--version']],
  ['tmux', ['tmux', '-V']],
  ['python3-uvicorn', ['python3', '-c', 'import uvicorn']],
];

/**
 * Throws where a program is missing that the tests need.
 *
 * @throws Error that names the Debian packages to install
 */
export function requireSystem(): void {
  const missing = NEEDS.filter(([, test]) => !succeeds(test)).map(([debianPackage]) => debianPackage);
  if (missing.length > 0) {
    throw new Error(
      `the end-to-end tests need ${missing.join(', ')}; on Debian:\n` +
        `  apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`,
    );
  }
  if (!existsSync(CLI)) throw new Error('the end-to-end tests need dist/cli.js: npm run build');
}

function succeeds([program = '', ...rest]: readonly string[]): boolean {
  try {
    execFileSync(program, rest, { env: { PATH: SYSTEM_PATH }, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
