import { type Dirent, lstatSync, readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

import type { Diagnostic } from '../diagnostic.ts';
import { errorCode, fileProblem } from './errors.ts';

/** The patterns of one file, with the directory they are for. */
interface Level {
  /** With a separator at its end. */
  readonly base: string;
  readonly patterns: Ignore;
}

/** Gets the warnings about pattern files that cannot be read. */
export interface Reporter {
  /** The path that people are shown. */
  shownPath(absolute: string): string;
  report(problem: Diagnostic): void;
}

/** What is ignored in a directory: the levels that reach it, the outermost first. */
export type IgnoreChain = readonly Level[];

export const NOTHING_IGNORED: IgnoreChain = [];

/** As git itself decides it for a new repository (`core.ignoreCase`). */
const IGNORE_CASE = process.platform === 'darwin' || process.platform === 'win32';

/**
 * What reaches a directory from above: `.git/info/exclude` and the `.gitignore` files of its
 * parents, up to the top of its repository. Outside of a repository nothing does.
 *
 * The directory itself counts as not ignored, whatever the patterns say.
 *
 * @param directory - A real, absolute path.
 */
export function ignoredFromAbove(directory: string, reporter: Reporter): IgnoreChain {
  const parents: string[] = [];
  for (let at = directory; !exists(join(at, '.git')); at = dirname(at)) {
    if (at === dirname(at)) return NOTHING_IGNORED;
    parents.unshift(dirname(at));
  }
  let chain = NOTHING_IGNORED;
  for (const parent of parents) {
    if (parent === parents[0]) chain = excludesOfRepository(parent, reporter);
    chain = withPatterns(chain, parent, join(parent, '.gitignore'), reporter);
  }
  return chain.map((level) => (ignores(level, directory) ? reopened(level, directory) : level));
}

/** `chain`, and what the directory itself adds: its `.gitignore`, or the start of a repository. */
export function ignoredWithin(
  chain: IgnoreChain,
  directory: string,
  entries: readonly Dirent[],
  reporter: Reporter,
): IgnoreChain {
  const isRepository = entries.some((entry) => entry.name === '.git');
  const within = isRepository ? excludesOfRepository(directory, reporter) : chain;
  const hasPatterns = entries.some((entry) => entry.name === '.gitignore');
  return hasPatterns ? withPatterns(within, directory, join(directory, '.gitignore'), reporter) : within;
}

/** Whether a file is ignored whose directory is not. */
export function isFileIgnored(chain: IgnoreChain, path: string): boolean {
  return deciding(chain, path)?.ignored ?? false;
}

/** What is ignored in a directory, or undefined where the directory itself is ignored. */
export function ignoredBelow(chain: IgnoreChain, directory: string): IgnoreChain | undefined {
  const decision = deciding(chain, `${directory}/`);
  if (decision === undefined) return chain;
  if (decision.ignored) return undefined;
  // A `!` of an inner level took it back, but the outer levels would still say that all in it is ignored.
  const outer = chain.slice(0, decision.level);
  if (!outer.some((level) => ignores(level, directory))) return chain;
  return chain.map((level) => (ignores(level, directory) ? reopened(level, directory) : level));
}

/** The innermost level that has a pattern for the path decides. */
function deciding(chain: IgnoreChain, path: string): { ignored: boolean; level: number } | undefined {
  for (let i = chain.length - 1; i >= 0; i--) {
    const level = chain[i];
    if (level === undefined) return undefined;
    const { ignored, unignored } = level.patterns.test(path.slice(level.base.length));
    if (ignored || unignored) return { ignored, level: i };
  }
  return undefined;
}

function ignores(level: Level, directory: string): boolean {
  return level.patterns.test(`${directory.slice(level.base.length)}/`).ignored;
}

/** The level with the directory, and those above it, taken back; what it says of the files in there stays. */
function reopened(level: Level, directory: string): Level {
  const parts = directory.slice(level.base.length).split(sep).map(escaped);
  const taken = parts.map((_, i) => ({ pattern: `!/${parts.slice(0, i + 1).join('/')}/` }));
  return { base: level.base, patterns: emptyPatterns().add(level.patterns).add(taken) };
}

function escaped(name: string): string {
  return name.replace(/[\\*?[\]! #]/g, '\\$&');
}

function emptyPatterns(): Ignore {
  return ignore({ ignorecase: IGNORE_CASE });
}

/** A repository starts anew: what is ignored around it does not reach into it. */
function excludesOfRepository(top: string, reporter: Reporter): IgnoreChain {
  const dotGit = join(top, '.git');
  try {
    const file = join(commonDirectory(dotGit), 'info', 'exclude');
    return withPatterns(NOTHING_IGNORED, top, file, reporter);
  } catch (error) {
    reporter.report(unreadable(error, dotGit, reporter));
    return NOTHING_IGNORED;
  }
}

/** `.git`, or what a `.git` file of a submodule or a linked work tree points to. */
function commonDirectory(dotGit: string): string {
  const pointer = readIfFile(dotGit);
  const target = pointer?.match(/^gitdir: (.+)/)?.[1]?.trimEnd();
  if (target === undefined) return dotGit;
  const gitDirectory = resolve(dirname(dotGit), target);
  const common = readIfFile(join(gitDirectory, 'commondir'));
  return common === undefined ? gitDirectory : resolve(gitDirectory, common.trimEnd());
}

function withPatterns(chain: IgnoreChain, directory: string, file: string, reporter: Reporter): IgnoreChain {
  try {
    const text = readIfFile(file);
    if (text === undefined) return chain;
    const base = directory.endsWith(sep) ? directory : directory + sep;
    return [...chain, { base, patterns: emptyPatterns().add(text) }];
  } catch (error) {
    reporter.report(unreadable(error, file, reporter));
    return chain;
  }
}

function unreadable(error: unknown, file: string, reporter: Reporter): Diagnostic {
  const problem = fileProblem(error, 'read', reporter.shownPath(file));
  return { ...problem, severity: 'warning', hint: 'what it ignores is not known' };
}

/** The text of a regular file, or undefined: git follows no link here, either (https://git-scm.com/docs/gitignore#_notes). */
function readIfFile(path: string): string | undefined {
  try {
    return lstatSync(path).isFile() ? readFileSync(path, 'utf8') : undefined;
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

function exists(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
