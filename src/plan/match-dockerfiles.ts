import { basename } from 'node:path/posix';
import { readDockerfileName, tellingFolders } from '../knowledge/dockerfile-names.ts';
import { groupBy } from '../mapping/group.ts';
import { nearest } from '../mapping/nearest.ts';
import { wordsOfName } from './names.ts';

/** What a service is known by. */
export interface Named {
  readonly name: string;
  /** The image that is built for it, which mostly has its name at the end. */
  readonly image?: string | undefined;
}

/** What was found for a service. */
export type Match =
  | { readonly kind: 'one'; readonly path: string; readonly rank: number }
  | { readonly kind: 'several'; readonly paths: readonly string[]; readonly rank: number }
  /** It joins the names of several services: `orders, billing`. */
  | { readonly kind: 'joined'; readonly paths: readonly string[] }
  /** `nearest` has a name that may be meant. */
  | { readonly kind: 'none'; readonly nearest: string | undefined };

/** Words that say nothing of which service it is. */
const GENERIC = new Set(
  'service services server app application container microservice system the module component'.split(' '),
);
/** What stands between the names of several services. */
const BETWEEN = /[,;/&+|]|\s(?:and|or|plus)\s/iu;

/**
 * Finds the Dockerfile of a service by its name: `TRX Staking` has `Dockerfile.trx-staking`,
 * `trx-staking.Dockerfile` or `services/trx-staking/Dockerfile`. The closest kind of match counts:
 * the whole name before the name without words such as "service", and that before its last words;
 * the name of the file before that of its folder, and that before folders further up.
 *
 * A name such as `orders, billing` that no Dockerfile has as a whole is that of several services, if
 * several Dockerfiles are called like its parts.
 *
 * @param paths of Dockerfiles, with forward slashes
 */
export function matchByName(service: Named, paths: readonly string[]): Match {
  const match = closest(service, paths);
  if (match.kind !== 'none' && match.rank < LAST_WORDS) return match;
  if (match.kind === 'several' || !BETWEEN.test(service.name)) return match;
  const parts = service.name.split(BETWEEN).map((name) => pathsOf(closest({ name }, paths)));
  // `payments / gateway` may be a folder and what is in it.
  const beside = match.kind === 'one' ? parts.filter((found) => !found.includes(match.path)) : parts;
  const found = new Set([...pathsOf(match), ...beside.flat()]);
  if (found.size > 1) return { kind: 'joined', paths: [...found] };
  return match.kind === 'none' ? { kind: 'none', nearest: match.nearest ?? [...found][0] } : match;
}

function pathsOf(match: Match): readonly string[] {
  if (match.kind === 'none') return [];
  return match.kind === 'one' ? [match.path] : match.paths;
}

function closest(service: Named, paths: readonly string[]): Exclude<Match, { kind: 'joined' }> {
  const index = indexOf(paths);
  let best = Number.POSITIVE_INFINITY;
  const found = new Set<string>();
  const take = (closeness: number, names: readonly Indexed[] = []): void => {
    for (const { path, rank } of names) {
      if (closeness + rank > best) continue;
      if (closeness + rank < best) found.clear();
      best = closeness + rank;
      found.add(path);
    }
  };
  for (const alias of aliasesOf(service)) {
    take(EXACT, index.whole.get(alias.join('')));
    const plain = withoutGeneric(alias);
    take(WITHOUT_GENERIC, index.plain.get(plain.join('')));
    if (plain.join('').length >= SHORTEST_TAIL) take(END_OF_LONGER, index.tails.get(plain.join('')));
    for (const tail of tailsOf(plain)) take(LAST_WORDS, index.plain.get(tail));
  }
  const [path, ...others] = found;
  if (path === undefined) return { kind: 'none', nearest: nearestPath(wordsOfName(service.name).join('-'), paths) };
  return others.length === 0 ? { kind: 'one', path, rank: best } : { kind: 'several', paths: [...found], rank: best };
}

