import { type Diagnostic, DiagnosticError } from '../diagnostic.ts';
import { createDockerfileFinder, type FoundDockerfile } from './dockerfiles.ts';
import { groupBy } from './group.ts';
import {
  type DockerfileEntry,
  errorAt,
  formatPlace,
  formatPort,
  type Mapping,
  type Place,
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
  /** At most one for each port and protocol: those of its services, and the global ones they leave. */
  readonly moves: readonly PortMove[];
  /** The host names, in lower case, that mean this container itself. */
  readonly ownHosts: ReadonlySet<string>;
}

/** Whose ports the ones behind a host name are. */
export interface HostOwner {
  readonly service: string;
  /** At most one for each port and protocol. */
  readonly moves: readonly PortMove[];
  readonly place: Place;
}

export interface Resolution {
  /** The files of the run in their order, then the other Dockerfiles of services. */
  readonly files: readonly FilePlan[];
  /** By host name in lower case. */
  readonly hosts: ReadonlyMap<string, HostOwner>;
}

interface Claim {
  readonly service: Service;
  readonly entry: DockerfileEntry;
}

/**
 * Finds the Dockerfiles of a mapping, and what moves in each of them and behind each host name.
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
    if (claims === undefined) return { path, realPath, listed, services: [], moves: mapping.moves, ownHosts: NO_HOSTS };
    diagnostics.push(...contradictions(path, claims));
    return {
      path,
      realPath,
      listed,
      services: claims.map(({ service }) => service.name),
      moves: overlay([...claims.map(({ service }) => service.moves), mapping.moves]),
      ownHosts: new Set(claims.flatMap(({ service }) => service.hosts.map(({ name }) => name))),
    };
  });
  if (diagnostics.length > 0) throw new DiagnosticError(diagnostics);
  return { files: plans, hosts: hostOwners(mapping, plans) };
}

const NO_HOSTS: ReadonlySet<string> = new Set();

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

/** A service is reached with the ports of its own moves and those of whatever else is in its Dockerfiles. */
function hostOwners(mapping: Mapping, plans: readonly FilePlan[]): Map<string, HostOwner> {
  const owned = plans.flatMap((plan) => plan.services.map((service) => ({ service, plan })));
  const plansOf = groupBy(owned, ({ service }) => service);
  return new Map(
    mapping.services.flatMap(({ name: service, hosts, moves: own }) => {
      if (hosts.length === 0) return [];
      const moves = overlay([own, ...(plansOf.get(service) ?? []).map(({ plan }) => plan.moves)]);
      return hosts.map(({ name, place }): [string, HostOwner] => [name, { service, moves, place }]);
    }),
  );
}
