import { dirname, resolve } from 'node:path';
import type { Mapping } from './mapping.ts';

/** The folders of a run that bind the Dockerfiles of a mapping, absolute. */
export interface MappingFolders {
  /** What the mapping's entries are relative to: its own folder, or `--root`. */
  readonly base: string;
  /** Where Dockerfiles may be besides `base`: `--root`, or else the current directory. */
  readonly root: string;
}

/**
 * Without `--root`, a mapping reaches what is below its own folder, and what is below the current
 * directory: the user stands in the one and has named the other. With it, only what is below it.
 */
export function foldersOf(mapping: Pick<Mapping, 'file'>, cwd: string, root: string | undefined): MappingFolders {
  if (root !== undefined) return { base: resolve(cwd, root), root: resolve(cwd, root) };
  const here = resolve(cwd);
  return { base: mapping.file === undefined ? here : dirname(resolve(here, mapping.file)), root: here };
}
