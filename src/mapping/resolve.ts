import { type Diagnostic, DiagnosticError } from '../diagnostic.ts';
import { createDockerfileFinder, type FoundDockerfile } from './dockerfiles.ts';
import {
  type DockerfileEntry,
  errorAt,
  formatPlace,
  formatPort,
  type Mapping,
  type PortMove,
  protocolsMeet,
  type Service,
} from './mapping.ts';
import { quote } from './quote.ts';

export interface ResolveOptions {
  /** A folder that Dockerfiles may be in, absolute. */
  readonly root: string;
  /**
   * The folder that the mapping's entries are relative to, absolute; the root if it is left out.
   * Dockerfiles may be in it, too.
   */
  readonly base?: string | undefined;
  /** What paths in messages are relative to, absolute; they are absolute if it is left out. */
  readonly cwd?: string | undefined;
  /** Absolute paths, without links, of the Dockerfiles of the run. They need not be on disk. */
  readonly files: readonly string[];
  /** Which matches of a glob to take, by absolute path; all of them if it is left out. */
  readonly accept?: ((path: string) => boolean) | undefined;
}

/** What the mapping means for one Dockerfile. */
export interface FilePlan {
  /** Absolute: as listed in `files`, else as the mapping names it. */
  readonly path: string;
  /** Absolute, without links. */
  readonly realPath: string;
  /** Whether it is among the `files` of the run. */
  readonly listed: boolean;
  /** The services whose Dockerfile it is. */
  readonly services: readonly string[];
  /** At most one for each port and protocol: those that its services state, and the global ones they leave. */
  readonly moves: readonly PortMove[];
}

export interface Resolution {
  /** The files of the run in their order, then the other Dockerfiles of services. */
  readonly files: readonly FilePlan[];
  /** The names of services by host name in lower case. */
  readonly hosts: ReadonlyMap<string, string>;
}

interface Claim {
  readonly service: Service;
  readonly entry: DockerfileEntry;
}

/**
 * Finds the Dockerfiles of a mapping, what it says to move in each of them, and whose each host name is.
 *
 * @throws {DiagnosticError} With all entries whose Dockerfile is not there or outside of the root,
 *   and all Dockerfiles whose services contradict each other.
 */
export function resolveMapping(mapping: Mapping, options: ResolveOptions): Resolution {
  const { root, base = root, cwd, files, accept = () => true } = options;
  const finder = createDockerfileFinder({ root, base, cwd, files, accept });
  const diagnostics: Diagnostic[] = [];
  const found = new Map<string, FoundDockerfile & { readonly listed: boolean }>();
  const claimsOf = new Map<string, Claim[]>();
  for (const path of files) found.set(path, { path, realPath: path, listed: true });
  for (const service of mapping.services) {
    for (const entry of service.dockerfiles) {
      const dockerfiles = finder.find(entry, service.name);
      if ('code' in dockerfiles) {
        diagnostics.push(dockerfiles);
        continue;
      }
      for (const dockerfile of dockerfiles) {
        const { realPath } = dockerfile;
        if (!found.has(realPath)) found.set(realPath, { ...dockerfile, listed: false });
        const claims = claimsOf.get(realPath) ?? [];
        claimsOf.set(realPath, claims);
        if (claims.at(-1)?.service !== service) claims.push({ service, entry });
      }
    }
  }
  const plans = [...found.values()].map(({ path, realPath, listed }): FilePlan => {
    const claims = claimsOf.get(realPath);
    if (claims === undefined) return { path, realPath, listed, services: [], moves: mapping.moves };
    diagnostics.push(...contradictions(path, claims));
    return {
      path,
      realPath,
      listed,
      services: claims.map(({ service }) => service.name),
      moves: joinMoves(
        claims.map(({ service }) => service),
        mapping.moves,
      ),
    };
  });
  if (diagnostics.length > 0) throw new DiagnosticError(diagnostics);
  const hosts = mapping.services.flatMap(({ name, hosts: own }) => own.map((host) => [host.name, name] as const));
  return { files: plans, hosts: new Map(hosts) };
}

