import { isNamedLike } from '../dockerfile/own-names.ts';
import type { Findings } from '../find.ts';
import { withoutPlainEnd } from '../knowledge/names.ts';
import type { PortMove } from '../mapping/mapping.ts';
import type { Occurrence } from '../occurrence.ts';
import { moveOf, movesFor } from './moves-for.ts';
import type { FileMoves, ReviewItem } from './plan.ts';
import { calledLikeService, ofSeveralHosts, unknownHost } from './review.ts';

/** What keeps a port from being moved because it may be another container's, or is several ones'. */
export function doubtfulOwner(occurrence: Occurrence, findings: Findings, file: FileMoves): ReviewItem | undefined {
  return usedForSeveral(occurrence, findings, file) ?? namedForAnother(occurrence, findings, file);
}

/** The value of a variable that is used with several hosts whose ports do not become the same. */
function usedForSeveral(occurrence: Occurrence, findings: Findings, file: FileMoves): ReviewItem | undefined {
  const { finding } = occurrence;
  const { port, protocol, host, alsoFor = [], ownByName } = finding;
  if (alsoFor.length === 0 && ownByName !== true) return undefined;
  const moveFor = (moves: readonly PortMove[] | undefined): PortMove | undefined => moveOf(moves ?? [], port, protocol);
  const own = moveFor(file.moves);
  const uses = [
    { host, move: moveFor(movesFor(occurrence, findings, file)) },
    ...alsoFor.map((other) => {
      const there = { ...occurrence, finding: { ...finding, host: other, guessedHost: false } };
      return { host: other, move: moveFor(movesFor(there, findings, file)) };
    }),
    ...(ownByName === true && (own !== undefined || findings.exposed.has(port))
      ? [{ host: undefined, move: own }]
      : []),
  ];
  const move = uses.find((use) => use.move !== undefined)?.move;
  if (move === undefined || uses.every((use) => use.move?.to === move.to)) return undefined;
  return ofSeveralHosts(
    occurrence,
    move,
    uses.map((use) => use.host),
  );
}

/** `ORDERS_PORT` in a file that is not of the service orders. */
function namedForAnother(occurrence: Occurrence, findings: Findings, file: FileMoves): ReviewItem | undefined {
  const { called, host, guessedHost, port, protocol } = occurrence.finding;
  if (called === undefined || isOwnSubject(called, findings, file)) return undefined;
  if (host !== undefined && (guessedHost !== true || file.movesOfHost(host) !== undefined)) return undefined;
  const moves = movesOfSubject(called, file);
  if (moves === undefined || moves === file.moves) return undefined;
  const theirs = moveOf(moves, port, protocol);
  if (theirs !== undefined) return calledLikeService(occurrence, theirs, called);
  const own = moveOf(file.moves, port, protocol);
  return own === undefined ? undefined : unknownHost(occurrence, own, called);
}

function isOwnSubject(called: string, { ownNames }: Findings, { nameWords = [] }: FileMoves): boolean {
  return ownNames.has(called) || isNamedLike(called, nameWords);
}

/** Services and hosts are written with hyphens, underscores or neither. */
function movesOfSubject(called: string, file: FileMoves): readonly PortMove[] | undefined {
  for (const subject of new Set([called, withoutPlainEnd(called)])) {
    for (const joint of ['-', '_', '']) {
      const name = subject.replaceAll('-', joint);
      const moves = file.movesOfHost(name) ?? file.movesOfService?.(name);
      if (moves !== undefined) return moves;
    }
  }
  return undefined;
}
