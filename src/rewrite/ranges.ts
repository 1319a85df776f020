import type { PortMove } from '../mapping/mapping.ts';
import type { Occurrence, PortRange } from '../occurrence.ts';
import { moveOf } from './moves-for.ts';
import type { Edit, PlanOptions, PlanProblem } from './plan.ts';

export interface RangePlan {
  readonly edits: readonly Edit[];
  readonly problems: readonly PlanProblem[];
  /** Set where the end cannot be rewritten, as the mapping takes the range apart: what moves. */
  readonly refused: PortMove | undefined;
}

const NOTHING: RangePlan = { edits: [], problems: [], refused: undefined };

/**
 * Plans one end of a range such as `8000-8010`.
 *
 * A move of the whole range rewrites both ends. A move of a part of it cannot be written as that
 * range; EXPOSE can list the parts instead, where that was asked for. It is an error, but for a range of
 * another host, which is for review.
 */
export function planRange(
  occurrence: Occurrence,
  range: PortRange,
  moves: readonly PortMove[],
  options: PlanOptions,
  text: string,
): RangePlan {
  const { first, last } = range;
  const own = moves.filter((move) => move.from >= first && move.from <= last);
  if (own.length === 0) return NOTHING;
  const target = (port: number): PortMove | undefined => moveOf(own, port, occurrence.finding.protocol);
  const whole = shiftOf(first, last, target);
  const move = target(occurrence.finding.port);
  if (whole !== undefined && move !== undefined && occurrence.editable) {
    const { span } = occurrence;
    return { ...NOTHING, edits: [{ span, text: String(move.to), from: move.from, to: move.to, move, occurrence }] };
  }
  const some = target(first) ?? own.find((candidate) => target(candidate.from) === candidate);
  if (some === undefined) return NOTHING;
  const span = range.at.toSource();
  if (span !== undefined && range.splittable && options.splitRanges) {
    if (range.end === 'last') return NOTHING;
    const suffix = /^\/\w+/.exec(text.slice(span.end, span.end + 6))?.[0] ?? '';
    const parts = splitRange(first, last, target).join(`${suffix} `);
    return { ...NOTHING, edits: [{ span, text: parts, from: some.from, to: some.to, move: some, occurrence }] };
  }
  const isOfOther = occurrence.finding.host !== undefined;
  if (isOfOther && range.end === 'first') return { ...NOTHING, refused: move ?? some };
  if (isOfOther || range.end === 'last') return { ...NOTHING, refused: move };
  const hint = range.splittable
    ? '--split-ranges writes the parts instead; or move the whole range'
    : 'move the whole range, or write the parts by hand';
  const message = `${some.from} is to become ${some.to}, but it is inside of the range ${first}-${last}, which moves only in part`;
  const problem: PlanProblem = { code: 'range-split', severity: 'error', message, span: occurrence.span, hint };
  return { edits: [], problems: [problem], refused: move };
}

/** By how much all ports of a range move, if it is the same for all. */
function shiftOf(first: number, last: number, target: (port: number) => PortMove | undefined): number | undefined {
  const start = target(first);
  if (start === undefined) return undefined;
  const shift = start.to - first;
  for (let port = first + 1; port <= last; port++) if (target(port)?.to !== port + shift) return undefined;
  return shift;
}

/** `8000-8004`, `9005`, `8006-8010`: runs of ports that stay together. */
function splitRange(first: number, last: number, target: (port: number) => PortMove | undefined): string[] {
  const parts: string[] = [];
  let start = first;
  const moved = (port: number): number => target(port)?.to ?? port;
  for (let port = first; port <= last; port++) {
    const sameRun =
      port < last &&
      moved(port + 1) === moved(port) + 1 &&
      (target(port + 1) === undefined) === (target(port) === undefined);
    if (sameRun) continue;
    parts.push(start === port ? String(moved(port)) : `${moved(start)}-${moved(port)}`);
    start = port + 1;
  }
  return parts;
}
