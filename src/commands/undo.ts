import { type Diagnostic, DiagnosticError } from '../diagnostic.ts';
import { printable } from '../files/errors.ts';
import { type Journal, openJournal } from '../journal/journal.ts';
import { acquireLock } from '../journal/lock.ts';
import { isUnfinished, type RunRecord } from '../journal/run.ts';
import { resumeRun, type Settled, type SettleOptions, undoRun } from '../journal/settle.ts';
import { type ReadRuns, readRuns } from '../journal/store.ts';
import { unfinished } from '../journal/unfinished.ts';
import { counted } from '../report/words.ts';
import type { Surroundings } from './surroundings.ts';
import { type VoiceFlags, voiceOf } from './voice.ts';

export interface JournalFlags extends VoiceFlags {
  readonly root?: string | undefined;
  readonly journal?: string | undefined;
}

export interface ResumeFlags extends JournalFlags {
  readonly keepGoing: boolean;
}

export interface UndoFlags extends ResumeFlags {
  /** The id of a run or the beginning of it; the last run where it is left out. */
  readonly run?: string | undefined;
}

/** The streams and surroundings of a process; nothing is read. */
export type JournalSurroundings = Omit<Surroundings, 'stdin'>;

/**
 * Runs `reberth undo [RUN]`: takes back an unfinished run, else the named or the last finished one.
 *
 * @returns the exit code: 0 done, 2 with --keep-going where files were left as they are
 * @throws {DiagnosticError} for what stops it; then nothing was written
 */
export function undoCommand(flags: UndoFlags, around: JournalSurroundings): Promise<number> {
  return settleCommand(flags, around, {
    command: `reberth undo${flags.run === undefined ? '' : ` ${flags.run}`}`,
    choose: (found, journal) => runToUndo(found, journal, flags.run),
    settle: undoRun,
    summary: ({ run, written, already }) =>
      `Took back run ${run.id}: ${counted(written, 'file')} changed back${already > 0 ? `, ${already} had the old content already` : ''}.`,
  });
}

/** Runs `reberth apply --resume`: carries an unfinished run to its end. As `undoCommand`. */
export function resumeCommand(flags: ResumeFlags, around: JournalSurroundings): Promise<number> {
  return settleCommand(flags, around, {
    command: 'reberth apply --resume',
    choose: ({ runs }, journal) => runs.findLast(isUnfinished) ?? refuse(noneUnfinished(journal)),
    settle: resumeRun,
    summary: ({ run, written, already }) =>
      `Finished run ${run.id}: ${counted(written, 'file')} changed${already > 0 ? `, ${already} had been changed already` : ''}.`,
  });
}

interface Settling {
  /** For others who come meanwhile. */
  readonly command: string;
  choose(found: ReadRuns, journal: Journal): RunRecord;
  settle(journal: Journal, run: RunRecord, options: SettleOptions): Promise<Settled>;
  summary(settled: Settled): string;
}

async function settleCommand(flags: ResumeFlags, around: JournalSurroundings, settling: Settling): Promise<number> {
  const { cwd, stderr } = around;
  const voice = voiceOf(flags, around);
  const journal = await openJournal({ cwd, root: flags.root, directory: flags.journal });
  const lock = await acquireLock(journal, settling.command);
  try {
    voice.report(lock.diagnostics);
    const found = await readRuns(journal);
    if (found.problems.length > 0) throw new DiagnosticError(found.problems);
    const settled = await settling.settle(journal, settling.choose(found, journal), { keepGoing: flags.keepGoing });
    voice.report(settled.diagnostics);
    if (!flags.quiet) stderr.write(`${voice.stderr.colors.bold(settling.summary(settled))}\n`);
    return settled.diagnostics.some(({ severity }) => severity === 'error') ? 2 : 0;
  } finally {
    await lock.release();
  }
}

function runToUndo({ runs, otherRoots }: ReadRuns, journal: Journal, name: string | undefined): RunRecord {
  const open = runs.findLast(isUnfinished);
  if (name === undefined) {
    return open ?? runs.findLast(({ state }) => state === 'done') ?? refuse(nothingToUndo(journal, otherRoots));
  }
  const [run, ...others] = runs.filter(({ id }) => id.startsWith(name));
  if (run === undefined || others.length > 0) return refuse(noSuchRun(name, others.length + (run ? 1 : 0), journal));
  if (open !== undefined && open !== run) return refuse(unfinished(journal, open));
  const isBack = run.state === 'rolled-back' || (run.state === 'undone' && run.except.length === 0);
  return isBack ? refuse(alreadyUndone(run)) : run;
}

function refuse(problem: Omit<Diagnostic, 'severity'>): never {
  throw new DiagnosticError([{ ...problem, severity: 'error' }]);
}

type Refusal = Omit<Diagnostic, 'severity'>;

function nothingToUndo(journal: Journal, otherRoots: readonly string[]): Refusal {
  const message = `there is no run to undo in ${printable(journal.shown(journal.directory))}`;
  const hint =
    otherRoots.length > 0
      ? `it has runs on ${otherRoots.map(printable).join(', ')}: name one of these with --root`
      : 'go to the folder that the run was started in, or name it with --root, and its journal with --journal';
  return { code: 'nothing-to-undo', message, hint };
}

function noneUnfinished(journal: Journal): Refusal {
  const message = `there is no unfinished run in ${printable(journal.shown(journal.directory))}`;
  return { code: 'nothing-to-resume', message, hint: `reberth runs${journal.flags} lists the runs` };
}

function noSuchRun(name: string, count: number, journal: Journal): Refusal {
  const message = count === 0 ? `there is no run ${printable(name)}` : `${count} runs begin with ${printable(name)}`;
  return { code: 'no-such-run', message, hint: `reberth runs${journal.flags} lists the runs` };
}

function alreadyUndone({ id, state, changed }: RunRecord): Refusal {
  const how = state === 'undone' ? 'was undone' : 'had failed and was taken back';
  return { code: 'already-undone', message: `run ${id} ${how} already (${changed})` };
}
