import { dirname, relative, sep } from 'node:path';

import { type Diagnostic, DiagnosticError } from '../diagnostic.ts';
import { sha256 } from '../files/digest.ts';
import { printable } from '../files/errors.ts';
import { isInside } from '../files/inside.ts';
import { formatPort, type PortMove } from '../mapping/mapping.ts';
import type { FileMoves } from '../rewrite/plan.ts';
import type { PlannedDockerfile } from '../run/plan-dockerfile.ts';
import { hasJournal, type Journal, openJournal } from './journal.ts';
import { isChained, moveKey, movesBefore, type PlacedMove, placedMoves, possibleMoves } from './moves.ts';
import { type FileRecord, movedFiles, type RunRecord } from './run.ts';
import { readFiles, readRuns } from './store.ts';

/** A file with its plan, as the whole mapping makes it. */
export interface PlannedMoves {
  readonly planned: Pick<PlannedDockerfile, 'path' | 'edits' | 'occurrences' | 'diagnostics'>;
  readonly absolute: string;
  /** What it holds now. */
  readonly bytes: Uint8Array;
  /** What the plan was made with. */
  readonly moves: FileMoves;
}

export type Decision =
  | { readonly kind: 'go' }
  /** The file has been moved by these and is as that run left it: plan it again, `withoutMoves` these. */
  | { readonly kind: 'skip'; readonly moves: ReadonlySet<PortMove>; readonly diagnostic: Diagnostic }
  /** The file has been moved, and what has happened to it since cannot be known. */
  | { readonly kind: 'refuse'; readonly diagnostic: Diagnostic };

/** What earlier runs have done to the files of a tree. */
export interface History {
  /** @throws {DiagnosticError} Where the journal cannot be read. */
  decide(file: PlannedMoves): Promise<Decision>;
}

/**
 * Keeps a mapping from moving a port twice. Where no entry's target is another one's source, a
 * second run finds nothing to do by nature; but of `{8095: 8096, 8096: 8097}` it would take the 8096
 * that the first run has written for another one. The journal knows such files.
 *
 * Journals are read when the first such file is asked for: this one, and unless `--journal` names it, those of
 * the folders above the file, as an earlier run may have been started in another one. No later run would find
 * the journal of a run that was started beside the file: there, a chain is refused.
 */
export function openHistory(journal: Journal): History {
  const known = new Map<string, Promise<VisitsByPath>>();
  const visitsOf = (one: Journal): Promise<VisitsByPath> => {
    const visits = known.get(one.directory) ?? readVisits(one);
    known.set(one.directory, visits);
    return visits;
  };
  return {
    async decide(file) {
      const chained = plannedMoves(file).filter((placed) => isChained(placed, file.moves));
      if (chained.length === 0) return { kind: 'go' };
      const visits: Visit[] = [];
      for (const one of await journalsAbove(journal, file.absolute)) {
        const path = relative(one.root, file.absolute).split(sep).join('/');
        visits.push(...((await visitsOf(one)).get(path) ?? []));
      }
      // The ids of runs are in the order of time.
      visits.sort((a, b) => (a.run.id < b.run.id ? -1 : 1));
      const decision = decide(file, chained, visits);
      const isBeside = journal.directory === journal.home && !isInside(file.absolute, journal.root);
      return isBeside && decision.kind === 'go' ? { kind: 'refuse', diagnostic: outsideRoot(file, journal) } : decision;
    },
  };
}

/**
 * The moves that change the file. Where there are errors, edits are not planned, and the errors may
 * come from a second move, such as a collision with what the first one has written: then it is all
 * moves whose port stands in the file.
 */
function plannedMoves({ planned: { edits, diagnostics, occurrences }, moves }: PlannedMoves): readonly PlacedMove[] {
  const isRefused = diagnostics.some(({ severity }) => severity === 'error');
  return isRefused ? possibleMoves(occurrences, moves) : placedMoves(edits, moves);
}

/** What one run has done to one file, and has not been taken back. */
interface Visit {
  readonly run: RunRecord;
  readonly record: FileRecord;
  /** What names its journal on a command line. */
  readonly flags: string;
}

/** By the path of the file, relative to the root of the journal. */
type VisitsByPath = ReadonlyMap<string, readonly Visit[]>;

async function journalsAbove(journal: Journal, file: string): Promise<readonly Journal[]> {
  if (journal.directory !== journal.home) return [journal];
  const journals = [journal];
  for (let folder = dirname(file), last = file; folder !== last; last = folder, folder = dirname(folder)) {
    if (folder === journal.root || !(await hasJournal(folder))) continue;
    journals.push(await openJournal({ cwd: folder, root: folder }));
  }
  return journals;
}

