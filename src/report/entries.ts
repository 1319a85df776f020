import type { Mapping, PortMove } from '../mapping/mapping.ts';
import type { PlannedFile } from '../run/run.ts';
import type { EntryResult } from './result.ts';

/**
 * What each move of a mapping came to, in the order of the mapping; then those that a plan led to. Of a
 * range that was met somewhere, the ports that nothing states by themselves are left out.
 */
export function entryResults(mapping: Mapping, files: readonly PlannedFile[]): EntryResult[] {
  const services = new Map<PortMove, string | null>();
  for (const { name, moves } of mapping.services) for (const move of moves) services.set(move, name);
  for (const move of mapping.moves) services.set(move, null);
  const counts = new Map<PortMove, { files: number; edits: number; review: number }>(
    [...services.keys()].map((move) => [move, { files: 0, edits: 0, review: 0 }]),
  );
  const countOf = (move: PortMove) => {
    const known = counts.get(move) ?? { files: 0, edits: 0, review: 0 };
    counts.set(move, known);
    return known;
  };
  for (const file of files) {
    for (const { move } of file.edits) countOf(move).edits++;
    for (const { move } of file.review) countOf(move).review++;
    for (const move of new Set(file.edits.map((edit) => edit.move))) {
      countOf(move).files++;
      if (!services.has(move)) services.set(move, file.services[0] ?? null);
    }
  }
  const isMet = ({ edits, review }: { edits: number; review: number }): boolean => edits + review > 0;
  const met = new Set([...counts].flatMap(([{ place }, count]) => (isMet(count) ? [place] : [])));
  const told = [...counts].filter(([{ place }, count]) => isMet(count) || !met.has(place));
  return told.map(([move, count]) => {
    const { from, to, protocol = null } = move;
    return { service: services.get(move) ?? null, from, to, protocol, ...count };
  });
}
