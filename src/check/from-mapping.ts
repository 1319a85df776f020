import type { AssignedPort, Mapping, Service } from '../mapping/mapping.ts';
import type { AbsentFile, AssignedService, CheckedFile, Fleet } from './types.ts';

/** The Dockerfiles of a service as they were found. */
export interface ServiceFiles {
  readonly files: readonly CheckedFile[];
  readonly absent?: readonly AbsentFile[] | undefined;
  /** None of its Dockerfiles is part of the run. */
  readonly outside?: boolean | undefined;
}

/** The ports that a service of a mapping is to have: those that it is assigned, or that its moves lead to. */
function assignedPorts({ assigned, moves }: Service): AssignedPort[] {
  const stated = moves.map((move) => ({
    port: move.to,
    from: move.from,
    move,
    protocol: move.protocol,
    place: move.place,
  }));
  return [...assigned, ...stated];
}

/**
 * A mapping read as a plan.
 *
 * @param filesOf the Dockerfiles of each service; the same object for the same file
 * @param others the Dockerfiles of no service
 */
export function fleetOf(
  mapping: Mapping,
  filesOf: (service: Service) => ServiceFiles,
  others: readonly CheckedFile[],
): Fleet {
  return {
    services: mapping.services.map((service): AssignedService => {
      const { name, moves, hosts, shared, place } = service;
      return {
        ...filesOf(service),
        name,
        assigned: assignedPorts(service),
        moves,
        hosts: hosts.map((host) => host.name),
        shared,
        place,
      };
    }),
    reserved: mapping.reserved,
    others,
    moves: mapping.moves,
  };
}
