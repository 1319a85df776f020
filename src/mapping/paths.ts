import { lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../files/errors.ts';
import { nearest } from './nearest.ts';

/** Directories with more names than this are not searched for the one that may be meant. */
const MOST_NAMES = 5_000;

/** What is at a path, links followed. */
export type Found =
  | { readonly what: 'file'; readonly realPath: string }
  | { readonly what: 'folder' | 'dangling link' | 'forbidden' | 'nothing' };

export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** Questions to the file system about many paths in few folders: folders are asked for once. */
export interface Paths {
  find(path: string): Found;
  /** The path without links, or as it is where nothing is there. */
  real(path: string): string;
  /** What is in a folder, links not followed; nothing where it cannot be read. */
  list(folder: string): readonly Entry[];
  /** The name in its folder that is most like that of a path that is not there. */
  similar(path: string): string | undefined;
}

/** @returns Answers that are remembered for folders; make a new one for each run. */
export function createPaths(): Paths {
  const realFolders = new Map<string, string>();
  const entries = new Map<string, readonly Entry[]>();

  function realFolder(folder: string): string {
    const known = realFolders.get(folder);
    if (known !== undefined) return known;
    const real = attempt(() => realpathSync.native(folder)) ?? folder;
    realFolders.set(folder, real);
    return real;
  }
  function list(folder: string): readonly Entry[] {
    const known = entries.get(folder);
    if (known !== undefined) return known;
    const read = attempt(() => readdirSync(folder, { withFileTypes: true })) ?? [];
    const own = read.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
    entries.set(folder, own);
    return own;
  }
  function find(path: string): Found {
    const own = look(path);
    if (own === undefined || own === 'forbidden') return { what: own ?? 'nothing' };
    if (!own.isSymbolicLink()) return describe(own, join(realFolder(dirname(path)), basename(path)));
    const target = attempt(() => statSync(path, { throwIfNoEntry: false }));
    const realPath = attempt(() => realpathSync.native(path));
    return target === undefined || realPath === undefined ? { what: 'dangling link' } : describe(target, realPath);
  }
  return {
    find,
    list,
    real(path) {
      const found = find(path);
      if (found.what === 'file') return found.realPath;
      return found.what === 'folder' ? realFolder(path) : join(realFolder(dirname(path)), basename(path));
    },
    similar(path) {
      const names = list(dirname(path)).map(({ name }) => name);
      return names.length > MOST_NAMES ? undefined : nearest(basename(path), names);
    },
  };
}

function describe(stats: Stats, realPath: string): Found {
  return stats.isDirectory() ? { what: 'folder' } : { what: 'file', realPath };
}

/** What is at a path itself, links not followed. */
function look(path: string): Stats | 'forbidden' | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    return errorCode(error) === 'EACCES' ? 'forbidden' : undefined;
  }
}

/** A path that cannot be looked at (too long, no permission, a file as a folder) counts as not there. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
