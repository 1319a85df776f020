import { DiagnosticError } from '../diagnostic.ts';
import type { Disk } from '../files/write.ts';
import type { Journal } from './journal.ts';
import type { Failure } from './replace.ts';
import type { RunProgress, RunRecord } from './run.ts';
import { setProgress } from './store.ts';
import { names, unfinished } from './unfinished.ts';

/** What becomes of a run when writing its files has failed. */
export interface Retreat {
  /** The state it is in once all is as it was. */
  readonly progress: Pick<RunProgress, 'state' | 'except'>;
  /** What is said of files that could not be taken back: goes on after their names. */
  readonly stuck: string;
}

/** Writes down that all is as it was, and gives what has failed; or says what is not as it was. */
export async function failureOf(
  journal: Journal,
  run: RunRecord,
  outcome: Failure,
  { progress, stuck }: Retreat,
  disk: Disk,
): Promise<DiagnosticError> {
  const { diagnostics } = outcome;
  if (outcome.kind === 'stuck') {
    return new DiagnosticError([...diagnostics, unfinished(journal, run, `${names(outcome.stuck)} ${stuck}`)]);
  }
  try {
    await setProgress(journal, run, progress, disk);
    return new DiagnosticError(diagnostics);
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    const remaining = 'its files are as they were before, but that could not be written down';
    return new DiagnosticError([...diagnostics, ...error.diagnostics, unfinished(journal, run, remaining)]);
  }
}
