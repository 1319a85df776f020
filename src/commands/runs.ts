import type { Diagnostic } from '../diagnostic.ts';
import { type Journal, openJournal } from '../journal/journal.ts';
import { findLocked } from '../journal/lock.ts';
import { isUnfinished, type RunRecord } from '../journal/run.ts';
import { type ReadRuns, readRuns } from '../journal/store.ts';
import { unfinished } from '../journal/unfinished.ts';
import type { Colors } from '../report/color.ts';
import type { RunsFormat } from '../report/formats.ts';
import { printable } from '../report/printable.ts';
import { safeJson } from '../report/safe-json.ts';
import { type TableCell, textTable } from '../report/table.ts';
import type { JournalFlags, JournalSurroundings } from './undo.ts';
import { voiceOf } from './voice.ts';

export interface RunsFlags extends JournalFlags {
  readonly format?: RunsFormat | undefined;
}

/**
 * Runs `reberth runs`: lists the runs on a tree, the latest first.
 *
 * @returns the exit code: 0, or 2 where a part of the journal cannot be read
 * @throws {DiagnosticError} where there cannot be a journal at all
 */
export async function runsCommand(flags: RunsFlags, around: JournalSurroundings): Promise<number> {
  const { stdout, cwd } = around;
  const voice = voiceOf(flags, around);
  const journal = await openJournal({ cwd, root: flags.root, directory: flags.journal });
  const found = await readRuns(journal);
  const { runs, problems } = found;
  const locked = await findLocked(journal);
  const latestFirst = runs.toReversed();
  if (flags.format === 'json') {
    stdout.write(safeJson({ version: 1, root: journal.root, runs: latestFirst.map(toResult) }));
  } else if (runs.length > 0) {
    stdout.write(`${table(latestFirst, locked !== undefined, voice.stdout.colors).join('\n')}\n`);
  }
  voice.report([...problems, ...remarks(journal, found, locked)]);
  return problems.length > 0 ? 2 : 0;
}

/** What there is to say besides the list. */
function remarks(journal: Journal, { runs, problems }: ReadRuns, locked: Diagnostic | undefined): Diagnostic[] {
  if (locked !== undefined) return [{ ...locked, severity: 'info' }];
  const open = runs.findLast(isUnfinished);
  if (open !== undefined) return [{ ...unfinished(journal, open), severity: 'warning' }];
  if (runs.length > 0 || problems.length > 0) return [];
  const message = `there are no runs in ${printable(journal.shown(journal.directory))}`;
  return [{ code: 'no-runs', severity: 'info', message }];
}

/** The keys of a run, always in the same order. */
function toResult({ id, started, state, changed, files, edits, except, mapping, command }: RunRecord): object {
  return { id, started, state, changed, files, edits, except, mapping, command };
}

function table(runs: readonly RunRecord[], isLocked: boolean, { dim }: Colors): string[] {
  const cells = (texts: readonly string[], style?: Colors['dim']): TableCell[] =>
    texts.map((text, column) => ({ text, style, alignRight: column === 2 || column === 3 }));
  const rows = runs.map((run) => [run.id, stateOf(run, isLocked), String(run.files), String(run.edits), run.command]);
  return textTable([cells(['RUN', 'STATE', 'FILES', 'EDITS', 'COMMAND'], dim), ...rows.map((row) => cells(row))]);
}

function stateOf(run: RunRecord, isLocked: boolean): string {
  if (isUnfinished(run)) return isLocked ? 'going on' : 'unfinished';
  const state = run.state === 'rolled-back' ? 'rolled back' : run.state;
  return run.except.length > 0 ? `${state}, but ${run.except.length}` : state;
}
