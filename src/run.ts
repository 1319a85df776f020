import { basename, isAbsolute, relative, resolve, sep } from 'node:path';
import { type Diagnostic, DiagnosticError } from './diagnostic.ts';
import { type DiscoverOptions, discoverDockerfiles } from './files/discover.ts';
import { isDockerfileName } from './files/names.ts';
import { type DockerfileContent, readDockerfile } from './files/read.ts';
import { findConflicts, type Holder } from './mapping/conflicts.ts';
import { foldersOf } from './mapping/folders.ts';
import type { Mapping, PortMove } from './mapping/mapping.ts';
import { type FilePlan, type Resolution, resolveMapping } from './mapping/resolve.ts';
import { resolveAssignments } from './plan/resolve-assignments.ts';
import { type FoundPorts, findPorts, type PlannedDockerfile, planFound } from './plan-dockerfile.ts';
import type { FileMoves, PlanOptions } from './rewrite/plan.ts';
import { mayHold } from './rewrite/prefilter.ts';

/** What a run is about. */
export interface RunOptions extends PlanOptions, Omit<DiscoverOptions, 'cwd'> {
  readonly mapping: Mapping;
  /** Files and directories; empty for the Dockerfiles that the mapping names. */
  readonly paths: readonly string[];
  /** What relative paths are relative to. */
  readonly cwd: string;
}

/** A Dockerfile that was read and planned. */
export interface PlannedFile extends PlannedDockerfile {
  /** The real path, to write to. */
  readonly absolute: string;
  readonly content: DockerfileContent;
  readonly services: readonly string[];
}

/** Everything that a run would do. Nothing has been written. */
export interface RunPlan {
  /** In the order of their paths. */
  readonly files: readonly PlannedFile[];
  readonly filesRead: number;
  /** What concerns the run as a whole, or files that could not be read. */
  readonly diagnostics: readonly Diagnostic[];
}

/** So many files are read at the same time. */
const AT_ONCE = 64;

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

  const wanted = resolution.files.filter(isWanted);
  const needed = new Set([...wanted, ...filesOfAssigned(mapping, resolution)]);
  const { read, diagnostics: unread } = await readAll([...needed], nameOf, concerns(resolution));
  const found = new Map([...read].map(([file, { ports }]) => [file, ports]));
  const resolved = resolveAssignments(mapping, resolution, found);
  const files = resolved.files
    .flatMap((file, i): PlannedFile[] => {
      const before = resolution.files[i];
      const source = before === undefined || !isWanted(before) ? undefined : read.get(before);
      if (source === undefined) return [];
      const planned = planFound(source.ports, fileMoves(file, resolved), options);
      return [{ ...planned, absolute: file.realPath, content: source.content, services: file.services }];
    })
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return {
    files,
    filesRead: wanted.length,
    diagnostics: [
      ...discovery.diagnostics,
      ...unread,
      ...resolved.diagnostics,
      ...findConflicts(
        mapping,
        files.flatMap((file) => kept(file, mapping)),
      ),
      ...unmatched(mapping, files),
    ],
  };
}

/** The Dockerfiles that say what moves behind the host names of services with assigned ports. */
function filesOfAssigned(mapping: Mapping, { files }: Resolution): FilePlan[] {
  const names = new Set(
    mapping.services.filter(({ assigned, hosts }) => assigned.length > 0 && hosts.length > 0).map(({ name }) => name),
  );
  return files.filter(({ services }) => services.some((name) => names.has(name)));
}

/**
 * Whether a file is worth parsing. Those of services are: what they keep may be in the way of others.
 * Any other must hold a port that moves.
 */
function concerns({ hosts }: Resolution): (file: FilePlan, text: string) => boolean {
  const ofHosts = [...hosts.values()].flatMap(({ moves }) => moves);
  let known: { readonly moves: FilePlan['moves']; readonly ports: ReadonlySet<number> } | undefined;
  return ({ services, moves }, text) => {
    if (services.length > 0) return true;
    if (known?.moves !== moves) known = { moves, ports: new Set([...moves, ...ofHosts].map(({ from }) => from)) };
    return mayHold(text, known.ports);
  };
}

interface ReadFile {
  readonly content: DockerfileContent;
  readonly ports: FoundPorts;
}

