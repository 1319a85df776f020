import { type Diagnostic, DiagnosticError } from '../diagnostic.ts';
import { printable } from '../files/errors.ts';
import type { Journal } from './journal.ts';
import { findLocked, type Lock } from './lock.ts';
import { isUnfinished, type RunRecord } from './run.ts';
import { readRuns } from './store.ts';

/**
 * The run that was killed, or is going on right now.
 *
 * @throws {DiagnosticError} Where the journal cannot be read.
 */
export async function findUnfinished(journal: Journal): Promise<RunRecord | undefined> {
  const { runs, problems } = await readRuns(journal);
  if (problems.length > 0) throw new DiagnosticError(problems);
  return runs.findLast(isUnfinished);
}

/**
 * Makes sure that no run has left the tree half done.
 *
 * @param lock - That of the tree, where the caller has it: then nobody else is at it.
 * @throws {DiagnosticError} `run-unfinished`, with the ways out; `locked` where a run is going on.
 */
export async function assertNoneUnfinished(journal: Journal, lock?: Lock): Promise<void> {
  const run = await findUnfinished(journal);
  if (run === undefined) return;
  const locked = lock === undefined ? await findLocked(journal) : undefined;
  throw new DiagnosticError([locked ?? unfinished(journal, run)]);
}

/**
 * Says that a run is unfinished, and how to get out of it.
 *
 * @param remaining - How its files are now, where that is known.
 */
export function unfinished({ flags }: Journal, run: RunRecord, remaining?: string): Diagnostic {
  const files = remaining ?? `some of its ${run.files} files may be changed, and others not`;
  return {
    code: 'run-unfinished',
    severity: 'error',
    message: `run ${run.id} (${printable(run.command)}) is unfinished: ${files}`,
    hint: `reberth undo${flags} takes it back, reberth apply --resume${flags} carries it to its end`,
  };
}

const NAMED = 20;

/** The paths for a message, but not thousands of them. */
export function names(paths: readonly string[]): string {
  const named = paths.slice(0, NAMED).map(printable).join(', ');
  return paths.length > NAMED ? `${named} and ${paths.length - NAMED} more` : named;
}
