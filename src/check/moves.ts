import type { AssignedPort, PortMove } from '../mapping/mapping.ts';
import { bindNames } from '../plan/bind-names.ts';
import type { FileMoves } from '../rewrite/plan.ts';
import type { Owns } from './own-ports.ts';
import { type FileFacts, readFacts, type Standing, standingOf } from './standing.ts';
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
}

/** Finds out what has to move in each Dockerfile of a fleet. */
export function planMoves(fleet: Fleet): FleetMoves {
  const hosts = new Map<string, AssignedService>();
  for (const service of fleet.services) for (const host of service.hosts ?? []) hosts.set(host, service);
  const services = new Map<CheckedFile, AssignedService[]>();
  for (const file of fleet.others) services.set(file, []);
  for (const service of fleet.services) {
    for (const file of service.files) services.set(file, [...(services.get(file) ?? []), service]);
  }
  const standings = new Map<AssignedService, Standing[]>();
  const read = [...services].map(([file, owners]) => {
    const wanted = owners.flatMap(({ assigned }) => assigned);
    const taken = new Set(wanted.map(({ port }) => port));
    const targets = fleet.moves.map(({ to }) => to);
    const facts = readFacts(file, ownsFor(owners, hosts), new Set([...taken, ...targets]));
    const own = owners.map((service) => standingByName(service, facts, taken, replacedByOthers(service, owners)));
    for (const standing of own) {
      const known = standings.get(standing.service);
      if (known === undefined) standings.set(standing.service, [standing]);
      else known.push(standing);
    }
    return { facts, own, taken };
  });
  const movesOfService = new Map<AssignedService, PortMove[]>();
  const files = read.map(({ facts, own, taken }): FleetFile => {
    const moves = [...own.flatMap((standing) => standing.moves), ...globalMoves(fleet.moves, own, facts, taken)];
    for (const { service } of own) movesOfService.set(service, [...(movesOfService.get(service) ?? []), ...moves]);
    const owners = new Set(own.map(({ service }) => service));
    const movesOfHost = (host: string): readonly PortMove[] | undefined => {
      const service = hosts.get(host.toLowerCase());
      if (service === undefined) return undefined;
      return owners.has(service) ? moves : movesFor(service, movesOfService.get(service));
    };
    return { facts, standings: own, moves: { moves, movesOfHost } };
  });
  return { files, standings, serviceOfHost: (host) => hosts.get(host.toLowerCase()) };
}

function ownsFor(owners: readonly AssignedService[], hosts: ReadonlyMap<string, AssignedService>): Owns {
  return (host) => {
    const service = hosts.get(host);
    return service === undefined ? undefined : owners.includes(service);
  };
}

/** Compares with what a name such as `metrics` says of the port that an assigned one replaces. */
function standingByName(
  service: AssignedService,
  facts: FileFacts,
  taken: ReadonlySet<number>,
  replaced: ReadonlySet<number>,
): Standing {
  const bound = bindNames(service.assigned, facts);
  const original = (port: AssignedPort): AssignedPort => service.assigned[bound.indexOf(port)] ?? port;
  const standing = standingOf({ ...service, assigned: bound }, facts, taken, replaced);
  return { ...standing, service, there: standing.there.map(original), unknown: standing.unknown.map(original) };
}

function replacedByOthers(service: AssignedService, owners: readonly AssignedService[]): Set<number> {
  const froms = owners.flatMap((other) => (other === service ? [] : other.assigned.map(({ from }) => from)));
  return new Set(froms.filter((from) => from !== undefined));
}

/** The moves of a service as others see them: an address of it may be out of date though its Dockerfile is not. */
function movesFor(service: AssignedService, own: readonly PortMove[] = []): PortMove[] {
  const moves = [...own];
  const known = new Set(moves.map(({ from }) => from));
  const targets = new Set(service.assigned.map(({ port }) => port));
  for (const { from, port: to, protocol, place } of service.assigned) {
    if (from === undefined || known.has(from) || targets.has(from)) continue;
    known.add(from);
    moves.push({ from, to, protocol, entry: String(from), place });
  }
  return moves;
}

/** The moves for every Dockerfile that still apply to this one, and that none of its services has a word on. */
function globalMoves(
  moves: readonly PortMove[],
  own: readonly Standing[],
  { stated }: FileFacts,
  taken: ReadonlySet<number>,
): PortMove[] {
  const targets = new Set(moves.map(({ to }) => to));
  const decided = new Set(own.flatMap(({ service }) => service.assigned.map(({ from }) => from)));
  return moves.filter(
    ({ from, to, protocol }) =>
      !taken.has(from) &&
      !decided.has(from) &&
      stated.has(from, protocol) &&
      !(targets.has(from) && stated.has(to, protocol)),
  );
}
