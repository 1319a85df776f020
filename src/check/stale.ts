import { isOwn } from '../assign/own-ports.ts';
import { listed as portList } from '../words.ts';
import type { FleetFile, FleetMoves } from './moves.ts';
import type { CheckReview } from './result.ts';

/**
 * Addresses of other services, also of those that are just called like the host, with a port that
 * these neither have nor had, as far as can be read. They may be right, since a base image can have
 * ports that its Dockerfile does not state.
 */
export function staleReferences(file: FleetFile, fleet: FleetMoves): CheckReview[] {
  const { file: checked, owns } = file.facts;
  return checked.findings.occurrences.flatMap((occurrence): CheckReview[] => {
    const { host, port, certainty, prose } = occurrence.finding;
    if (host === undefined || certainty === 'possible' || prose === true) return [];
    if (isOwn(occurrence, checked.findings, owns)) return [];
    const listed = fleet.serviceOfHost(host);
    const other = listed ?? fleet.serviceCalled(host);
    if (other === undefined || file.standings.some((standing) => standing.service === other)) return [];
    const moves = file.moves.movesOfHost(host) ?? file.moves.movesOfService?.(host) ?? [];
    if (moves.some(({ from }) => from === port)) return [];
    const standings = fleet.standings.get(other) ?? [];
    const isKnown = standings.some(
      ({ facts }) => facts.stated.has(port, undefined) || facts.evidence.some(({ inherited }) => inherited.has(port)),
    );
    if (other.assigned.length === 0 || standings.length === 0 || isKnown) return [];
    if (other.assigned.some((assigned) => assigned.port === port)) return [];
    const ports = portList(other.assigned.map((assigned) => assigned.port));
    const is = listed === undefined ? 'is called like' : 'is';
    return [
      {
        file: checked.path,
        ...checked.offsets.position(occurrence.span.start),
        port,
        code: 'stale-reference',
        reason: `${host} ${is} ${other.name}, which is to be on ${ports} and states ${port} nowhere`,
        hint: `write ${ports} if this is out of date`,
      },
    ];
  });
}
