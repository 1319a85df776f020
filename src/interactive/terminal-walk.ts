import { ReadStream, WriteStream } from 'node:tty';
import { DiagnosticError } from '../diagnostic.ts';
import type { PlannedDockerfile } from '../run/plan-dockerfile.ts';
import { clackPrompter } from './clack-prompter.ts';
import { runWalk, type WalkOptions } from './run-walk.ts';

/** The streams to ask on. Standard output is free for what the run prints. */
export interface WalkStreams {
  readonly stdin: unknown;
  readonly stderr: unknown;
}

/**
 * Says no before any work is done, where nobody can be asked.
 *
 * @returns the streams, which are those of a terminal
 * @throws {DiagnosticError} `no-terminal`
 */
export function assertTerminal({ stdin, stderr }: WalkStreams): { stdin: ReadStream; stderr: WriteStream } {
  if (stdin instanceof ReadStream && stderr instanceof WriteStream) return { stdin, stderr };
  const stream = stdin instanceof ReadStream ? 'standard error' : 'standard input';
  throw new DiagnosticError([
    {
      code: 'no-terminal',
      severity: 'error',
      message: `--interactive asks on a terminal, and ${stream} is none`,
      hint: 'run it in a terminal, or look at the changes with --dry-run',
    },
  ]);
}

/**
 * Asks on the terminal which changes of planned files to make, and gives the files with just these.
 *
 * @throws {DiagnosticError} `no-terminal` where nobody can be asked; `walk-cancelled` where the user
 *   breaks off with Ctrl-C, Ctrl-D or Escape
 */
export async function walkOnTerminal<T extends PlannedDockerfile>(
  files: readonly T[],
  streams: WalkStreams,
  options: WalkOptions,
): Promise<readonly T[]> {
  const { stdin, stderr } = assertTerminal(streams);
  const chosen = await runWalk(files, await clackPrompter(stdin, stderr), options);
  if (chosen !== undefined) return chosen;
  throw new DiagnosticError([
    { code: 'walk-cancelled', severity: 'error', message: 'broken off: nothing was written' },
  ]);
}
