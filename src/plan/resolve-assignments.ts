import { describeDisagreement } from '../check/disagreement.ts';
import type { Owns } from '../check/own-ports.ts';
import { readFacts, type Standing, standingOf } from '../check/standing.ts';
import { listed } from '../check/words.ts';
import type { Diagnostic } from '../diagnostic.ts';
import {
  type AssignedPort,
  errorAt,
  formatPlace,
  formatPort,
  type Mapping,
  type PortMove,
  type Service,
} from '../mapping/mapping.ts';
import { quote } from '../mapping/quote.ts';
import { type FilePlan, overlay, type Resolution } from '../mapping/resolve.ts';
import type { FoundPorts } from '../plan-dockerfile.ts';
import { bindNames } from './bind-names.ts';

/** What has to move so that services have the ports that they are assigned. */
export interface ResolvedAssignments {
  readonly moves: readonly PortMove[];
  /** At the places of the mapping: ports of which nobody can tell what is to become them. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads from a Dockerfile what has to move in it so that its services have the ports that they are
 * assigned. A Dockerfile that has them needs nothing; where it has them only in part, the rest
 * moves. Pure.
 *
 * @param services all services of the Dockerfile
 * @param owns whether a host name is the Dockerfile's own container
 */
export function movesForAssignments(services: readonly Service[], file: FoundPorts, owns: Owns): ResolvedAssignments {
  const standings = standingsOf(services, file, owns);
  const diagnostics: Diagnostic[] = [];
  const moves: PortMove[] = [];
  for (const standing of standings) {
    diagnostics.push(...unknownPorts(standing));
    for (const move of standing.moves) {
      const other = moves.find(({ from, to }) => from === move.from && to !== move.to);
      if (other !== undefined) diagnostics.push(movesTwice(file.path, other, move));
      else moves.push({ ...move, repairs: isRepair(move, standing, moves) ? true : undefined });
    }
  }
  if (diagnostics.length === 0) diagnostics.push(...disagreementsLeft(standings, moves));
  return { moves, diagnostics };
}

/**
 * Joins the moves that follow from assigned ports with those that the mapping states.
 *
 * @param found the Dockerfiles that were read; those of services with assigned ports are needed
 * @returns `resolution` with all moves of each file and behind each host name
 */
export function resolveAssignments(
  mapping: Mapping,
  resolution: Resolution,
  found: ReadonlyMap<FilePlan, FoundPorts>,
): Resolution & { readonly diagnostics: readonly Diagnostic[] } {
  const byName = new Map(mapping.services.map((service) => [service.name, service]));
  const global = new Set(mapping.moves);
  const diagnostics: Diagnostic[] = [];
  const movesOfService = new Map<string, PortMove[]>();
  const files = resolution.files.map((file): FilePlan => {
    const read = found.get(file);
    const services = file.services.map((name) => byName.get(name)).filter((service) => service !== undefined);
    if (read === undefined || services.every(({ assigned }) => assigned.length === 0)) return file;
    const owns: Owns = (host) => (file.ownHosts.has(host) ? true : resolution.hosts.has(host) ? false : undefined);
    const resolved = movesForAssignments(services, read, owns);
    diagnostics.push(...resolved.diagnostics);
    for (const { name } of services) {
      movesOfService.set(name, [...(movesOfService.get(name) ?? []), ...resolved.moves]);
    }
    const taken = new Set(services.flatMap(({ assigned }) => assigned.map(({ port }) => port)));
    const own = file.moves.filter((move) => !global.has(move));
    const others = file.moves.filter((move) => global.has(move) && !taken.has(move.from));
    return { ...file, moves: overlay([own, resolved.moves, others]) };
  });
  const hosts = new Map(
    [...resolution.hosts].map(([host, owner]) => {
      const assigned = byName.get(owner.service)?.assigned ?? [];
      if (assigned.length === 0) return [host, owner] as const;
      const taken = new Set(assigned.map(({ port }) => port));
      const stated = assigned.flatMap((port) => statedMove(port, taken));
      const kept = owner.moves.filter(({ from }) => !taken.has(from));
      return [host, { ...owner, moves: overlay([movesOfService.get(owner.service) ?? [], stated, kept]) }] as const;
    }),
  );
  return { files, hosts, diagnostics };
}

function standingsOf(services: readonly Service[], file: FoundPorts, owns: Owns): Standing[] {
  const taken = new Set(
    services.flatMap(({ assigned, moves }) => [...assigned.map(({ port }) => port), ...moves.map(({ to }) => to)]),
  );
  const facts = readFacts(file, owns, taken);
  return services
    .filter(({ assigned }) => assigned.length > 0)
    .map((service) => {
      const { name, assigned, shared, place } = service;
      const bound = { name, assigned: bindNames(assigned, facts), files: [file], shared, place };
      return standingOf(bound, facts, taken, replacedBy(service, services));
    });
}

/** The ports of a Dockerfile that the mapping moves, or another service replaces. */
function replacedBy(service: Service, services: readonly Service[]): Set<number> {
  const moved = services.flatMap(({ moves }) => moves.map(({ from }) => from));
  const others = services.flatMap((other) => (other === service ? [] : other.assigned.map(({ from }) => from)));
  return new Set([...moved, ...others.filter((from) => from !== undefined)]);
}

/** Addresses may still have the port that an assigned one replaces, though the Dockerfile has it no more. */
function statedMove({ from, port: to, protocol, place }: AssignedPort, taken: ReadonlySet<number>): PortMove[] {
  return from === undefined || taken.has(from) ? [] : [{ from, to, protocol, entry: String(from), place }];
}

/**
 * Whether the new port is there already, or becomes so by another move for the same assignment, and
 * not as one that EXPOSE lists beside the old one.
 */
function isRepair({ from, to, protocol, place }: PortMove, { facts }: Standing, others: readonly PortMove[]): boolean {
  const joined = others.filter((other) => other.to === to && other.place === place).map((other) => other.from);
  if (joined.length === 0 && !facts.stated.has(to, protocol)) return false;
  return !facts.evidence.some(
    ({ exposed }) => exposed?.has(from) === true && [to, ...joined].some((port) => exposed.has(port)),
  );
}

function unknownPorts({ service, unknown, candidates, facts: { file } }: Standing): Diagnostic[] {
  return unknown.map(({ port, protocol, from, place }): Diagnostic => {
    const wanted = formatPort(port, protocol);
    if (from !== undefined) {
      const message = `${file.path} has neither ${from} nor ${wanted}, which ${quote(service.name)} is to have`;
      return notFound(place, message);
    }
    if (candidates.length === 0) {
      return notFound(place, `${file.path} states no port that could become ${wanted} of ${quote(service.name)}`);
    }
    const list = candidates.map(({ port: present, protocol: kind, statements }) => {
      const places = statements.map(({ occurrence }) =>
        formatPlace({ file: file.path, ...file.offsets.position(occurrence.span.start) }),
      );
      return `${formatPort(present, kind === 'tcp' ? undefined : kind)} (${shortened(places).join(', ')})`;
    });
    const message = `${wanted} of ${quote(service.name)} could replace each of the ports of ${file.path}: ${list.join('; ')}`;
    const alone = `${wanted} is not the only port of ${quote(service.name)} that is not in ${file.path}, which has only ${list.join('; ')}`;
    const hint = `say which one with "from", such as { from: ${candidates[0]?.port ?? 8095}, to: ${port} }, or name all of its ports`;
    return errorAt(place, 'assigned-ambiguous', candidates.length === 1 ? alone : message, hint);
  });
}

/** What `check` will not call right once all has moved. */
function disagreementsLeft(standings: readonly Standing[], moves: readonly PortMove[]): Diagnostic[] {
  const [first] = standings;
  if (first === undefined) return [];
  const { facts } = first;
  const file = { facts, standings, moves: { moves, movesOfHost: () => undefined } };
  return facts.disagreements.flatMap((found) =>
    describeDisagreement(file, found).map(({ message, places: [place] }): Diagnostic => {
      const ports = listed(found.outliers.map(({ port }) => port));
      return {
        code: 'inconsistent',
        severity: 'warning',
        message: `${facts.file.path} ${message}`,
        file: facts.file.path,
        line: place?.line,
        column: place?.column,
        hint: `nobody can tell what is to become of ${ports}: mend it by hand, or name it in the "from" of the port that replaces it`,
      };
    }),
  );
}

const MOST_PLACES = 5;

function shortened(places: readonly string[]): readonly string[] {
  return places.length <= MOST_PLACES
    ? places
    : [...places.slice(0, MOST_PLACES), `${places.length - MOST_PLACES} more`];
}

function notFound(place: AssignedPort['place'], message: string): Diagnostic {
  const hint = 'check the number, and what sets the port of this container';
  return { ...errorAt(place, 'assigned-not-found', message, hint), severity: 'warning' };
}

function movesTwice(path: string, one: PortMove, other: PortMove): Diagnostic {
  const message = `${one.from} of ${path} could become ${one.to} (${formatPlace(one.place)}) as well as ${other.to}`;
  const hint = `say with "from" which ports these replace, such as { from: ${one.from}, to: ${one.to} }`;
  return errorAt(other.place, 'assigned-ambiguous', message, hint);
}
