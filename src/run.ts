import { basename, isAbsolute, relative, resolve, sep } from 'node:path';
import { type Diagnostic, DiagnosticError } from './diagnostic.ts';
import type { LineFilter } from './dockerfile/parse.ts';
import { type DiscoverOptions, discoverDockerfiles } from './files/discover.ts';
import { isDockerfileName } from './files/names.ts';
import { type DockerfileContent, readIfWorthIt } from './files/read.ts';
import type { History } from './journal/history.ts';
import { withoutMoves } from './journal/moves.ts';
import { findConflicts, type Holder } from './mapping/conflicts.ts';
import { foldersOf } from './mapping/folders.ts';
import type { Mapping, PortMove, Service } from './mapping/mapping.ts';
import { createPaths } from './mapping/paths.ts';
import { type FilePlan, type Resolution, resolveMapping } from './mapping/resolve.ts';
import { resolveAssignments } from './plan/resolve-assignments.ts';
import { type FoundPorts, findPorts, type PlannedDockerfile, planFound } from './plan-dockerfile.ts';
import type { FileMoves, PlanOptions } from './rewrite/plan.ts';
import { createLineFilter, createPrefilter, type Prefilter } from './rewrite/prefilter.ts';
import { unmatchedEntries } from './unmatched.ts';

/** What a run is about. */
export interface RunOptions extends PlanOptions, Omit<DiscoverOptions, 'cwd'> {
  readonly mapping: Mapping;
  /** Files and directories; empty for the Dockerfiles that the mapping names. */
  readonly paths: readonly string[];
  /** What relative paths are relative to. */
  readonly cwd: string;
  /** What earlier runs did, so that a chained mapping is not applied twice. */
  readonly history?: History | undefined;
}

/** A Dockerfile that was read and planned. */
export interface PlannedFile extends PlannedDockerfile {
  /** The real path, to write to. */
  readonly absolute: string;
  readonly content: DockerfileContent;
  readonly services: readonly string[];
  /** What the plan was made with. */
  readonly moves: FileMoves;
  /** What an earlier run has moved in this file, so that it does not move again. */
  readonly movedBefore: readonly PortMove[];
}

