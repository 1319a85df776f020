import { dirname, relative, resolve, sep } from 'node:path';
import { foldersOf } from '../mapping/folders.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { isRemoteContext, type RebuildService } from '../report/rebuild.ts';
import type { PlannedFile } from '../run/run.ts';

export interface RebuildFolders {
  /** What the paths in the results are relative to. */
  readonly cwd: string;
  /** `--root`, which the build contexts of the mapping are relative to; the mapping's own folder without it. */
  readonly root?: string | undefined;
}

/**
 * What is to be built again: the services with a Dockerfile that changed, in the order of the
 * mapping. Paths are relative to the current directory.
 */
export function rebuildOfRun(
  changed: readonly PlannedFile[],
  mapping: Mapping,
  { cwd, root }: RebuildFolders,
): RebuildService[] {
  const { base } = foldersOf(mapping, cwd, root);
  const fromHere = (path: string): string => relative(cwd, path).split(sep).join('/') || '.';
  return mapping.services.flatMap(({ name, image, platforms, context, push }): RebuildService[] => {
    const own = changed.filter(({ services }) => services.includes(name));
    if (own.length === 0) return [];
    const folder = context === undefined || isRemoteContext(context) ? context : fromHere(resolve(base, context));
    return [
      { name, dockerfiles: own.map(({ absolute }) => fromHere(absolute)), image, platforms, context: folder, push },
    ];
  });
}

/** The way from the folder of a script that is to be written to the current directory, for `rebuildScript`. */
export function scriptFolder(script: string, cwd: string): string {
  return (
    relative(dirname(resolve(cwd, script)), cwd)
      .split(sep)
      .join('/') || '.'
  );
}
