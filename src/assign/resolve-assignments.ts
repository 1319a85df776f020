import type { Diagnostic } from '../diagnostic.ts';
import {
  type AssignedPort,
  errorAt,
  formatPlace,
  formatPort,
  type Mapping,
  type PortMove,
} from '../mapping/mapping.ts';
import { quote } from '../mapping/quote.ts';
import { type FilePlan, joinMoves, type PortOwner, portsTaken, type Resolution } from '../mapping/resolve.ts';
import type { FoundPorts } from '../run/plan-dockerfile.ts';
import { listed } from '../words.ts';
import { disagreementLeft } from './disagreement.ts';
import type { Owns } from './own-ports.ts';
import { type FileFacts, readFacts, type Standing, standingsOf } from './standing.ts';

/** What moves in one Dockerfile, and how its services stand in it. */
export interface ResolvedDockerfile {
  readonly facts: FileFacts;
  /** At most one for each port and protocol. */
  readonly moves: readonly PortMove[];
  /** One for each of its services. */
  readonly standings: readonly Standing[];
  /** At the places of the mapping: ports of which nobody can tell what is to become them. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads from a Dockerfile what has to move in it so that its services have the ports that they are
 * assigned, and joins it with what the mapping states. A Dockerfile that has its assigned ports needs
 * nothing; where it has them only in part, the rest moves. Pure.
 *
 * @param services all services of the Dockerfile
 * @param owns whether a host name is the Dockerfile's own container
 * @param global the moves for every Dockerfile
 */
export function resolveDockerfile(
  services: readonly PortOwner[],
  file: FoundPorts,
  owns: Owns,
  global: readonly PortMove[] = [],
): ResolvedDockerfile {
  const expected = new Set([...portsTaken(services), ...global.map(({ to }) => to)]);
  const facts = readFacts(file, owns, expected);
  const standings = standingsOf(services, facts);
  const diagnostics: Diagnostic[] = [];
  const derived: PortMove[] = [];
  for (const standing of standings) {
    diagnostics.push(...unknownPorts(standing));
    const stated = new Set(standing.service.moves);
    for (const move of standing.moves) {
      const other = derived.find(({ from, to }) => from === move.from && to !== move.to);
      if (other !== undefined) diagnostics.push(movesTwice(file.path, other, move));
      else if (!stated.has(move)) derived.push(move);
    }
  }
  const moves = joinMoves(services, global, derived);
  if (diagnostics.length === 0) diagnostics.push(...disagreementsLeft(facts, moves));
  return { facts, moves, standings, diagnostics };
}

/**
 * Reads what moves in the Dockerfiles of services that are assigned ports.
 *
 * @param found those Dockerfiles; one that could not be read has the moves that the mapping states
 * @returns the files of `resolution`, in their order, with all of their moves
 */
export function resolveAssignments(
  mapping: Mapping,
  resolution: Resolution,
  found: ReadonlyMap<FilePlan, FoundPorts>,
): { readonly files: readonly FilePlan[]; readonly diagnostics: readonly Diagnostic[] } {
  const byName = new Map(mapping.services.map((service) => [service.name, service]));
  const diagnostics: Diagnostic[] = [];
  const files = resolution.files.map((file): FilePlan => {
    const read = found.get(file);
    const services = file.services.map((name) => byName.get(name)).filter((service) => service !== undefined);
    if (read === undefined || services.every(({ assigned }) => assigned.length === 0)) return file;
    const owns: Owns = (host) => {
      const service = resolution.hosts.get(host);
      return service === undefined ? undefined : file.services.includes(service);
    };
    const resolved = resolveDockerfile(services, read, owns, mapping.moves);
    diagnostics.push(...resolved.diagnostics);
    return { ...file, moves: resolved.moves };
  });
  return { files, diagnostics };
}

function unknownPorts({ service, unknown, candidates, facts: { file, stated } }: Standing): Diagnostic[] {
  return unknown.map(({ port, protocol, from, place }): Diagnostic => {
    const wanted = formatPort(port, protocol);
    if (from !== undefined) {
      const name = quote(service.name);
      const message = stated.has(from, protocol)
        ? `${file.path} has no ${wanted}, which ${name} is to have instead of ${from}, and ${from} is assigned as well`
        : stated.has(port, protocol)
          ? `${file.path} has no ${from}, and the ${wanted} in it, which ${name} is to have, is to become another port`
          : `${file.path} has neither ${from} nor ${wanted}, which ${name} is to have`;
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
function disagreementsLeft(facts: FileFacts, moves: readonly PortMove[]): Diagnostic[] {
  const { file } = facts;
  return facts.disagreements.flatMap((found): Diagnostic[] => {
    const message = disagreementLeft(found, facts, moves);
    if (message === undefined) return [];
    const ports = listed(found.outliers.map(({ port }) => port));
    const [first] = found.outliers;
    return [
      {
        code: 'inconsistent',
        severity: 'warning',
        message: `${file.path} ${message}`,
        file: file.path,
        ...(first === undefined ? {} : file.offsets.position(first.occurrence.span.start)),
        hint: `nobody can tell what is to become of ${ports}: mend it by hand, or name it in the "from" of the port that replaces it`,
      },
    ];
  });
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
