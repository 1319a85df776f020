import { lstat, realpath, stat } from 'node:fs/promises';
import { dirname, relative as relativePath, resolve, sep } from 'node:path';

import type { Diagnostic } from '../diagnostic.ts';
import { errorCode, fileProblem, printable } from './errors.ts';
import { ignoredFromAbove, NOTHING_IGNORED } from './gitignore.ts';
import { compileGlobs, type Globs } from './globs.ts';
import { isInside } from './inside.ts';
import { notAFile } from './read.ts';
import { realRootOf } from './real-root.ts';
import { walk } from './walk.ts';

export interface DiscoverOptions {
  /** What relative paths are relative to; the current directory by default. */
  readonly cwd?: string | undefined;
  /**
   * The folder that nothing outside of may be written. By default the current directory, and then
   * a path that plainly leads out of it (`../other`, `/srv/app`) is taken at its word.
   */
  readonly root?: string | undefined;
  /** Globs, relative to `root`; the `../` of what is outside does not count. See `compileGlobs`. */
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  /** Reads no `.gitignore`, and walks `node_modules` as well. `.git` is never walked. */
  readonly noIgnore?: boolean | undefined;
}

export interface DiscoveredFile {
  /** Relative to `root`, or else to the current directory; with forward slashes. For a link: that of its target. */
  readonly path: string;
  /** The real path, free of links: this one is to be read and written. */
  readonly absolute: string;
  /** Whether the user named it, rather than a directory that it is in. */
  readonly named: boolean;
}

export interface Discovery {
  /** Each file once, sorted by `path` (by UTF-16 units). */
  readonly files: readonly DiscoveredFile[];
  /**
   * Sorted by file. An error is about what the user named or a glob, a warning about what a walk
   * came across, an info about what was left out as asked for.
   */
  readonly diagnostics: readonly Diagnostic[];
}

/** So many of the given paths are looked at at the same time. */
const AT_ONCE = 64;

/**
 * Finds the Dockerfiles that a run is about.
 *
 * A file is taken whatever its name, and though it is ignored; only `exclude` keeps it out. A
 * directory is walked for Dockerfiles by name (`isDockerfileName`, `include`), without `.git`,
 * `node_modules`, and what `.gitignore` files and `.git/info/exclude` ignore. Links to files are
 * taken where their target is inside of the root (or of the walked directory, where that is
 * outside); links to directories are followed only where the user names one.
 *
 * @param paths - Files and directories. `-` has no special meaning here.
 * @throws DiagnosticError where the root is no directory. All else is in `Discovery.diagnostics`.
 */
export async function discoverDockerfiles(paths: readonly string[], options: DiscoverOptions = {}): Promise<Discovery> {
  const collected = new Map<string, DiscoveredFile>();
  const diagnostics = new Map<string, Diagnostic>();
  const context = await createContext(options, collected, (problem) => {
    diagnostics.set(JSON.stringify([problem.file, problem.code, problem.severity, problem.message]), problem);
  });
  const given = [...new Set(paths)];
  for (let i = 0; i < given.length; i += AT_ONCE) {
    await Promise.all(given.slice(i, i + AT_ONCE).map((path) => discoverNamed(path, context)));
  }
  return {
    files: [...collected.values()].sort((a, b) => compare(a.path, b.path)),
    diagnostics: [...diagnostics.values()].sort(
      (a, b) => compare(a.file ?? '', b.file ?? '') || compare(a.message, b.message),
    ),
  };
}

interface Context {
  readonly cwd: string;
  /** As given, absolute: a link may be on the way to it. */
  readonly root: string;
  readonly realRoot: string;
  /** The user gave a root, so it binds all that the user names, too. */
  readonly strict: boolean;
  readonly noIgnore: boolean;
  readonly globs: Globs;
  readonly collected: Map<string, DiscoveredFile>;
  report(problem: Diagnostic): void;
}

async function createContext(
  options: DiscoverOptions,
  collected: Map<string, DiscoveredFile>,
  report: (problem: Diagnostic) => void,
): Promise<Context> {
  const cwd = resolve(options.cwd ?? process.cwd());
  const root = resolve(cwd, options.root ?? '.');
  const realRoot = await realRootOf(root, options.root ?? root);
  return {
    cwd,
    root,
    realRoot,
    strict: options.root !== undefined,
    noIgnore: options.noIgnore ?? false,
    globs: compileGlobs(options.include ?? [], options.exclude ?? [], report),
    collected,
    report,
  };
}

