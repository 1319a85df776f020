import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Paths } from './paths.ts';

/** Never looked into: what git, npm and this program keep for themselves. */
const CLOSED_FOLDERS = new Set(['.git', 'node_modules', '.reberth']);

/** Longer texts are no globs: {@link https://github.com/micromatch/picomatch#options}, `maxLength`. */
const LONGEST = 65_000;

/** A glob, apart from the folders before it that have plain names. */
export interface Glob {
  /** Absolute. */
  readonly folder: string;
  readonly pattern: string;
}

/** The glob that a text is, or `undefined` for a plain path. `base` is what it is relative to, absolute. */
export function parseGlob(text: string, base: string): Glob | undefined {
  if (text.length > LONGEST) return undefined;
  const { isGlob, base: prefix, glob } = picomatch().scan(text, { nonegate: true });
  return isGlob ? { folder: resolve(base, prefix), pattern: glob } : undefined;
}

/**
 * A function that gives the files and links that a glob matches, sorted, as absolute paths. Hidden
 * files are like others, and case counts. Links to folders are not followed. A folder is walked
 * once for all its globs of one depth.
 */
export function createGlobExpander(paths: Paths): (glob: Glob) => string[] {
  const walked = new Map<string, readonly string[]>();
  return ({ folder, pattern }) => {
    const depth = pattern.includes('**') ? Number.POSITIVE_INFINITY : pattern.split('/').length;
    const key = `${depth} ${folder}`;
    const files = walked.get(key) ?? walk(folder, depth, paths);
    walked.set(key, files);
    const name = certainName(pattern);
    const expression = picomatch().makeRe(pattern, { dot: true, nonegate: true });
    return files
      .filter((file) => file.includes(name) && expression.test(file))
      .sort()
      .map((file) => join(folder, file));
  };
}

/** The files in a folder and at most `depth - 1` folders below it, relative to it, with forward slashes. */
function walk(folder: string, depth: number, paths: Paths): string[] {
  const files: string[] = [];
  const open = [{ below: '', level: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { below, level } = next;
    for (const { name, isFolder } of paths.list(join(folder, below))) {
      if (!isFolder) files.push(below + name);
      else if (level < depth && !CLOSED_FOLDERS.has(name)) open.push({ below: `${below}${name}/`, level: level + 1 });
    }
  }
  return files;
}

/** The longest name that is in every path that the pattern matches; most paths are ruled out by it. */
function certainName(pattern: string): string {
  if (/[{}()[\]\\|]/.test(pattern)) return '';
  const names = pattern.split('/').filter((part) => /^[\w.-]+$/.test(part));
  return names.reduce((longest, name) => (name.length > longest.length ? name : longest), '');
}

function picomatch(): typeof import('picomatch') {
  return createRequire(import.meta.url)('picomatch');
}
