import type { Holder } from '../mapping/conflicts.ts';
import { groupBy } from '../mapping/group.ts';
import { type Mapping, type PortMove, protocolsMeet, type Service } from '../mapping/mapping.ts';
import { overlay } from '../mapping/resolve.ts';
import type { PortFinding } from '../occurrence.ts';
import type { PlannedFile } from './run.ts';

/**
 * The ports that services of a mapping have and keep, as their Dockerfiles expose them.
 *
 * A port that the mapping takes the service to is none of them: an earlier run has brought it there.
 */
export function keptPorts(files: readonly PlannedFile[], mapping: Mapping): Holder[] {
  const byName = new Map(mapping.services.map((service) => [service.name, service]));
  const busy = placesOfOwnEdits(files);
  const idle = groupBy(
    mapping.moves.filter(({ place }) => !busy.has(place)),
    ({ to }) => to,
  );
  return files.flatMap((file): Holder[] => {
    const [service] = file.services;
    if (service === undefined) return [];
    const owners = file.services.flatMap((name) => byName.get(name) ?? []);
    const moved = new Set(file.edits.map(({ occurrence }) => occurrence));
    const isThere = arrivals(owners, idle);
    return file.occurrences
      .filter((occurrence) => occurrence.role === 'expose' && !moved.has(occurrence) && !isThere(occurrence.finding))
      .map(({ finding, span }) => ({
        service,
        how: 'keeps',
        port: finding.port,
        protocol: finding.protocol,
        place: { file: file.path, ...file.offsets.position(span.start) },
        shared: byName.get(service)?.shared ?? false,
      }));
  });
}

/**
 * Tells whether the mapping takes the services of a Dockerfile to a port.
 *
 * @param idle - By new port, the moves for every Dockerfile that change none of them. As long as they do change one,
 *   a service that is on the new port may have been there before.
 */
function arrivals(
  services: readonly Service[],
  idle: ReadonlyMap<number, readonly PortMove[]>,
): (finding: PortFinding) => boolean {
  const assigned = new Set(services.flatMap((service) => service.assigned.map(({ port }) => port)));
  const own = services.map(({ moves }) => moves);
  return ({ port, protocol }) =>
    assigned.has(port) ||
    overlay([...own, idle.get(port) ?? []]).some((move) => move.to === port && protocolsMeet(move.protocol, protocol));
}

/** The entries of the mapping that change a port of a Dockerfile's own; an address of another one lands nowhere. */
function placesOfOwnEdits(files: readonly PlannedFile[]): ReadonlySet<PortMove['place']> {
  const own = files.flatMap(({ edits }) => edits.filter(({ occurrence }) => occurrence.finding.host === undefined));
  return new Set(own.map(({ move }) => move.place));
}
