import type { FleetFile, FleetMoves } from './moves.ts';
import type { CheckReview } from './result.ts';
import type { AssignedService } from './types.ts';
import { listed } from './words.ts';

/**
 * Addresses of other services with a port that those neither have nor had, as far as can be read.
 * They may be right, since a base image can have ports that its Dockerfile does not state.
 */
export function staleReferences(file: FleetFile, service: AssignedService, fleet: FleetMoves): CheckReview[] {
  if (file.standings[0]?.service !== service) return [];
  const { file: checked } = file.facts;
  return checked.findings.occurrences.flatMap(({ finding, span }): CheckReview[] => {
    const { host, port, certainty, prose } = finding;
    const other = host === undefined ? undefined : fleet.serviceOfHost(host);
    if (host === undefined || other === undefined || certainty === 'possible' || prose === true) return [];
    if (
      file.standings.some((standing) => standing.service === other) ||
      file.moves.movesOfHost(host)?.some(({ from }) => from === port)
    )
      return [];
    const standings = fleet.standings.get(other) ?? [];
    const isKnown = standings.some(
      ({ facts }) => facts.stated.has(port, undefined) || facts.evidence.some(({ inherited }) => inherited.has(port)),
    );
    if (other.assigned.length === 0 || standings.length === 0 || isKnown) return [];
    if (other.assigned.some((assigned) => assigned.port === port)) return [];
    const ports = listed(other.assigned.map((assigned) => assigned.port));
    return [
      {
        file: checked.path,
        ...checked.offsets.position(span.start),
        port,
        code: 'stale-reference',
        reason: `${host} is ${other.name}, which is to be on ${ports} and states ${port} nowhere`,
        hint: `write ${ports} if this is out of date`,
      },
    ];
  });
}
