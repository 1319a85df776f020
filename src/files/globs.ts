import { createRequire } from 'node:module';
import type { Diagnostic } from '../diagnostic.ts';

/** Matches a path with forward slashes, relative to the folder that the globs are for. */
type Matcher = (path: string) => boolean;

/** What `--include` and `--exclude` say. */
export interface Globs {
  /** Whether a walk takes a file, given whether its name is that of a Dockerfile. */
  isIncluded(path: string, hasDockerfileName: boolean): boolean;
  isFileExcluded(path: string): boolean;
  /** A directory that is excluded is not walked. */
  isDirectoryExcluded(path: string): boolean;
}

/**
 * Compiles globs: `*`, `?`, `[a-z]`, `{a,b}`, `**`; hidden files are like others, and case counts.
 *
 * A glob without a slash is for names at any depth; one with a slash is for paths from the folder.
 * A glob that fits a directory is for all that is in it; with a slash at its end it fits directories only.
 *
 * - `include` narrows a walk to what it fits. A glob whose last part says something of the name
 *   (`*.docker`, not `services/**`) takes files of that name as well, though no Dockerfile is called so.
 * - `exclude` wins over `include`.
 *
 * @param report - Gets an error for each glob that cannot be one.
 */
export function compileGlobs(
  include: readonly string[],
  exclude: readonly string[],
  report: (problem: Diagnostic) => void,
): Globs {
  const includes = include.flatMap((glob) => compile(glob, '--include', report) ?? []);
  const excludes = exclude.flatMap((glob) => compile(glob, '--exclude', report) ?? []);
  const isExcluded = (path: string) => excludes.some((glob) => glob.within(path) || (glob.named?.(path) ?? false));
  return {
    isIncluded: (path, hasDockerfileName) =>
      include.length === 0
        ? hasDockerfileName
        : includes.some(
            (glob) =>
              (glob.saysName && glob.named?.(path)) ||
              (hasDockerfileName && (glob.within(path) || (glob.named?.(path) ?? false))),
          ),
    isFileExcluded: isExcluded,
    isDirectoryExcluded: (path) => isExcluded(path) || excludes.some((glob) => glob.directory(path)),
  };
}

interface Glob {
  /** The path itself; undefined for a glob that is for directories only. */
  readonly named: Matcher | undefined;
  readonly directory: Matcher;
  /** Something in a directory that the glob fits. */
  readonly within: Matcher;
  /** Whether the last part is more than a wildcard. */
  readonly saysName: boolean;
}

function compile(glob: string, flag: string, report: (problem: Diagnostic) => void): Glob | undefined {
  const rooted = glob.replace(/^(?:\.\/)+/, '').replace(/^\/+/, '');
  const body = rooted.replace(/\/+$/, '');
  const problem = problemOf(glob, body);
  if (problem !== undefined) {
    report({ code: 'bad-glob', severity: 'error', message: `${flag} ${JSON.stringify(glob)}: ${problem}` });
    return undefined;
  }
  const pattern = body.includes('/') || /^\.?\//.test(glob) ? body : `**/${body}`;
  const matches = matcher(pattern);
  return {
    named: rooted === body ? matches : undefined,
    directory: matches,
    within: matcher(`${pattern}/**/*`),
    saysName: !/^[*?]+$/.test(body.slice(body.lastIndexOf('/') + 1)),
  };
}

function problemOf(glob: string, body: string): string | undefined {
  if (body === '') return 'a glob must not be empty';
  if (glob.startsWith('!') && !glob.startsWith('!(')) return 'a glob cannot start with !, use --exclude';
  return body.length > 65_000 ? 'the glob is too long' : undefined;
}

function matcher(pattern: string): Matcher {
  const picomatch: typeof import('picomatch') = createRequire(import.meta.url)('picomatch');
  const matches = picomatch(pattern, { dot: true });
  return (path) => matches(path);
}
