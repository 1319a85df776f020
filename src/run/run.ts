import { basename, isAbsolute, relative, resolve, sep } from 'node:path';
import { resolveAssignments } from '../assign/resolve-assignments.ts';
import { type Diagnostic, DiagnosticError } from '../diagnostic.ts';
import { type DiscoverOptions, discoverDockerfiles } from '../files/discover.ts';
import { isDockerfileName } from '../files/names.ts';
import { type DockerfileContent, readIfWorthIt } from '../files/read.ts';
import type { History } from '../journal/history.ts';
import { withoutMoves } from '../journal/moves.ts';
import { findConflicts } from '../mapping/conflicts.ts';
import { foldersOf } from '../mapping/folders.ts';
import type { Mapping, PortMove } from '../mapping/mapping.ts';
import { createPaths } from '../mapping/paths.ts';
import { type FilePlan, type Resolution, resolveMapping } from '../mapping/resolve.ts';
import type { FileMoves, PlanOptions } from '../rewrite/plan.ts';
import type { Prefilter } from '../rewrite/prefilter.ts';
import { keptPorts } from './kept-ports.ts';
import { type FoundPorts, findPorts, type PlannedDockerfile, planFound } from './plan-dockerfile.ts';
import { createPlanner, type Planner, READ_ALL } from './planner.ts';
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
  /** Told how many of how many Dockerfiles have been looked at. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
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

/** Progress is told of every so many files. */
const PROGRESS_STEP = 64;

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
  const read = (file: FilePlan, isWorthIt: Prefilter): DockerfileContent | undefined => {
    try {
      return readIfWorthIt(file.realPath, nameOf(file), isWorthIt, shown.has(file.realPath));
    } catch (error) {
      if (!(error instanceof DiagnosticError)) throw error;
      unread.push(...error.diagnostics);
      return undefined;
    }
  };

  const early = new Map<FilePlan, DockerfileContent | undefined>();
  const found = new Map<FilePlan, FoundPorts>();
  for (const file of filesOfAssigned(mapping, resolution)) {
    const content = read(file, READ_ALL.isWorthIt);
    early.set(file, content);
    if (content !== undefined) found.set(file, findPorts(nameOf(file), content.text));
  }
  const resolved = resolveAssignments(mapping, resolution, found);
  const planner = createPlanner({ mapping, hosts: resolution.hosts, files: resolved.files });
  const files: PlannedFile[] = [];
  for (const [i, file] of resolved.files.entries()) {
    const before = resolution.files[i];
    if (before === undefined || !isWanted(before)) continue;
    if (i % PROGRESS_STEP === 0) options.onProgress?.(i, resolved.files.length);
    const content = early.has(before) ? early.get(before) : read(file, planner.filtersOf(file).isWorthIt);
    if (content === undefined) continue;
    const path = nameOf(file);
    const moves = planner.movesOf(file, path);
    const planned = planFound(found.get(before) ?? planner.find(file, path, content.text), moves, options);
    found.delete(before);
    files.push(await withHistory(planned, { file, content, moves }, planner, options));
  }
  files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return {
    files,
    filesRead: resolution.files.filter(isWanted).length,
    diagnostics: [
      ...discovery.diagnostics,
      ...unread,
      ...resolved.diagnostics,
      ...findConflicts(mapping, keptPorts(files, mapping)),
      ...([...discovery.diagnostics, ...unread].some(({ severity }) => severity === 'error')
        ? []
        : unmatchedEntries(mapping, files)),
    ],
  };
}

/** A planned file as the journal allows it: what is known to have moved in it already does not move again. */
async function withHistory(
  planned: PlannedDockerfile,
  { file, content, moves }: { readonly file: FilePlan } & Pick<PlannedFile, 'content' | 'moves'>,
  planner: Planner,
  options: RunOptions,
): Promise<PlannedFile> {
  const { realPath: absolute, services } = file;
  const asPlanned: PlannedFile = {
    path: planned.path,
    before: planned.before,
    after: planned.after,
    edits: planned.edits,
    review: planned.review,
    leftAlone: planned.leftAlone,
    problems: planned.problems,
    occurrences: planned.occurrences,
    offsets: planned.offsets,
    diagnostics: planned.diagnostics,
    absolute,
    content,
    services,
    moves,
    movedBefore: [],
  };
  const decision = await options.history?.decide({ planned, absolute, bytes: content.bytes, moves });
  if (decision === undefined || decision.kind === 'go') return asPlanned;
  const { diagnostic } = decision;
  if (decision.kind === 'refuse') {
    return { ...asPlanned, edits: [], after: planned.before, diagnostics: [...planned.diagnostics, diagnostic] };
  }
  const left = withoutMoves(moves, decision.moves);
  const again = planFound(planner.find(file, planned.path, content.text), left, options);
  return {
    ...asPlanned,
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
  const planner = createPlanner({ mapping, hosts: resolution.hosts, files: resolved.files });
  const planned = resolved.files.find(({ listed }) => listed) ?? { services: [], moves: mapping.moves };
  const moves = planner.movesOf(planned, path);
  const file = planFound(ports, moves, options);
  return { file, moves, diagnostics: [...resolved.diagnostics, ...findConflicts(mapping)] };
}

function shownPath(absolute: string, root: string, cwd: string): string {
  const path = relative(resolve(cwd, root), absolute);
  return (isAbsolute(path) ? absolute : path).split(sep).join('/');
}
