import { relative, sep } from 'node:path';

import { type Diagnostic, DiagnosticError } from '../diagnostic.ts';
import { sha256 } from '../files/digest.ts';
import { printable } from '../files/errors.ts';
import { DISK, type Disk, findWriteObstacle } from '../files/write.ts';
import { type ByteEdit, makeEdits, recordEdits, takeBackEdits } from './edits.ts';
import { failureOf, type Retreat } from './failure.ts';
import type { Journal } from './journal.ts';
import { inParallel } from './parallel.ts';
import { type Replacement, replaceAll, takeBack } from './replace.ts';
import type { FileRecord, RecordedMove, RunProgress, RunRecord } from './run.ts';
import { createRun, setProgress } from './store.ts';

/** What is to become of one file. */
export interface FileChange {
  /** The file as the user knows it. */
  readonly path: string;
  /** The real path, free of links. */
  readonly absolute: string;
  /** The permission bits, such as `0o644`. */
  readonly mode: number;
  /** SHA-256 of `before`, in hexadecimal. */
  readonly digest: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  /** In the order of the file, without overlaps. They make `after` of `before`. */
  readonly edits: readonly ByteEdit[];
  /** The entries of the mapping behind the edits: see `recordMoves`. */
  readonly moves: readonly RecordedMove[];
}

export interface ApplyOptions {
  /** The digest of the mapping. */
  readonly mapping: string;
  /** What has started it, for people: see `RunHeader`. */
  readonly command: string;
  /** Does the files that can be done; the others are in `Applied.diagnostics`. */
  readonly keepGoing?: boolean | undefined;
  readonly disk?: Disk | undefined;
}

export interface Applied {
  /** Undefined where there was nothing to write. */
  readonly run: RunRecord | undefined;
  /** The files that have their new content: their `path`. */
  readonly written: readonly string[];
  /** Errors, of files that were left out with `keepGoing`. */
  readonly diagnostics: readonly Diagnostic[];
}

const AT_ONCE = 64;

const ROLLED_BACK: Retreat = {
  progress: { state: 'rolled-back', except: [] },
  stuck: 'still with the new content, all others as before',
};

/**
 * Writes the files of a run: all of them, or none. Files that do not change are left alone.
 *
 * The caller has the lock of the tree, and has made sure that no run is unfinished.
 *
 * @throws {DiagnosticError} Where nothing was written, or all was taken back (`rolled-back`), or,
 *   with `run-unfinished`, where some of it could not be taken back.
 */
export async function applyFiles(
  journal: Journal,
  files: readonly FileChange[],
  { mapping, command, keepGoing = false, disk = DISK }: ApplyOptions,
): Promise<Applied> {
  const changes = files.filter(({ before, after }) => Buffer.compare(before, after) !== 0);
  const obstacles = await findObstacles(changes, disk);
  const diagnostics = [...obstacles.values()];
  const writable = changes.filter((change) => !obstacles.has(change));
  if (diagnostics.length > 0 && !keepGoing) throw new DiagnosticError(diagnostics);
  if (writable.length === 0) return { run: undefined, written: [], diagnostics };

  const records = writable.map((change) => recordOf(journal, change));
  const replacements = writable.map((change, i) => replacementOf(change, records[i]?.path ?? change.path));
  const run = await createRun(journal, { mapping, command }, records, disk);
  const outcome = await replaceAll(replacements, { keepGoing, disk });
  if (outcome.kind !== 'done') throw await failureOf(journal, run, outcome, ROLLED_BACK, disk);
  const except = new Set(outcome.failed);
  const written = replacements.filter(({ path }) => !except.has(path));
  const progress: Pick<RunProgress, 'state' | 'except'> =
    written.length === 0 ? { state: 'rolled-back', except: [] } : { state: 'done', except: outcome.failed };
  try {
    const finished = await setProgress(journal, run, progress, disk);
    return {
      run: finished,
      written: written.map(({ shown }) => shown),
      diagnostics: [...diagnostics, ...outcome.diagnostics],
    };
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    const causes = [...diagnostics, ...outcome.diagnostics, ...error.diagnostics];
    throw await failureOf(journal, run, await takeBack(written, causes, disk), ROLLED_BACK, disk);
  }
}

async function findObstacles(changes: readonly FileChange[], disk: Disk): Promise<ReadonlyMap<FileChange, Diagnostic>> {
  const found = await inParallel(changes, AT_ONCE, async (change): Promise<[FileChange, Diagnostic][]> => {
    const obstacle = await findWriteObstacle(change.absolute, change.path, disk);
    return obstacle === undefined ? [] : [[change, obstacle]];
  });
  return new Map(found.flat());
}

function recordOf(
  journal: Journal,
  { path, absolute, mode, digest, before, after, edits, moves }: FileChange,
): FileRecord {
  const recorded = recordEdits(before, edits);
  const isExact = isEqual(makeEdits(before, recorded), after) && isEqual(takeBackEdits(after, recorded), before);
  if (!isExact) {
    const message = `the edits of ${printable(path)} do not lead from its old to its new content, so they could not be taken back`;
    const hint = 'nothing was written; please report this';
    throw new DiagnosticError([{ code: 'edits-inexact', severity: 'error', message, file: path, hint }]);
  }
  return {
    path: relative(journal.root, absolute).split(sep).join('/'),
    mode,
    before: digest,
    after: sha256(after),
    edits: recorded,
    moves,
  };
}

function isEqual(one: Uint8Array | undefined, other: Uint8Array): boolean {
  return one !== undefined && Buffer.compare(one, other) === 0;
}

function replacementOf({ path: shown, absolute, mode, digest, before, after }: FileChange, path: string): Replacement {
  return {
    path,
    absolute,
    shown,
    mode,
    from: { bytes: before, digest },
    to: { bytes: after, digest: sha256(after) },
  };
}
