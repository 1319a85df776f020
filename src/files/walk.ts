import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { sep } from 'node:path';

import type { Diagnostic } from '../diagnostic.ts';
import { errorCode, fileProblem, printable } from './errors.ts';
import {
  type IgnoreChain,
  ignoredBelow,
  ignoredWithin,
  isFileIgnored,
  NOTHING_IGNORED,
  type Reporter,
} from './gitignore.ts';
import type { Globs } from './globs.ts';
import { isDockerfileName } from './names.ts';

/** A file that a walk takes: its name is right, and nothing ignores or excludes it. */
export interface WalkedFile {
  readonly absolute: string;
  /** From the directory that the walk started at, with forward slashes. */
  readonly below: string;
  readonly kind: 'file' | 'link' | 'other';
}

export interface WalkOptions extends Reporter {
  readonly globs: Globs;
  /** Reads no `.gitignore`, and walks `node_modules` as well. */
  readonly noIgnore: boolean;
}

interface Directory {
  readonly absolute: string;
  /** With forward slashes, from the folder that globs are for; empty for this folder. */
  readonly relative: string;
  /** With forward slashes, from the directory that the walk started at; empty for this directory. */
  readonly below: string;
  readonly chain: IgnoreChain;
  /** The directory that the walk starts at. */
  readonly isStart?: boolean;
}

/** Never walked: git's own files, and the journal of this program. */
const OWN_DIRECTORIES = new Set(['.git', '.reberth']);

/**
 * Finds what is to be taken in a directory and below, in no particular order. Links to directories
 * are not followed. A directory that cannot be read is a warning, but an error for `start`.
 * Synchronous: for very many small directories, the calls themselves take less time than to wait for them.
 *
 * @param start - A real, absolute path.
 * @param relative - The path of `start` for the globs, empty for the folder that they are for.
 * @param chain - What is ignored from above.
 */
export function walk(start: string, relative: string, chain: IgnoreChain, options: WalkOptions): WalkedFile[] {
  const found: WalkedFile[] = [];
  const pending: Directory[] = [{ absolute: start, relative, below: '', chain, isStart: true }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) visit(next, options, found, pending);
  return found;
}

/** Adds the files of one directory to `found`, and the directories in it that are to be walked to `pending`. */
function visit(directory: Directory, options: WalkOptions, found: WalkedFile[], pending: Directory[]): void {
  const { globs, noIgnore, report } = options;
  let entries: Dirent[];
  try {
    entries = readdirSync(directory.absolute, { withFileTypes: true });
  } catch (error) {
    report({
      ...unreadable(error, options.shownPath(directory.absolute)),
      severity: directory.isStart ? 'error' : 'warning',
    });
    return;
  }
  const chain = noIgnore ? NOTHING_IGNORED : ignoredWithin(directory.chain, directory.absolute, entries, options);
  const prefix = directory.relative === '' ? '' : `${directory.relative}/`;
  const prefixBelow = directory.below === '' ? '' : `${directory.below}/`;
  const prefixAbsolute = directory.absolute.endsWith(sep) ? directory.absolute : directory.absolute + sep;
  for (const entry of entries) {
    const { name } = entry;
    const relative = prefix + name;
    if (entry.isDirectory()) {
      if (OWN_DIRECTORIES.has(name) || (name === 'node_modules' && !noIgnore)) continue;
      if (globs.isDirectoryExcluded(relative)) continue;
      const absolute = prefixAbsolute + name;
      const inner = ignoredBelow(chain, absolute);
      if (inner !== undefined) pending.push({ absolute, relative, below: prefixBelow + name, chain: inner });
    } else if (globs.isIncluded(relative, isDockerfileName(name)) && !globs.isFileExcluded(relative)) {
      const absolute = prefixAbsolute + name;
      if (isFileIgnored(chain, absolute)) continue;
      if (hasUsableName(absolute, name)) found.push({ absolute, below: prefixBelow + name, kind: kindOf(entry) });
      else report(unusableName(options.shownPath(absolute)));
    }
  }
}

function kindOf(entry: Dirent): WalkedFile['kind'] {
  if (entry.isFile()) return 'file';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

/** Bytes of a name that are not UTF-8 come as U+FFFD, and then no file is found by this name. */
function hasUsableName(absolute: string, name: string): boolean {
  return !name.includes('\uFFFD') || lstatSync(absolute, { throwIfNoEntry: false }) !== undefined;
}

function unusableName(shown: string): Diagnostic {
  return {
    code: 'unusable-name',
    severity: 'warning',
    message: `${printable(shown)} is left out: its name is not UTF-8`,
    file: shown,
    hint: 'rename it',
  };
}

function unreadable(error: unknown, shown: string): Diagnostic {
  if (errorCode(error) === 'ENOENT' && shown.includes('\uFFFD')) return unusableName(shown);
  const problem = fileProblem(error, 'read directory', shown);
  return { ...problem, hint: problem.hint ?? 'its Dockerfiles are not known' };
}
