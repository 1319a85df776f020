import type { Owns } from '../assign/own-ports.ts';
import { resolveDockerfile } from '../assign/resolve-assignments.ts';
import { movesOfRun } from '../assign/run-moves.ts';
import type { FileFacts, Standing } from '../assign/standing.ts';
import type { PortMove } from '../mapping/mapping.ts';
import type { FileMoves } from '../rewrite/plan.ts';
import type { AssignedService, CheckedFile, Fleet } from './types.ts';

/** A Dockerfile of a fleet with all that is to happen to it. */
export interface FleetFile {
  readonly facts: FileFacts;
  /** One for each of its services; none for a Dockerfile of no service. */
  readonly standings: readonly Standing[];
  /** What would make it as the plan says. */
  readonly moves: FileMoves;
}

/** The moves that would make a fleet as its plan says, by service, with the files that they are for. */
export interface FleetMoves {
  readonly files: readonly FleetFile[];
  readonly standings: ReadonlyMap<AssignedService, readonly Standing[]>;
  /** Whose host name it is, in lower case. */
  serviceOfHost(host: string): AssignedService | undefined;
  /** The service that a host name is like, though it is not listed. */
  serviceCalled(host: string): AssignedService | undefined;
}

/** Finds out what has to move in each Dockerfile of a fleet. */
export function planMoves(fleet: Fleet): FleetMoves {
  const byName = new Map(fleet.services.map((service) => [service.name, service]));
  const hosts = new Map(
    fleet.services.flatMap(({ name, hosts: own = [] }) => own.map((host) => [host, name] as const)),
  );
  const owners = new Map<CheckedFile, AssignedService[]>(fleet.others.map((file) => [file, []]));
  for (const service of fleet.services) {
    for (const file of service.files) owners.set(file, [...(owners.get(file) ?? []), service]);
  }
  const standings = new Map<AssignedService, Standing[]>();
  const resolved = [...owners].map(([file, services]) => {
    const names = services.map(({ name }) => name);
    const owns: Owns = (host) => {
      const name = hosts.get(host);
      return name === undefined ? undefined : names.includes(name);
    };
    const { moves, facts, standings: own } = resolveDockerfile(services, file, owns, fleet.moves);
    for (const [i, service] of services.entries()) {
      standings.set(service, [...(standings.get(service) ?? []), ...own.slice(i, i + 1)]);
    }
    return { facts, standings: own, services: names, moves: moves.filter(isAsked(facts, own, fleet.moves)) };
  });
  const run = movesOfRun({ services: fleet.services, global: fleet.moves, hosts, files: resolved });
  const service = (name: string | undefined): AssignedService | undefined =>
    name === undefined ? undefined : byName.get(name);
  return {
    files: resolved.map((file) => ({
      facts: file.facts,
      standings: file.standings,
      moves: run.of(file, file.facts.file.path),
    })),
    standings,
    serviceOfHost: (host) => service(hosts.get(host.toLowerCase())),
    serviceCalled: (host) => service(run.serviceCalled(host)),
  };
}

/**
 * Tells what is still to be done of a chain such as `{ 8095: 8096, 8096: 8097 }`. What is on 8096 was
 * brought there by its first move, where something is on 8097. `apply` asks its journal.
 */
function isAsked(
  { stated }: FileFacts,
  standings: readonly Standing[],
  global: readonly PortMove[],
): (move: PortMove) => boolean {
  const isGlobal = new Set(global);
  const targets = new Set(global.map(({ to }) => to));
  const taken = standings[0]?.taken;
  return (move) =>
    !((isGlobal.has(move) ? targets : taken)?.has(move.from) === true && stated.has(move.to, move.protocol));
}
