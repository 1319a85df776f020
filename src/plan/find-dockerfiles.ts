import { isAbsolute, relative, sep } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { type DockerfileEntry, errorAt, formatPlace, type Place } from '../mapping/mapping.ts';
import { quote } from '../mapping/quote.ts';
import { type Match, matchByName, matchByPath, nearestPath } from './match-dockerfiles.ts';
import type { PlanService } from './services.ts';

/** A service with the Dockerfiles that were found for it. */
export interface FoundService {
  readonly service: PlanService;
  /** Empty for a service that has none here. */
  readonly dockerfiles: readonly FoundDockerfile[];
}

export interface FoundDockerfile {
  /** Absolute. */
  readonly path: string;
  /** Where the document names it, or else the service. */
  readonly place: Place;
  readonly by: 'path' | 'name';
}

/** Looked at one after the other, each only if the ones before have nothing. Absolute paths. */
export type Tiers = readonly (() => Promise<readonly string[]>)[];

interface Finding extends FoundService {
  /** How close the name is; of services that match one Dockerfile by name the closest has it. */
  readonly rank: number;
}

/**
 * Finds the Dockerfiles of all services: those that the document names, by their path or the end of
 * it; else by the service's name. A service that has none is reported, and keeps its ports.
 *
 * @param tiers Dockerfiles by where they are
 * @param base what paths of the document are relative to, absolute
 * @param exists whether a file that no tier has is there
 */
export async function findDockerfiles(
  services: readonly PlanService[],
  tiers: Tiers,
  { base, cwd, exists }: { readonly base: string; readonly cwd: string; exists(path: string): boolean },
): Promise<{ readonly services: readonly FoundService[]; readonly diagnostics: readonly Diagnostic[] }> {
  const known: { readonly absolute: ReadonlyMap<string, string>; readonly paths: readonly string[] }[] = [];
  const diagnostics: Diagnostic[] = [];

  /** The Dockerfiles of a tier, by their paths relative to the document where they are below it. */
  async function tier(index: number): Promise<(typeof known)[number] | undefined> {
    const list = tiers[index];
    if (list === undefined) return undefined;
    const absolute =
      known[index]?.absolute ?? new Map((await list()).map((path) => [shownFrom(base, cwd, path), path]));
    known[index] ??= { absolute, paths: [...absolute.keys()] };
    return known[index];
  }

  async function named(service: PlanService, entry: DockerfileEntry): Promise<FoundDockerfile | undefined> {
    const { pattern, place } = entry;
    const whole = isAbsolute(pattern) ? pattern : `${base}${sep}${pattern}`;
    if (/[*?{}[\]]/.test(pattern) || exists(whole)) return { path: whole, place, by: 'path' };
    for (let i = 0; ; i++) {
      const files = await tier(i);
      if (files === undefined) break;
      const [path, ...others] = matchByPath(pattern, files.paths);
      if (path === undefined) continue;
      if (others.length > 0) {
        diagnostics.push(ambiguous(place, `${quote(pattern)} of ${quote(service.name)}`, [path, ...others]));
        return undefined;
      }
      return { path: files.absolute.get(path) ?? path, place, by: 'path' };
    }
    const near = nearestPath(pattern.replaceAll('\\', '/'), allPaths());
    const hint =
      near === undefined ? 'check the name, or give the folder that it is in as a path' : `did you mean "${near}"?`;
    diagnostics.push(
      errorAt(place, 'plan-no-dockerfile', `${quote(pattern)} of ${quote(service.name)} is not there`, hint),
    );
    return undefined;
  }

  async function byName(service: PlanService): Promise<{ match: Match; path: string | undefined }> {
    let none: Match = { kind: 'none', nearest: undefined };
    for (let i = 0; ; i++) {
      const files = await tier(i);
      if (files === undefined) return { match: none, path: undefined };
      const match = matchByName(service, files.paths);
      if (match.kind === 'one') return { match, path: files.absolute.get(match.path) };
      if (match.kind === 'several' || match.kind === 'joined') return { match, path: undefined };
      if (none.kind === 'none' && none.nearest === undefined) none = match;
    }
  }

  function allPaths(): string[] {
    return known.flatMap(({ paths }) => paths);
  }

  const found: Finding[] = [];
  const unmatched: { readonly service: PlanService; readonly near: string | undefined }[] = [];
  for (const service of services) {
    if (service.external) found.push({ service, dockerfiles: [], rank: -1 });
    else if (service.dockerfiles.length > 0) {
      const dockerfiles: FoundDockerfile[] = [];
      for (const entry of service.dockerfiles) dockerfiles.push(...[await named(service, entry)].filter(isThere));
      found.push({ service, dockerfiles, rank: -1 });
    } else {
      const { match, path } = await byName(service);
      if (match.kind === 'several') diagnostics.push(ambiguous(service.place, quote(service.name), match.paths));
      if (match.kind === 'joined') diagnostics.push(joined(service, match.paths));
      if (match.kind === 'none') unmatched.push({ service, near: match.nearest });
      const dockerfiles = path === undefined ? [] : [{ path, place: service.place, by: 'name' as const }];
      found.push({ service, dockerfiles, rank: match.kind === 'one' ? match.rank : -1 });
    }
  }
  const settled = settle(found, unmatched, diagnostics);
  diagnostics.push(...reportUnmatched(settled, unmatched));
  return { services: settled, diagnostics };
}

