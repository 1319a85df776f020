import { resolve } from 'node:path';
import { readPathList } from '../files/read-list.ts';
import type { Surroundings } from './surroundings.ts';

/** The flags that say which files and directories a run is about. */
export interface PathFlags {
  readonly paths: readonly string[];
  /** A file with a list of paths; `-` is standard input. */
  readonly filesFrom?: string | undefined;
  /** Whether the paths of the list end with NUL. */
  readonly null: boolean;
}

/**
 * The paths that are named, and those of `--files-from`. A `-` in that list is a file of that name.
 *
 * @throws {DiagnosticError} where the list cannot be read
 */
export async function pathsOfFlags(
  { paths, filesFrom, null: nul }: PathFlags,
  { cwd, stdin }: Pick<Surroundings, 'cwd' | 'stdin'>,
): Promise<readonly string[]> {
  if (filesFrom === undefined) return paths;
  const listed = await readPathList(filesFrom === '-' ? filesFrom : resolve(cwd, filesFrom), { nul, input: stdin });
  return [...paths, ...listed.map((path) => (path === '-' ? './-' : path))];
}