const EXACT = 0;
const WITHOUT_GENERIC = 100;
const END_OF_LONGER = 200;
const LAST_WORDS = 300;
/** Fewer letters at the end of a name mean nothing. */
const SHORTEST_TAIL = 3;

interface Indexed {
  readonly path: string;
  readonly rank: number;
}

/** The names of Dockerfiles, without blanks: whole, without generic words, and the ends of those. */
interface Index {
  readonly whole: ReadonlyMap<string, readonly Indexed[]>;
  readonly plain: ReadonlyMap<string, readonly Indexed[]>;
  readonly tails: ReadonlyMap<string, readonly Indexed[]>;
}

const indexes = new WeakMap<readonly string[], Index>();

function indexOf(paths: readonly string[]): Index {
  const known = indexes.get(paths);
  if (known !== undefined) return known;
  const names = paths.flatMap((path) => namesOf(path).map(({ words, rank }) => ({ path, rank, words })));
  const plain = names.map((name) => ({ ...name, words: withoutGeneric(name.words) }));
  const tails = plain.flatMap((name) => tailsOf(name.words).map((tail) => ({ ...name, tail })));
  const index: Index = {
    whole: groupBy(names, ({ words }) => words.join('')),
    plain: groupBy(
      plain.filter(({ words }) => words.length > 0),
      ({ words }) => words.join(''),
    ),
    tails: groupBy(tails, ({ tail }) => tail),
  };
  indexes.set(paths, index);
  return index;
}

/** The ends of a name that are long enough to mean something, as they are without blanks. */
function tailsOf(words: readonly string[]): string[] {
  return words.map((_, i) => words.slice(i).join('')).filter((tail) => tail.length >= SHORTEST_TAIL);
}

/**
 * Finds a Dockerfile by a path of which the beginning may be missing: `Dockerfile.api` or
 * `api/Dockerfile`, or by its folder.
 *
 * @returns the paths that end like this; those that are the path itself before others
 */
export function matchByPath(written: string, paths: readonly string[]): readonly string[] {
  const wanted = written
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .replace(/\/+$/, '');
  for (const tail of [wanted, `${wanted}/Dockerfile`]) {
    if (paths.includes(tail)) return [tail];
    const found = paths.filter((path) => path.endsWith(`/${tail}`));
    if (found.length > 0) return found;
  }
  return [];
}

/** The path whose name is most like that of a path that is not there: its own, else that of its folder. */
export function nearestPath(written: string, paths: readonly string[]): string | undefined {
  const byName = new Map<string, string>();
  for (const path of paths) {
    for (const { words, rank } of namesOf(path)) if (rank <= 2) byName.set(words.join('-'), path);
  }
  const { own } = readDockerfileName(basename(written));
  for (const name of [own, ...tellingFolders(written).slice(0, 1)]) {
    const meant = name === '' ? undefined : nearest(wordsOfName(name).join('-'), byName.keys());
    if (meant !== undefined) return byName.get(meant);
  }
  return undefined;
}

interface PathName {
  readonly words: readonly string[];
  /** How far from the file the name is. */
  readonly rank: number;
}

/** The names that a path gives to what is built: that of the file, or those of its folders. */
function namesOf(path: string): PathName[] {
  const { own, variant } = readDockerfileName(basename(path));
  const late = variant === '' ? 0 : 1;
  if (own !== '') return [{ words: wordsOfName(own), rank: late }];
  return tellingFolders(path).map((folder, depth) => ({ words: wordsOfName(folder), rank: 2 * (depth + 1) + late }));
}

/** The names of a service, the surest first. */
function aliasesOf({ name, image }: Named): readonly (readonly string[])[] {
  const ofImage = image?.replace(/@.*$/, '').split('/').at(-1)?.replace(/:.*$/, '');
  return [wordsOfName(name), ...(ofImage === undefined ? [] : [wordsOfName(ofImage)])].filter(
    ({ length }) => length > 0,
  );
}

function withoutGeneric(words: readonly string[]): string[] {
  return words.filter((word) => !GENERIC.has(word));
}
