import type { Disagreement } from '../assign/consistency.ts';
import { disagreementLeft } from '../assign/disagreement.ts';
import type { FleetFile } from './moves.ts';
import { placeOf } from './places.ts';
import type { ProblemResult } from './result.ts';

/** A Dockerfile that disagrees with itself, unless what has to move anyhow makes it agree. */
export function describeDisagreement({ facts, moves }: FleetFile, found: Disagreement): ProblemResult[] {
  const message = disagreementLeft(found, facts, moves.moves);
  if (message === undefined) return [];
  const [only, ...others] = new Set(found.outliers.map(({ port }) => port));
  return [
    {
      verdict: 'inconsistent',
      message,
      hint: 'make them agree, or say in a plan which port is meant',
      current: others.length === 0 ? (only ?? null) : null,
      required: null,
      conflictsWith: [],
      places: found.outliers.map(({ occurrence }) => placeOf(facts.file, occurrence)),
      plan: null,
    },
  ];
}
