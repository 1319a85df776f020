import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The command as it is built; `npm ci` builds it. */
export const CLI = join(import.meta.dirname, '..', '..', 'dist', 'cli.js');
/** What the command has compiled is kept from test to test, and with nobody's own. */
const CACHES = join(import.meta.dirname, '..', '..', 'node_modules', '.cache');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the built command and waits for its end. Fails where it prints a stack trace or does not end. */
export async function reberth(args: readonly string[], { cwd, input = '', env = {} }: RunOptions): Promise<Outcome> {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], HOME: cwd, XDG_CACHE_HOME: CACHES, ...env },
    timeout: 20_000,
    killSignal: 'SIGKILL',
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  // A command that fails before it reads closes its standard input.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const outcome = { code, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString() };
  if (code === null) throw new Error(`killed: reberth ${args.join(' ')}\n${outcome.stderr}`);
  if (/^\s+at .*(?:\(|:\d+:\d+)|node:internal|\bTypeError\b/m.test(outcome.stderr)) {
    throw new Error(`a stack trace: reberth ${args.join(' ')}\n${outcome.stderr}`);
  }
  return outcome;
}

const folders: string[] = [];

/** A folder with files in it, by their paths. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'reberth-cli-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
