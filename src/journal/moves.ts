import { groupBy } from '../mapping/group.ts';
import { type PortMove, protocolsMeet } from '../mapping/mapping.ts';
import type { Occurrence } from '../occurrence.ts';
import type { Edit, FileMoves } from '../rewrite/plan.ts';
import type { RecordedMove } from './run.ts';

/** An entry of the mapping at work in one file. */
export interface PlacedMove {
  readonly move: PortMove;
  /** Whose port it is: another container's, by its host name in lower case; undefined for the file's own. */
  readonly host: string | undefined;
}

interface MakingMove extends PlacedMove {
  /** How many edits it makes. */
  readonly edits: number;
}

/** What an edit says of the move behind it. */
export type MovingEdit = Pick<Edit, 'move' | 'occurrence'>;

/** The moves behind the edits of a file, each once. */
export function placedMoves(edits: readonly MovingEdit[], { moves }: FileMoves): MakingMove[] {
  const own = new Set(moves);
  const placed = new Map<string, MakingMove>();
  for (const { move, occurrence } of edits) {
    const host = own.has(move) ? undefined : occurrence.finding.host?.toLowerCase();
    const { from, to, protocol } = move;
    const key = moveKey({ host, from, to, protocol });
    placed.set(key, { move, host, edits: (placed.get(key)?.edits ?? 0) + 1 });
  }
  return [...placed.values()];
}

/** The moves, of the file's own ports and of the hosts that it names, whose port stands somewhere in the file. */
export function possibleMoves(occurrences: readonly Occurrence[], file: FileMoves): PlacedMove[] {
  const placed = new Map<string, PlacedMove>();
  for (const { finding } of occurrences) {
    for (const host of new Set([undefined, finding.host?.toLowerCase()])) {
      for (const move of indexOf(movesOf(host, file)).byFrom.get(finding.port) ?? []) {
        placed.set(moveKey({ ...move, host }), { move, host });
      }
    }
  }
  return [...placed.values()];
}

/** By what a move is the same in two runs: what the service is called does not matter. */
export function moveKey({ host, from, to, protocol }: Omit<RecordedMove, 'service' | 'edits'>): string {
  return `${from} ${to} ${protocol ?? ''} ${host ?? ''}`;
}

/** The moves to the port that this one moves away: made a second time, it would move what they have moved. */
export function movesBefore({ move, host }: PlacedMove, file: FileMoves): readonly PortMove[] {
  const moves = movesOf(host, file);
  return (indexOf(moves).byTo.get(move.from) ?? []).filter((other) => protocolsMeet(other.protocol, move.protocol));
}

/** Whether other moves lead to where it starts, or start where it leads to. */
export function isChained(placed: PlacedMove, file: FileMoves): boolean {
  return movesBefore(placed, file).length > 0 || movesAfter(placed, file).length > 0;
}

/** The moves away from the port that this one moves to. */
function movesAfter({ move, host }: PlacedMove, file: FileMoves): readonly PortMove[] {
  const moves = movesOf(host, file);
  return (indexOf(moves).byFrom.get(move.to) ?? []).filter((other) => protocolsMeet(other.protocol, move.protocol));
}

/**
 * What the journal keeps of the moves in one file: those that make edits, and those that would move
 * the results of these again.
 *
 * @param services - Whose each move is, for people.
 */
export function recordMoves(
  edits: readonly MovingEdit[],
  file: FileMoves,
  services: ReadonlyMap<PortMove, string>,
): RecordedMove[] {
  const recorded = new Map<string, RecordedMove>();
  const add = ({ move, host, edits: count }: MakingMove): void => {
    const { from, to, protocol } = move;
    const key = moveKey({ host, from, to, protocol });
    if (!recorded.has(key)) recorded.set(key, { service: services.get(move), host, from, to, protocol, edits: count });
  };
  const placed = placedMoves(edits, file);
  for (const one of placed) add(one);
  for (const one of placed) {
    for (const move of movesAfter(one, file)) add({ move, host: one.host, edits: 0 });
  }
  return [...recorded.values()];
}

/** What the mapping says of a file, without some of its moves. */
export function withoutMoves({ moves, movesOfHost, ...others }: FileMoves, dropped: ReadonlySet<PortMove>): FileMoves {
  const kept = (list: readonly PortMove[]) => list.filter((move) => !dropped.has(move));
  return {
    ...others,
    moves: kept(moves),
    movesOfHost(host) {
      const theirs = movesOfHost(host);
      return theirs === undefined ? undefined : kept(theirs);
    },
  };
}

function movesOf(host: string | undefined, file: FileMoves): readonly PortMove[] {
  return host === undefined ? file.moves : (file.movesOfHost(host) ?? []);
}

interface MovesIndex {
  readonly byFrom: ReadonlyMap<number, readonly PortMove[]>;
  readonly byTo: ReadonlyMap<number, readonly PortMove[]>;
}

/** Many files share one list of moves, and it may be long. */
const INDEXES = new WeakMap<readonly PortMove[], MovesIndex>();

function indexOf(moves: readonly PortMove[]): MovesIndex {
  const known = INDEXES.get(moves);
  if (known !== undefined) return known;
  const index = {
    byFrom: groupBy(moves, ({ from }) => from),
    byTo: groupBy(moves, ({ to }) => to),
  };
  INDEXES.set(moves, index);
  return index;
}
