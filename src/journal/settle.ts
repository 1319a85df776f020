import { readdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { type Diagnostic, DiagnosticError } from '../diagnostic.ts';
import { sha256 } from '../files/digest.ts';
import { errorCode, fileProblem, printable } from '../files/errors.ts';
import { DISK, type Disk, findWriteObstacle, isTemporaryName } from '../files/write.ts';
import { makeEdits, takeBackEdits } from './edits.ts';
import { failureOf, type Retreat } from './failure.ts';
import type { Journal } from './journal.ts';
import { inParallel } from './parallel.ts';
import { type Replacement, replaceAll, takeBack } from './replace.ts';
import { type FileRecord, isUnfinished, movedFiles, type RunProgress, type RunRecord } from './run.ts';
import { absolutePath, broken, filesPath, folderOf, readFiles, readRuns, setProgress } from './store.ts';

export interface SettleOptions {
  /** Leaves out the files that cannot be brought there; they are in `Settled.diagnostics`. */
  readonly keepGoing?: boolean | undefined;
  readonly disk?: Disk | undefined;
}

export interface Settled {
  readonly run: RunRecord;
  /** How many files were written now. */
  readonly written: number;
  /** How many had the right content already. */
  readonly already: number;
  /** Errors, of files that were left out with `keepGoing`. */
  readonly diagnostics: readonly Diagnostic[];
}

const AT_ONCE = 32;

/**
 * Takes a run back: gives its files the content from before it. The run is done, or unfinished.
 *
 * The caller has the lock of the tree.
 *
 * @throws {DiagnosticError} Where a file was edited since, is gone or cannot be written; every file
 *   is as it was then. With `run-unfinished`, some are not.
 */
export function undoRun(journal: Journal, run: RunRecord, options: SettleOptions = {}): Promise<Settled> {
  return settle(journal, run, 'before', options);
}

/** Carries an unfinished run to its end. Else as `undoRun`. */
export function resumeRun(journal: Journal, run: RunRecord, options: SettleOptions = {}): Promise<Settled> {
  return settle(journal, run, 'after', options);
}

type Goal = 'before' | 'after';

async function settle(
  journal: Journal,
  run: RunRecord,
  goal: Goal,
  { keepGoing = false, disk = DISK }: SettleOptions,
): Promise<Settled> {
  const all = await readFiles(journal, run);
  const files = movedFiles(run, all);
  if (isUnfinished(run)) await removeTemporaryFiles(journal, run, files);
  const { replacements, refused } = await lookAt(journal, run, files, goal, disk);
  const diagnostics = [...refused.values()];
  if (diagnostics.length > 0 && (!keepGoing || refused.size === files.length)) throw new DiagnosticError(diagnostics);

  const concerned = new Set(files);
  const others = all.filter((file) => !concerned.has(file)).map(({ path }) => path);
  const begun = await begin(journal, run, { state: goal === 'before' ? 'undoing' : 'writing', except: others }, disk);
  let outcome = await replaceAll(replacements, { keepGoing, disk });
  if (outcome.kind === 'done') {
    const { failed } = outcome;
    const left = [...refused.keys(), ...failed];
    const progress: Pick<RunProgress, 'state' | 'except'> =
      goal === 'before' ? { state: 'undone', except: left } : { state: 'done', except: [...others, ...left] };
    try {
      const settled = await setProgress(journal, begun, progress, disk);
      const written = replacements.length - failed.length;
      const already = files.length - refused.size - replacements.length;
      return { run: settled, written, already, diagnostics: [...diagnostics, ...outcome.diagnostics] };
    } catch (error) {
      if (!(error instanceof DiagnosticError)) throw error;
      const written = replacements.filter(({ path }) => !failed.includes(path));
      outcome = await takeBack(written, [...outcome.diagnostics, ...error.diagnostics], disk);
    }
  }
  throw await failureOf(journal, run, outcome, backTo(run), disk);
}

async function begin(
  journal: Journal,
  run: RunRecord,
  progress: Pick<RunProgress, 'state' | 'except'>,
  disk: Disk,
): Promise<RunRecord> {
  try {
    return await setProgress(journal, run, progress, disk);
  } catch (error) {
    // Where it was not written, the old state stands.
    if (!(error instanceof DiagnosticError) || !error.diagnostics.some(({ code }) => code === 'not-durable'))
      throw error;
    throw await failureOf(journal, run, { kind: 'taken-back', diagnostics: error.diagnostics }, backTo(run), disk);
  }
}

/** The run is again as it was found. */
function backTo({ state, except }: RunRecord): Retreat {
  return { progress: { state, except }, stuck: 'could not be given back the content from before this command' };
}

interface View {
  /** What is to be written. */
  readonly replacements: readonly Replacement[];
  /** Why a file cannot be brought to the goal, by path. */
  readonly refused: ReadonlyMap<string, Diagnostic>;
}

async function lookAt(
  journal: Journal,
  run: RunRecord,
  files: readonly FileRecord[],
  goal: Goal,
  disk: Disk,
): Promise<View> {
  const replacements: Replacement[] = [];
  const refused = new Map<string, Diagnostic>();
  const seen = await inParallel(files, AT_ONCE, (file) => look(journal, run, file, goal, disk));
  const isChanged = seen.some((found) => found !== undefined && 'severity' in found);
  const laterRuns = isChanged ? await findLaterRuns(journal, run) : new Map<string, string>();
  for (const [i, { path }] of files.entries()) {
    const found = seen[i];
    if (found === undefined) continue;
    const later = laterRuns.get(path);
    if (!('severity' in found)) replacements.push(found);
    else if (later === undefined) refused.set(path, found);
    else refused.set(path, { ...found, hint: `run ${later} has changed it after that: undo that run first` });
  }
  return { replacements, refused };
}

/** What is to be written to a file, or why it cannot be; undefined where it is at the goal. */
async function look(
  journal: Journal,
  run: RunRecord,
  file: FileRecord,
  goal: Goal,
  disk: Disk,
): Promise<Replacement | Diagnostic | undefined> {
  const absolute = absolutePath(journal, file);
  const shown = journal.shown(absolute);
  const wanted = file[goal];
  try {
    const stats = await disk.lstat(absolute);
    if (!stats.isFile()) return changedSince(run, shown, 'it is not a regular file any more');
    const bytes = await disk.readFile(absolute);
    const digest = sha256(bytes);
    if (digest === wanted) return undefined;
    if (digest !== (goal === 'before' ? file.after : file.before)) {
      return changedSince(run, shown, 'its content is neither that from before the run nor that from after it');
    }
    const obstacle = await findWriteObstacle(absolute, shown, disk);
    if (obstacle !== undefined) return obstacle;
    const made = goal === 'before' ? takeBackEdits(bytes, file.edits) : makeEdits(bytes, file.edits);
    if (made === undefined || sha256(made) !== wanted) return broken(journal, filesPath(journal, run), run.id);
    const mode = stats.mode & 0o7777;
    return { path: file.path, absolute, shown, mode, from: { bytes, digest }, to: { bytes: made, digest: wanted } };
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return changedSince(run, shown, 'it is gone');
    return fileProblem(error, 'read', shown);
  }
}

/** By path, the last of the runs after this one that changed the file. */
async function findLaterRuns(journal: Journal, run: RunRecord): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const { runs } = await readRuns(journal);
  for (const later of runs.filter(({ id }) => id > run.id)) {
    for (const { path } of movedFiles(later, await readFiles(journal, later))) found.set(path, later.id);
  }
  return found;
}

function changedSince(run: RunRecord, shown: string, how: string): Diagnostic {
  return {
    code: 'changed-since',
    severity: 'error',
    message: `${printable(shown)} was changed since run ${run.id}: ${how}`,
    file: shown,
    hint: '--keep-going leaves it as it is and does the others',
  };
}

/** Removes what a killed run has left beside its files, and in the journal. */
async function removeTemporaryFiles(journal: Journal, run: RunRecord, files: readonly FileRecord[]): Promise<void> {
  const folders = new Set(files.map((file) => dirname(absolutePath(journal, file))));
  await inParallel([...folders.add(folderOf(journal, run))], AT_ONCE, async (folder) => {
    const entries = await readdir(folder).catch(() => []);
    for (const name of entries.filter(isTemporaryName)) await unlink(join(folder, name)).catch(() => undefined);
  });
}