/** What a mapping says of the ports of one service. */
export interface PortOwner extends Pick<Service, 'name' | 'moves' | 'assigned'> {}

/**
 * All moves of one Dockerfile: those of its services, and the global ones that these leave. They do not leave a port
 * that one of them is to have, nor one that the mapping says it replaces.
 *
 * @param derived what follows from the ports that the services are assigned
 * @returns at most one move for each port and protocol
 */
export function joinMoves(
  services: readonly PortOwner[],
  global: readonly PortMove[],
  derived: readonly PortMove[] = [],
): readonly PortMove[] {
  const taken = portsTaken(services);
  const replaced = new Set(
    services.flatMap(({ assigned }) =>
      assigned.flatMap(({ from, protocol }) => (from === undefined ? [] : [formatPort(from, protocol)])),
    ),
  );
  const left = global.filter(
    ({ from, protocol }) =>
      !taken.has(from) && !replaced.has(formatPort(from)) && !replaced.has(formatPort(from, protocol)),
  );
  return overlay([...services.map(({ moves }) => moves), derived, left]);
}

/** The ports that services of one Dockerfile are to have. */
export function portsTaken(services: readonly PortOwner[]): Set<number> {
  return new Set(
    services.flatMap(({ assigned, moves }) => [...assigned.map(({ port }) => port), ...moves.map(({ to }) => to)]),
  );
}

/** The moves of all layers, without those whose port and protocol an earlier layer moves. */
export function overlay(layers: readonly (readonly PortMove[])[]): readonly PortMove[] {
  const [first = [], ...others] = layers.filter((layer) => layer.length > 0);
  if (others.length === 0) return first;
  const moves = [...first];
  const taken = new Set(first.map(({ from, protocol }) => formatPort(from, protocol)));
  for (const move of others.flat()) {
    const { from, protocol } = move;
    if (taken.has(formatPort(from)) || taken.has(formatPort(from, protocol))) continue;
    taken.add(formatPort(from, protocol));
    moves.push(move);
  }
  return moves;
}

/** Where the services of one Dockerfile move one port to two places, or two ports to one. */
function contradictions(path: string, claims: readonly Claim[]): Diagnostic[] {
  if (claims.length < 2) return [];
  const known = new Map<string, ClaimedMove[]>();
  return claims.flatMap((claim) => {
    const own = claim.service.moves.map((move) => ({ move, claim }));
    const [clash] = own.flatMap((one) =>
      keysOf(one.move)
        .flatMap((key) => known.get(key) ?? [])
        .filter(({ move }) => contradict(move, one.move))
        .map((other) => ({ one, other })),
    );
    for (const one of own) {
      for (const key of keysOf(one.move)) {
        const alike = known.get(key) ?? [];
        known.set(key, alike);
        if (!alike.some(({ move }) => isSameMove(move, one.move))) alike.push(one);
      }
    }
    return clash === undefined ? [] : [describeClash(path, clash.one, clash.other)];
  });
}

interface ClaimedMove {
  readonly move: PortMove;
  readonly claim: Claim;
}

/** Only moves with a key in common can contradict each other. */
function keysOf({ from, to }: PortMove): readonly string[] {
  return [`from ${from}`, `to ${to}`];
}

function contradict(one: PortMove, other: PortMove): boolean {
  return protocolsMeet(one.protocol, other.protocol) && (one.from === other.from) !== (one.to === other.to);
}

function isSameMove(one: PortMove, other: PortMove): boolean {
  return one.from === other.from && one.to === other.to && one.protocol === other.protocol;
}

function describeClash(path: string, one: ClaimedMove, other: ClaimedMove): Diagnostic {
  const [first, second] = [other, one].map(
    ({ move, claim }) => `${quote(claim.service.name)} moves ${formatPort(move.from, move.protocol)} to ${move.to}`,
  );
  const message = `both are services of ${path}, but ${first} (${formatPlace(other.claim.entry.place)}) and ${second}`;
  const hint = 'services of one Dockerfile must move different ports to different ports';
  return errorAt(one.claim.entry.place, 'mapping-dockerfile-clash', message, hint);
}