/** Reads files and finds their ports, some at a time. */
async function readAll(
  files: readonly FilePlan[],
  nameOf: (file: FilePlan) => string,
  isConcerned: (file: FilePlan, text: string) => boolean,
): Promise<{ read: ReadonlyMap<FilePlan, ReadFile>; diagnostics: Diagnostic[] }> {
  const read = new Map<FilePlan, ReadFile>();
  const diagnostics: Diagnostic[] = [];
  for (let i = 0; i < files.length; i += AT_ONCE) {
    await Promise.all(
      files.slice(i, i + AT_ONCE).map(async (file) => {
        const path = nameOf(file);
        try {
          const content = await readDockerfile(file.realPath, path);
          if (isConcerned(file, content.text)) read.set(file, { content, ports: findPorts(path, content.text) });
        } catch (error) {
          if (!(error instanceof DiagnosticError)) throw error;
          diagnostics.push(...error.diagnostics);
        }
      }),
    );
  }
  return { read, diagnostics };
}

/** Plans a text that is no file, such as standard input. Global ports apply, and those of the service that has the path. */
export function planText(
  path: string,
  text: string,
  options: RunOptions,
): { file: PlannedDockerfile; diagnostics: Diagnostic[] } {
  const { mapping, cwd } = options;
  const folders = foldersOf(mapping, cwd, options.root);
  const resolution = resolveMapping(mapping, { ...folders, cwd, files: [resolve(cwd, path)] });
  const ports = findPorts(path, text);
  const own = resolution.files.find(({ listed }) => listed);
  const resolved = resolveAssignments(mapping, resolution, new Map(own === undefined ? [] : [[own, ports]]));
  const planned = resolved.files.find(({ listed }) => listed);
  const moves =
    planned === undefined ? { moves: mapping.moves, movesOfHost: () => undefined } : fileMoves(planned, resolved);
  const file = planFound(ports, moves, options);
  return { file, diagnostics: [...resolved.diagnostics, ...findConflicts(mapping)] };
}

function fileMoves(file: FilePlan, { hosts }: Resolution): FileMoves {
  return {
    moves: file.moves,
    movesOfHost: (host) => {
      const name = host.toLowerCase();
      return file.ownHosts.has(name) ? file.moves : hosts.get(name)?.moves;
    },
  };
}

/** The ports that a service of the mapping has and keeps, as its Dockerfile exposes them. */
function kept(file: PlannedFile, mapping: Mapping): Holder[] {
  const [service] = file.services;
  if (service === undefined) return [];
  const services = mapping.services.filter(({ name }) => file.services.includes(name));
  const assigned = new Set(services.flatMap((own) => own.assigned.map(({ port }) => port)));
  const moved = new Set(file.edits.map(({ occurrence }) => occurrence));
  return file.findings.occurrences
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

/** Entries of the mapping that no file of the run has anything for. */
function unmatched(mapping: Mapping, files: readonly PlannedFile[]): Diagnostic[] {
  const used = new Set<PortMove['place']>();
  const inRun = new Set(files.flatMap(({ services }) => services));
  for (const { edits, review, problems } of files) {
    for (const { move } of [...edits, ...review]) used.add(move.place);
    for (const { code } of problems) if (code === 'port-collision' || code === 'range-split') return [];
  }
  const entries = [
    ...mapping.services.filter(({ name }) => inRun.has(name)).map(({ name, moves }) => ({ name, moves })),
    { name: undefined, moves: mapping.moves },
  ];
  return entries.flatMap(({ name, moves }) => {
    const missing = new Map(moves.filter(({ place }) => !used.has(place)).map((move) => [move.place, move]));
    return [...missing.values()].map(({ entry, place }): Diagnostic => {
      const owner = name === undefined ? '' : ` of ${name}`;
      return {
        code: 'unmatched-entry',
        severity: 'warning',
        message: `nothing to move for ${entry}${owner}: ${name === undefined ? 'no Dockerfile of this run' : 'its Dockerfile does not'} ${name === undefined ? 'has' : 'have'} this port`,
        file: place.file,
        line: place.line,
        column: place.column,
        hint: 'check the number, or whether the port has moved already',
      };
    });
  });
}

function shownPath(absolute: string, root: string, cwd: string): string {
  const path = relative(resolve(cwd, root), absolute);
  return (isAbsolute(path) ? absolute : path).split(sep).join('/');
}
