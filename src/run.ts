import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { type Diagnostic, DiagnosticError } from './diagnostic.ts';
import { type DiscoverOptions, discoverDockerfiles } from './files/discover.ts';
import { type DockerfileContent, readDockerfile } from './files/read.ts';
import { findConflicts, type Holder } from './mapping/conflicts.ts';
import type { Mapping, PortMove } from './mapping/mapping.ts';
import { type Resolution, resolveMapping } from './mapping/resolve.ts';
import { type PlannedDockerfile, planDockerfile } from './plan-dockerfile.ts';
import type { FileMoves, PlanOptions } from './rewrite/plan.ts';

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
 * Plans a run: discover, read, and plan each file. Writes nothing.
 *
 * @throws {DiagnosticError} When the mapping does not fit the files that are there.
 */
export async function planRun(options: RunOptions): Promise<RunPlan> {
  const { mapping, cwd, root } = options;
  const discovery = await discoverDockerfiles(options.paths, options);
  const base = root ?? (mapping.file === undefined ? cwd : dirname(resolve(cwd, mapping.file)));
  const resolution = resolveMapping(mapping, {
    root: resolve(cwd, root ?? commonRoot(cwd, resolve(cwd, base))),
    base: resolve(cwd, base),
    files: discovery.files.map(({ absolute }) => absolute),
  });
  const shown = new Map(discovery.files.map(({ absolute, path }) => [absolute, path]));
  const wanted = resolution.files.filter(({ listed }) => listed || options.paths.length === 0);
  const diagnostics: Diagnostic[] = [...discovery.diagnostics];
  const files: PlannedFile[] = [];
  const read = async (file: (typeof wanted)[number]): Promise<PlannedFile | undefined> => {
    const path = shown.get(file.realPath) ?? shown.get(file.path) ?? shownPath(file.realPath, root ?? cwd, cwd);
    try {
      const content = await readDockerfile(file.realPath, path);
      const planned = planDockerfile(path, content.text, fileMoves(file, resolution), options);
      return { ...planned, absolute: file.realPath, content, services: file.services };
    } catch (error) {
      if (!(error instanceof DiagnosticError)) throw error;
      diagnostics.push(...error.diagnostics);
      return undefined;
    }
  };
  for (let i = 0; i < wanted.length; i += AT_ONCE) {
    const planned = await Promise.all(wanted.slice(i, i + AT_ONCE).map(read));
    files.push(...planned.filter((file) => file !== undefined));
  }
  files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  diagnostics.push(...findConflicts(mapping, files.flatMap(kept)), ...unmatched(mapping, files));
  return { files, filesRead: wanted.length, diagnostics };
}

/** Plans a text that is no file, such as standard input. Global ports apply, and those of the service that has the path. */
export function planText(
  path: string,
  text: string,
  options: RunOptions,
): { file: PlannedDockerfile; diagnostics: Diagnostic[] } {
  const { mapping, cwd } = options;
  const base = resolve(cwd, options.root ?? (mapping.file === undefined ? cwd : dirname(resolve(cwd, mapping.file))));
  const absolute = resolve(cwd, path);
  const resolution = resolveMapping(mapping, { root: commonRoot(cwd, base), base, files: [absolute] });
  const own = resolution.files.find(({ listed }) => listed);
  const moves = own === undefined ? { moves: mapping.moves, movesOfHost: () => undefined } : fileMoves(own, resolution);
  const file = planDockerfile(path, text, moves, options);
  return { file, diagnostics: findConflicts(mapping) };
}

function fileMoves(file: Resolution['files'][number], { hosts }: Resolution): FileMoves {
  return {
    moves: file.moves,
    movesOfHost: (host) => {
      const name = host.toLowerCase();
      return file.ownHosts.has(name) ? file.moves : hosts.get(name)?.moves;
    },
  };
}

/** The ports that a service of the mapping has and keeps, as its Dockerfile exposes them. */
function kept(file: PlannedFile): Holder[] {
  const [service] = file.services;
  if (service === undefined) return [];
  const moved = new Set(file.edits.map(({ occurrence }) => occurrence));
  return file.findings.occurrences
    .filter((occurrence) => occurrence.role === 'expose' && !moved.has(occurrence))
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

/** The folder that holds both the current directory and the mapping. */
function commonRoot(one: string, other: string): string {
  const parts = one.split(sep);
  const others = other.split(sep);
  const length = parts.findIndex((part, i) => part !== others[i]);
  const shared = length === -1 ? parts : parts.slice(0, length);
  return shared.join(sep) || sep;
}

function shownPath(absolute: string, root: string, cwd: string): string {
  const path = relative(resolve(cwd, root), absolute);
  return (isAbsolute(path) ? absolute : path).split(sep).join('/');
}