/** Everything that a run would do. Nothing has been written. */
export interface RunPlan {
  /** In the order of their paths. */
  readonly files: readonly PlannedFile[];
  readonly filesRead: number;
  /** What concerns the run as a whole, or files that could not be read. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Plans a run: discover, read and find, see what moves, and plan each file. Writes nothing.
 *
 * @throws {DiagnosticError} When the mapping does not fit the files that are there.
 */
export async function planRun(options: RunOptions): Promise<RunPlan> {
  const { mapping, cwd, root } = options;
  const discovery = await discoverDockerfiles(options.paths, options);
  const resolution = resolveMapping(mapping, {
    ...foldersOf(mapping, cwd, root),
    cwd,
    files: discovery.files.map(({ absolute }) => absolute),
    accept: (path) => isDockerfileName(basename(path)),
  });
  const isWanted = ({ listed }: FilePlan): boolean => listed || options.paths.length === 0;
  const shown = new Map(discovery.files.map(({ absolute, path }) => [absolute, path]));
  const nameOf = ({ path, realPath }: FilePlan): string =>
    shown.get(realPath) ?? shown.get(path) ?? shownPath(realPath, root ?? cwd, cwd);

  const unread: Diagnostic[] = [];
  const read = (file: FilePlan, { isWorthIt, isOfInterest } = READ_ALL): ReadFile | undefined => {
    const path = nameOf(file);
    try {
      const content = readIfWorthIt(file.realPath, path, isWorthIt, shown.has(file.realPath));
      return content && { content, ports: findPorts(path, content.text, isOfInterest) };
    } catch (error) {
      if (!(error instanceof DiagnosticError)) throw error;
      unread.push(...error.diagnostics);
      return undefined;
    }
  };

  const early = new Map<FilePlan, ReadFile | undefined>();
  for (const file of filesOfAssigned(mapping, resolution)) early.set(file, read(file));
  const found = new Map(
    [...early].flatMap(([file, source]): [FilePlan, FoundPorts][] =>
      source === undefined ? [] : [[file, source.ports]],
    ),
  );
  const resolved = resolveAssignments(mapping, resolution, found);
  const filtersOf = createFilters(resolved);
  const files: PlannedFile[] = [];
  for (const [i, file] of resolved.files.entries()) {
    const before = resolution.files[i];
    if (before === undefined || !isWanted(before)) continue;
    const source = early.has(before) ? early.get(before) : read(file, filtersOf(file));
    if (source !== undefined) files.push(await planOne(file, source, fileMoves(file, resolved, mapping), options));
  }
  files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return {
    files,
    filesRead: resolution.files.filter(isWanted).length,
    diagnostics: [
      ...discovery.diagnostics,
      ...unread,
      ...resolved.diagnostics,
      ...findConflicts(
        mapping,
        files.flatMap((file) => kept(file, mapping)),
      ),
      ...([...discovery.diagnostics, ...unread].some(({ severity }) => severity === 'error')
        ? []
        : unmatchedEntries(mapping, files)),
    ],
  };
}

/** Plans one file; what the journal knows to have moved in it already does not move again. */
async function planOne(
  { realPath, services }: FilePlan,
  { content, ports }: ReadFile,
  moves: FileMoves,
  options: RunOptions,
): Promise<PlannedFile> {
  const planned = planFound(ports, moves, options);
  const file = { ...planned, absolute: realPath, content, services, moves, movedBefore: [] };
  const decision = await options.history?.decide({
    planned,
    absolute: realPath,
    get digest() {
      return content.digest;
    },
    moves,
  });
  if (decision === undefined || decision.kind === 'go') return file;
  const { diagnostic } = decision;
  if (decision.kind === 'refuse') {
    return { ...file, edits: [], after: file.before, diagnostics: [...file.diagnostics, diagnostic] };
  }
  const left = withoutMoves(moves, decision.moves);
  const again = planFound(ports, left, options);
  return {
    ...file,
    ...again,
    diagnostics: [...again.diagnostics, diagnostic],
    moves: left,
    movedBefore: [...decision.moves],
  };
}

/** The Dockerfiles that have to be read before it is known what moves, in them and behind host names. */
function filesOfAssigned(mapping: Mapping, { files }: Resolution): FilePlan[] {
  const names = new Set(mapping.services.filter(({ assigned }) => assigned.length > 0).map(({ name }) => name));
  return files.filter(({ services }) => services.some((name) => names.has(name)));
}

/** What of a file is read. */
interface Filters {
  readonly isWorthIt: Prefilter;
  readonly isOfInterest?: LineFilter;
}

const READ_ALL: Filters = { isWorthIt: () => true };

/**
 * What is worth parsing. The files of services are: what they keep may be in the way of others. Any
 * other must hold a port that moves, and its lines such a port or one that another becomes.
 */
function createFilters({ hosts }: Resolution): (file: FilePlan) => Filters {
  const ofHosts = [...hosts.values()].flatMap(({ moves }) => moves);
  const known = new Map<FilePlan['moves'], Filters>();
  return ({ services, moves }) => {
    if (services.length > 0) return READ_ALL;
    let filters = known.get(moves);
    if (filters === undefined) {
      const all = [...moves, ...ofHosts];
      filters = {
        isWorthIt: createPrefilter(new Set(all.map(({ from }) => from))),
        isOfInterest: createLineFilter(new Set(all.flatMap(({ from, to }) => [from, to]))),
      };
      known.set(moves, filters);
    }
    return filters;
  };
}

interface ReadFile {
  readonly content: DockerfileContent;
  readonly ports: FoundPorts;
}

/** Plans a text that is no file, such as standard input. Global ports apply, and those of the service that has the path. */
export function planText(
  path: string,
  text: string,
  options: RunOptions,
): { file: PlannedDockerfile; moves: FileMoves; diagnostics: Diagnostic[] } {
  const { mapping, cwd } = options;
  const folders = foldersOf(mapping, cwd, options.root);
  const resolution = resolveMapping(mapping, { ...folders, cwd, files: [createPaths().real(resolve(cwd, path))] });
  const ports = findPorts(path, text);
  const own = resolution.files.find(({ listed }) => listed);
  const resolved = resolveAssignments(mapping, resolution, new Map(own === undefined ? [] : [[own, ports]]));
  const planned = resolved.files.find(({ listed }) => listed);
  const moves =
    planned === undefined
      ? { moves: mapping.moves, movesOfHost: () => undefined }
      : fileMoves(planned, resolved, mapping);
  const file = planFound(ports, moves, options);
  return { file, moves, diagnostics: [...resolved.diagnostics, ...findConflicts(mapping)] };
}

const namesOf = new WeakMap<Mapping, Map<string, Service>>();

/** Services by their names as hosts would be written: `TRX Staking` is `trx-staking`. */
function servicesByName(mapping: Mapping): ReadonlyMap<string, Service> {
  let names = namesOf.get(mapping);
  if (names === undefined) {
    names = new Map(mapping.services.map((service) => [service.name.toLowerCase().replace(/[\s_]+/g, '-'), service]));
    namesOf.set(mapping, names);
  }
  return names;
}

function fileMoves(file: FilePlan, { hosts }: Resolution, mapping: Mapping): FileMoves {
  const byName = servicesByName(mapping);
  return {
    movesOfService: (host) => {
      const service = byName.get(host.toLowerCase());
      return service === undefined || file.services.includes(service.name) ? undefined : service.moves;
    },
    moves: file.moves,
    movesOfHost: (host) => {
      const name = host.toLowerCase();
      return file.ownHosts.has(name) ? file.moves : hosts.get(name)?.moves;
    },
  };
}

/** The ports that a service of the mapping has and keeps, as its Dockerfile exposes them. */
export function kept(file: PlannedFile, mapping: Mapping): Holder[] {
  const [service] = file.services;
  if (service === undefined) return [];
  const services = mapping.services.filter(({ name }) => file.services.includes(name));
  const assigned = new Set(services.flatMap((own) => own.assigned.map(({ port }) => port)));
  const moved = new Set(file.edits.map(({ occurrence }) => occurrence));
  return file.occurrences
    .filter((occurrence) => occurrence.role === 'expose' && !moved.has(occurrence))
    .filter(({ finding }) => !assigned.has(finding.port))
    .map(({ finding, span }) => ({
      service,
      how: 'keeps',
      port: finding.port,
      protocol: finding.protocol,
      place: { file: file.path, ...file.offsets.position(span.start) },
      shared: false,
    }));
}

function shownPath(absolute: string, root: string, cwd: string): string {
  const path = relative(resolve(cwd, root), absolute);
  return (isAbsolute(path) ? absolute : path).split(sep).join('/');
}
