import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { isInside } from '../files/inside.ts';
import { createGlobExpander, parseGlob } from './glob.ts';
import { groupBy } from './group.ts';
import { type DockerfileEntry, errorAt } from './mapping.ts';
import { createPaths, type Paths } from './paths.ts';
import { quote } from './quote.ts';

export interface FinderOptions {
  /** A folder that Dockerfiles may be in, absolute. */
  readonly root: string;
  /** The folder that entries are relative to, absolute. Dockerfiles may be in it, too. */
  readonly base: string;
  /** What paths in messages are relative to, absolute; they are absolute if it is left out. */
  readonly cwd?: string | undefined;
  /** Absolute paths of the Dockerfiles of the run, which need not be on disk. */
  readonly files: readonly string[];
  /** Which of the matches of a glob to take, by absolute path. Files named in full are always taken. */
  readonly accept: (path: string) => boolean;
}

export interface FoundDockerfile {
  /** Absolute, as it is named. */
  readonly path: string;
  /** Absolute, without links. */
  readonly realPath: string;
}

export interface DockerfileFinder {
  readonly paths: Paths;
  /** The Dockerfiles that an entry names, or what is wrong with it. `service` is for the message. */
  find(entry: DockerfileEntry, service: string): readonly FoundDockerfile[] | Diagnostic;
}

/** Finds the Dockerfiles of a mapping's entries: a path where there is such a file, else a glob. */
export function createDockerfileFinder({ root, base, cwd, files, accept }: FinderOptions): DockerfileFinder {
  const paths = createPaths();
  const expand = createGlobExpander(paths);
  const roots = isInside(base, root) ? [root] : isInside(root, base) ? [base] : [root, base];
  const realRoots = roots.map((folder) => paths.real(folder));
  const isAllowed = (path: string): boolean => roots.some((folder) => isInside(path, folder));
  const isReallyAllowed = (path: string): boolean => realRoots.some((folder) => isInside(path, folder));
  const known = new Set(files);
  let filesByName: ReadonlyMap<string, readonly string[]> | undefined;

  function find(entry: DockerfileEntry, service: string): readonly FoundDockerfile[] | Diagnostic {
    const fail = (code: string, problem: string, hint?: string): Diagnostic =>
      errorAt(entry.place, code, `${quote(entry.pattern)} of service ${quote(service)} ${problem}`, hint);
    const outside = (what: string): Diagnostic => {
      const where = roots.length === 1 ? `the root ${shown(roots[0] ?? root)}` : roots.map(shown).join(' and of ');
      return fail('mapping-outside-root', `${what} outside of ${where}`, 'choose the root with --root');
    };
    const missing = (problem: string, path: string): Diagnostic =>
      fail('mapping-no-dockerfile', problem, suggestion(path));

    const path = resolve(base, entry.pattern);
    const glob = parseGlob(entry.pattern, base);
    if (!isAllowed(glob?.folder ?? path)) return outside('is');
    const found = paths.find(path);
    if (found.what === 'file') {
      return isReallyAllowed(found.realPath)
        ? [{ path, realPath: found.realPath }]
        : outside(`leads to ${shown(found.realPath)}`);
    }
    if (known.has(path)) return [{ path, realPath: paths.real(path) }];
    if (found.what === 'forbidden') {
      const hint = 'check the owners and the modes of the folders that it is in';
      return fail('permission-denied', 'cannot be looked at: permission denied', hint);
    }
    if (glob === undefined) return missing(PROBLEMS[found.what], path);

    const matches = expand(glob).filter(accept);
    if (matches.length === 0) return missing('matches no file', path);
    const dockerfiles: FoundDockerfile[] = [];
    for (const match of matches) {
      const target = paths.find(match);
      if (target.what !== 'file') continue;
      if (!isAllowed(match)) return outside(`matches ${shown(match)},`);
      if (!isReallyAllowed(target.realPath)) return outside(`matches ${shown(match)}, which leads`);
      dockerfiles.push({ path: match, realPath: target.realPath });
    }
    return dockerfiles.length === 0 ? missing('matches no file', path) : dockerfiles;
  }

  function suggestion(path: string): string {
    filesByName ??= groupBy(files, (file) => basename(file));
    const inside = paths.find(path).what === 'folder' ? paths.find(join(path, 'Dockerfile')) : undefined;
    const similar = paths.similar(path);
    const candidates = [
      ...(inside?.what === 'file' ? [join(path, 'Dockerfile')] : []),
      ...(similar === undefined ? [] : [join(dirname(path), similar)]),
      ...(filesByName.get(basename(path)) ?? []),
    ];
    const [best] = candidates.filter((candidate) => paths.find(candidate).what === 'file');
    return best === undefined
      ? `Dockerfiles are relative to ${shown(base)}`
      : `did you mean ${quote(relative(base, best))}? Dockerfiles are relative to ${shown(base)}`;
  }

  function shown(path: string): string {
    return cwd === undefined ? path : relative(cwd, path) || '.';
  }

  return { paths, find };
}

const PROBLEMS = {
  nothing: 'is not there',
  folder: 'is a folder',
  'dangling link': 'is a link to nothing',
} as const;