async function readVisits(journal: Journal): Promise<VisitsByPath> {
  const { runs, problems } = await readRuns(journal);
  if (problems.length > 0) throw new DiagnosticError(problems);
  const visits = new Map<string, Visit[]>();
  for (const run of runs) {
    for (const record of movedFiles(run, await readFiles(journal, run))) {
      const known = visits.get(record.path) ?? [];
      visits.set(record.path, known);
      known.push({ run, record, flags: journal.flags });
    }
  }
  return visits;
}

function decide(file: PlannedMoves, chained: readonly PlacedMove[], visits: readonly Visit[]): Decision {
  const known = visitsBehind(sha256(file.bytes), visits);
  const skipped = new Map<PortMove, RunRecord>();
  for (const placed of chained) {
    const same = findVisit(known ?? visits, placed.host, placed.move, 0);
    const [earlier] = movesBefore(placed, file.moves).flatMap(
      (move) => findVisit(known ?? visits, placed.host, move, 1) ?? [],
    );
    const visit = same ?? earlier;
    if (visit === undefined) continue;
    if (known === undefined) return { kind: 'refuse', diagnostic: editedSince(file, placed, visit.run) };
    if (same === undefined) return { kind: 'refuse', diagnostic: movedByLess(file, placed, visit) };
    skipped.set(placed.move, same.run);
  }
  if (skipped.size === 0) return { kind: 'go' };
  return { kind: 'skip', moves: new Set(skipped.keys()), diagnostic: alreadyMoved(file, skipped) };
}

/** The runs that have led to this content, at the latest moment that the file had it; undefined where none ever saw it. */
function visitsBehind(digest: string, visits: readonly Visit[]): readonly Visit[] | undefined {
  for (let i = visits.length; i > 0; i--) {
    const record = visits[i - 1]?.record;
    if (record?.after === digest) return visits.slice(0, i);
    if (record?.before === digest) return visits.slice(0, i - 1);
  }
  return undefined;
}

function findVisit(
  visits: readonly Visit[],
  host: string | undefined,
  { from, to, protocol }: PortMove,
  leastEdits: 0 | 1,
): Visit | undefined {
  const key = moveKey({ host, from, to, protocol });
  return visits.findLast(({ record }) =>
    record.moves.some((move) => move.edits >= leastEdits && moveKey(move) === key),
  );
}

function alreadyMoved({ planned: { path } }: PlannedMoves, skipped: ReadonlyMap<PortMove, RunRecord>): Diagnostic {
  const moves = [...skipped].map(([move, { id }]) => `${describe(move)} (run ${id})`).join(', ');
  const message = `${printable(path)} has been moved already: ${moves}`;
  return { code: 'already-moved', severity: 'info', message, file: path };
}

function outsideRoot({ planned: { path } }: PlannedMoves, { root, shown }: Journal): Diagnostic {
  return {
    code: 'outside-journal',
    severity: 'error',
    message: `${printable(path)} is outside of ${printable(shown(root))}, where this run would be recorded; a second run that is started elsewhere would not know of it, and move parts of the chain again`,
    file: path,
    hint: 'start in a folder that holds both, or name one with --root; or name a folder with --journal',
  };
}

function editedSince(
  { planned: { path } }: PlannedMoves,
  { move }: PlacedMove,
  { id, started }: RunRecord,
): Diagnostic {
  return {
    code: 'moved-before',
    severity: 'error',
    message: `${printable(path)} was moved by run ${id} (${started}) and has been edited since; ${describe(move)} is part of a chain, and which of its ports are moved already cannot be told`,
    file: path,
    hint: 'change what is new in it by hand; or, where the file is not moved any more, give --journal a new folder, which knows nothing of that run',
  };
}

function movedByLess(
  { planned: { path } }: PlannedMoves,
  { move }: PlacedMove,
  { run: { id, started }, flags }: Visit,
): Diagnostic {
  return {
    code: 'moved-before',
    severity: 'error',
    message: `${printable(path)} was moved by run ${id} (${started}), when the mapping did not have ${describe(move)}, which would move again what that run has moved to ${move.from}`,
    file: path,
    hint: `take that run back first (reberth undo ${id}${flags}); or move ${move.from} with a mapping of its own`,
  };
}

function describe({ from, to, protocol }: PortMove): string {
  return `${formatPort(from, protocol)} → ${formatPort(to, protocol)}`;
}