/** Of several services that match one Dockerfile by name the closest one has it. */
function settle(
  found: readonly Finding[],
  unmatched: { service: PlanService; near: string | undefined }[],
  diagnostics: Diagnostic[],
): FoundService[] {
  const owners = new Map<string, Finding>();
  for (const finding of found) {
    for (const { path } of finding.dockerfiles) {
      const other = owners.get(path);
      if (other === undefined || finding.rank < other.rank) owners.set(path, finding);
      else if (finding.rank === other.rank && finding.rank >= 0) {
        const { name, place } = finding.service;
        const message = `${quote(name)} has the same Dockerfile by its name as ${quote(other.service.name)} (${formatPlace(other.service.place)})`;
        diagnostics.push(errorAt(place, 'plan-same-dockerfile', message, 'name the Dockerfiles of both'));
      }
    }
  }
  return found.map((finding): FoundService => {
    const { service, dockerfiles, rank } = finding;
    const [first] = dockerfiles;
    const owner = first === undefined ? undefined : owners.get(first.path);
    if (rank < 0 || owner === undefined || owner === finding || owner.rank === rank) return { service, dockerfiles };
    unmatched.push({ service, near: undefined });
    return { service, dockerfiles: [] };
  });
}

function reportUnmatched(
  found: readonly FoundService[],
  unmatched: readonly { readonly service: PlanService; readonly near: string | undefined }[],
): Diagnostic[] {
  const taken = new Set(found.flatMap(({ dockerfiles }) => dockerfiles.map(({ path }) => path)));
  const [first] = unmatched;
  if (first !== undefined && taken.size === 0 && unmatched.length === found.length) {
    const message = `none of the ${found.length} services of the plan has a Dockerfile here`;
    return [
      errorAt(
        first.service.place,
        'plan-no-dockerfile',
        message,
        'give the folder that they are in as a path, or as --root',
      ),
    ];
  }
  const isTaken = (near: string): boolean => [...taken].some((path) => path === near || path.endsWith(`/${near}`));
  return unmatched.map(({ service: { name, place, assigned }, near }) => {
    const ports = assigned.map(({ port }) => port).join(', ');
    if (near !== undefined && !isTaken(near)) {
      const hint = `did you mean ${near}? Else name its Dockerfile, or write "none"`;
      return errorAt(place, 'plan-no-dockerfile', `no Dockerfile is called like ${quote(name)}`, hint);
    }
    const message = `${quote(name)} has no Dockerfile here: ${ports} ${assigned.length === 1 ? 'is' : 'are'} reserved for it`;
    const hint = 'name its Dockerfile in a column, or write "none" there';
    return { ...errorAt(place, 'plan-no-dockerfile', message, hint), severity: 'warning' };
  });
}

function ambiguous(place: Place, what: string, paths: readonly string[]): Diagnostic {
  const message = `${what} could be any of ${listed(paths)}`;
  return errorAt(place, 'plan-ambiguous-dockerfile', message, 'name the path of the one that is meant');
}

function joined({ name, place }: PlanService, paths: readonly string[]): Diagnostic {
  const message = `${quote(name)} seems to be several services: parts of it are called like ${listed(paths)}`;
  return errorAt(place, 'plan-joined-services', message, 'write each service by itself, or name the Dockerfile of it');
}

function listed(paths: readonly string[]): string {
  return `${paths.slice(0, 10).join(', ')}${paths.length > 10 ? ', …' : ''}`;
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}

/** A path relative to the document's folder where it is in it, else to the current directory. */
function shownFrom(base: string, cwd: string, path: string): string {
  const own = relative(base, path);
  const shown = own.startsWith('..') || isAbsolute(own) ? relative(cwd, path) : own;
  return shown.split(sep).join('/');
}
