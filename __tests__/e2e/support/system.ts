import { type ChildProcess, spawn } from 'node:child_process';

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
