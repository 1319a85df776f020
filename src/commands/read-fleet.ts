import { basename, isAbsolute, relative, resolve, sep } from 'node:path';
import { fleetOf, type ServiceFiles } from '../check/from-mapping.ts';
import type { AbsentFile, CheckedFile, Fleet } from '../check/types.ts';
import { type Diagnostic, DiagnosticError } from '../diagnostic.ts';
import { type DiscoverOptions, discoverDockerfiles } from '../files/discover.ts';
import { isDockerfileName } from '../files/names.ts';
import { readDockerfile } from '../files/read.ts';
import { createDockerfileFinder } from '../mapping/dockerfiles.ts';
import { foldersOf } from '../mapping/folders.ts';
import type { Mapping, Service } from '../mapping/mapping.ts';
import { findPorts } from '../run/plan-dockerfile.ts';

export interface FleetOptions extends Omit<DiscoverOptions, 'cwd'> {
  /** What relative paths are relative to. */
  readonly cwd: string;
  /** Files and directories; empty for the Dockerfiles that the mapping names. */
  readonly paths: readonly string[];
  /** Whether paths are shown relative to the root where one is given, or always to the current directory. */
  readonly shown: 'root' | 'cwd';
  /** Told how many of how many Dockerfiles have been read. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface ReadFleet {
  readonly fleet: Fleet;
  /** By path, each Dockerfile once. */
  readonly files: readonly CheckedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

const NO_MAPPING: Mapping = { file: undefined, services: [], moves: [], reserved: [] };
/** Progress is told of every so many files. */
const PROGRESS_STEP = 64;

/**
 * Finds and reads the Dockerfiles of a run, and joins them with what a mapping says of them. A
 * Dockerfile of the mapping that is not there is noted on its service.
 *
 * @throws {DiagnosticError} Where entries of the mapping lead out of the root, or the root is none.
 */
export async function readFleet(mapping: Mapping | undefined, options: FleetOptions): Promise<ReadFleet> {
  const { cwd, paths } = options;
  const discovery = await discoverDockerfiles(paths, options);
  const listed = discovery.files.map(({ absolute }) => absolute);
  const named = mapping === undefined ? new Map<Service, NamedFiles>() : namedFiles(mapping, listed, options);
  const wanted = new Set(listed);
  if (paths.length === 0) for (const { found } of named.values()) for (const path of found) wanted.add(path);

  const rootOf = options.shown === 'root' ? resolve(cwd, options.root ?? '.') : cwd;
  const { files, diagnostics } = readAll([...wanted], (path) => shownPath(path, rootOf), options);
  const ofService = new Set<CheckedFile>();
  const filesOf = (service: Service): ServiceFiles => {
    const { found = [], absent = [] } = named.get(service) ?? {};
    const own = found.map((path) => files.get(path)).filter((file) => file !== undefined);
    for (const file of own) ofService.add(file);
    return { files: own, absent, outside: own.length === 0 && absent.length === 0 };
  };
  const fleet = fleetOf(mapping ?? NO_MAPPING, filesOf, []);
  const all = [...files.values()].sort(byPath);
  return {
    fleet: { ...fleet, others: all.filter((file) => !ofService.has(file)) },
    files: all,
    diagnostics: [...discovery.diagnostics, ...diagnostics],
  };
}

interface NamedFiles {
  /** Real paths, each once. */
  readonly found: readonly string[];
  readonly absent: readonly AbsentFile[];
}

/** The Dockerfiles that the services of a mapping name. */
function namedFiles(mapping: Mapping, files: readonly string[], { cwd, root }: FleetOptions): Map<Service, NamedFiles> {
  const finder = createDockerfileFinder({
    ...foldersOf(mapping, cwd, root),
    cwd,
    files,
    accept: (path) => isDockerfileName(basename(path)),
  });
  const problems: Diagnostic[] = [];
  const named = mapping.services.map((service): [Service, NamedFiles] => {
    const found = new Set<string>();
    const absent: AbsentFile[] = [];
    for (const entry of service.dockerfiles) {
      const result = finder.find(entry, service.name);
      if (!('code' in result)) for (const { realPath } of result) found.add(realPath);
      else if (result.code === 'mapping-no-dockerfile') {
        absent.push({ pattern: entry.pattern, message: result.message, hint: result.hint, place: entry.place });
      } else problems.push(result);
    }
    return [service, { found: [...found], absent }];
  });
  if (problems.length > 0) throw new DiagnosticError(problems);
  return new Map(named);
}

function readAll(
  paths: readonly string[],
  shown: (path: string) => string,
  { onProgress }: FleetOptions,
): { files: ReadonlyMap<string, CheckedFile>; diagnostics: Diagnostic[] } {
  const files = new Map<string, CheckedFile>();
  const diagnostics: Diagnostic[] = [];
  for (const [i, path] of paths.entries()) {
    if (i % PROGRESS_STEP === 0) onProgress?.(i, paths.length);
    const name = shown(path);
    try {
      const { text } = readDockerfile(path, name);
      const file = findPorts(name, text);
      // What cannot be read cannot be called right.
      if (file.dockerfile.problems.every(({ severity }) => severity !== 'error')) files.set(path, file);
      for (const { span, ...problem } of file.dockerfile.problems) {
        diagnostics.push({ ...problem, file: name, ...file.offsets.position(span.start) });
      }
    } catch (error) {
      if (!(error instanceof DiagnosticError)) throw error;
      diagnostics.push(...error.diagnostics);
    }
  }
  onProgress?.(paths.length, paths.length);
  return { files, diagnostics: diagnostics.sort(byPlace) };
}

function byPath(a: CheckedFile, b: CheckedFile): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const [one = '', other = ''] = [a.file, b.file];
  return one < other ? -1 : one > other ? 1 : (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

function shownPath(absolute: string, folder: string): string {
  const path = relative(folder, absolute);
  return (isAbsolute(path) ? absolute : path).split(sep).join('/');
}