async function discoverNamed(path: string, context: Context): Promise<void> {
  const { report } = context;
  if (path === '') {
    const message = 'one of the given paths is empty';
    report({ code: 'empty-path', severity: 'error', message, hint: 'check the variable that it comes from' });
    return;
  }
  try {
    const lexical = resolve(context.cwd, path);
    const real = await realpath(lexical);
    const stats = await stat(real);
    const area = await allowedArea(lexical, real, stats.isDirectory(), context);
    if (area === undefined) report(outsideRoot(path, real, context));
    else if (stats.isDirectory()) await discoverBelow(real, area, context);
    else if (stats.isFile()) takeNamed(path, real, context);
    else report(notAFile(stats, path));
  } catch (error) {
    report(await namedProblem(error, path, context));
  }
}

/** The directory that links must not lead out of, or undefined where the named path itself is outside. */
async function allowedArea(
  lexical: string,
  real: string,
  directory: boolean,
  context: Context,
): Promise<string | undefined> {
  if (isInside(real, context.realRoot)) return context.realRoot;
  if (context.strict || isInside(lexical, context.root) || isInside(lexical, context.realRoot)) return undefined;
  if (directory) return real;
  const area = await realpath(dirname(lexical));
  return isInside(real, area) ? area : undefined;
}

function takeNamed(path: string, real: string, context: Context): void {
  const shown = shownPath(real, context);
  if (context.globs.isFileExcluded(globPath(shown))) {
    const message = `${printable(path)} is named, but --exclude keeps it out`;
    context.report({ code: 'excluded', severity: 'info', message, file: path });
    return;
  }
  context.collected.set(real, { path: shown, absolute: real, named: true });
}

async function discoverBelow(start: string, area: string, context: Context): Promise<void> {
  const { globs, noIgnore, report } = context;
  const shown = (absolute: string) => shownPath(absolute, context);
  const options = { globs, noIgnore, shownPath: shown, report };
  const chain = noIgnore ? NOTHING_IGNORED : ignoredFromAbove(start, options);
  const top = shown(start);
  for (const { absolute, below, kind } of walk(start, globPath(top), chain, options)) {
    const real = kind === 'file' ? absolute : await targetOf(absolute, area, context);
    if (real === undefined || context.collected.has(real)) continue;
    const path = kind !== 'file' ? shown(real) : top === '.' ? below : `${top}/${below}`;
    context.collected.set(real, { path, absolute: real, named: false });
  }
}

/** The file that a walked link leads to, or undefined, with a report, where it is not to be taken. */
async function targetOf(link: string, area: string, context: Context): Promise<string | undefined> {
  const shown = shownPath(link, context);
  const warn = (problem: Diagnostic) => context.report({ ...problem, severity: 'warning' });
  try {
    const real = await realpath(link);
    const stats = await stat(real);
    if (stats.isDirectory()) {
      const message = `${printable(shown)} is a link to a directory and is not followed`;
      context.report({ code: 'link-to-directory', severity: 'info', message, file: shown });
    } else if (!stats.isFile()) {
      warn({ ...notAFile(stats, shown), hint: undefined });
    } else if (!isInside(real, area)) {
      warn(outsideRoot(shown, real, context));
    } else {
      return context.globs.isFileExcluded(globPath(shownPath(real, context))) ? undefined : real;
    }
  } catch (error) {
    warn(errorCode(error) === 'ENOENT' ? danglingLink(shown) : fileProblem(error, 'read', shown));
  }
  return undefined;
}

async function namedProblem(error: unknown, path: string, context: Context): Promise<Diagnostic> {
  if (errorCode(error) === 'ENOENT') {
    const isLink = await lstat(resolve(context.cwd, path))
      .then((stats) => stats.isSymbolicLink())
      .catch(() => false);
    if (isLink) return danglingLink(path);
  }
  return fileProblem(error, 'read', path);
}

function danglingLink(shown: string): Diagnostic {
  return {
    code: 'link-dangling',
    severity: 'error',
    message: `${printable(shown)} is a link to something that is not there`,
    file: shown,
  };
}

function outsideRoot(shown: string, real: string, context: Context): Diagnostic {
  return {
    code: 'outside-root',
    severity: 'error',
    message: `${printable(shown)} leads to ${printable(real)}, which is outside of ${printable(context.realRoot)}`,
    file: shown,
    hint: context.strict ? 'set --root to a folder that holds both' : 'name the file that the link leads to',
  };
}

function shownPath(real: string, context: Context): string {
  return toSlashes(relativePath(context.realRoot, real)) || '.';
}

/** What globs see of a path: those outside of the root are as if they were in it. */
function globPath(shown: string): string {
  return shown === '.' ? '' : shown.replace(/^\.\.(?:\/\.\.)*(?:\/|$)/, '');
}

function toSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
