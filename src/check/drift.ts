import { groupBy } from '../mapping/group.ts';
import type { Edit } from '../rewrite/plan.ts';
import { listed, portWords } from '../words.ts';
import type { Claims } from './claims.ts';
import type { FleetFile } from './moves.ts';
import { inPlan, placeOf, planPlace } from './places.ts';
import type { ProblemResult } from './result.ts';
import type { AssignedService } from './types.ts';

/**
 * What a Dockerfile states otherwise than the plan: one problem for each port that it should state.
 *
 * @param edits what would have to be rewritten, of one service
 */
export function driftProblems(
  file: FleetFile,
  edits: readonly Edit[],
  service: AssignedService | undefined,
  claims: Claims,
  serviceOfHost: (host: string) => AssignedService | undefined,
): ProblemResult[] {
  const { file: checked, owns, stated } = file.facts;
  const isReference = ({ occurrence: { finding } }: Edit): boolean =>
    finding.host !== undefined && owns(finding.host.toLowerCase()) === false;
  const own = edits.filter((edit) => !isReference(edit));
  const references = edits.filter(isReference);
  const standing = file.standings.find((candidate) => candidate.service === service);
  const problems: ProblemResult[] = [];
  for (const [to, group] of groupBy(own, (edit) => edit.to)) {
    const from = [...new Set(group.map((edit) => edit.from))];
    const [current, ...others] = from;
    const [first] = group;
    if (current === undefined || first === undefined) continue;
    const partly =
      standing === undefined ? stated.has(to, first.move.protocol) : standing.there.some(({ port }) => port === to);
    const { protocol, place } = first.move;
    const [is, should] = [listed(from.map((port) => portWords(port, protocol))), portWords(to, protocol)];
    problems.push({
      verdict: partly ? 'inconsistent' : 'drift',
      message: partly
        ? `is on ${should}, as it is to be${inPlan(place)}, but here and there still on ${is}`
        : `is on ${is}, and is to be on ${should}${inPlan(place)}`,
      hint: null,
      current: others.length === 0 ? current : null,
      required: to,
      conflictsWith: [...new Set(from.flatMap((port) => claims.othersOn(port, protocol, service)))],
      places: group.map((edit) => placeOf(checked, edit.occurrence, edit)),
      plan: planPlace(place),
    });
  }
  for (const group of groupBy(
    references,
    ({ occurrence, from, to }) => `${occurrence.finding.host} ${from} ${to}`,
  ).values()) {
    const [first] = group;
    if (first === undefined) continue;
    const { from, to, move, occurrence } = first;
    const { host = '' } = occurrence.finding;
    const other = serviceOfHost(host)?.name ?? host;
    problems.push({
      verdict: 'drift',
      message: `reaches ${other} on ${from}, which is to be on ${to}${inPlan(move.place)}`,
      hint: null,
      current: from,
      required: to,
      conflictsWith: [],
      places: group.map((edit) => placeOf(checked, edit.occurrence, edit)),
      plan: planPlace(move.place),
    });
  }
  return problems;
}
