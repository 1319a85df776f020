import { remember } from '../remember.ts';

interface Row {
  readonly names: readonly string[];
  readonly subcommands?: readonly string[];
  readonly requires?: readonly string[];
}

/** What is left out of a word, one after the other, to come to the name that a table has. */
const ADDITIONS: readonly RegExp[] = [
  /^.*[/\\]/,
  /\.(?:exe|cmd|bat|ps1)$/i,
  /[-_](?:linux|darwin|windows)[-_](?:amd64|arm64|386|x86_64|armv7)$/,
  /[-_]?v?\d+(?:\.\d+)*(?:[-.](?:SNAPSHOT|RELEASE|Final|alpha|beta|rc)[.\d]*)?(?=(?:-[a-z-]+)?\.[jw]ar$|$)/,
  /-(?:all|shaded|standalone|uber|jar-with-dependencies)(?=\.jar$)/,
];

/** No file system has longer names of files, and the search for a version would take the square of the length. */
const LONGEST_NAME = 255;

/**
 * The names a program may stand in a table under: its base name first, then without `.exe`, then
 * without a version (`python3.12`, `php-fpm8.2`, `wiremock-standalone-2.1.jar`) or platform.
 */
export function programNames(word: string): readonly string[] {
  const names: string[] = [];
  let name = word;
  for (const addition of ADDITIONS) {
    name = name.replace(addition, '');
    if (name !== '' && !names.includes(name)) names.push(name);
    if (name.length > LONGEST_NAME) break;
  }
  return names;
}

/**
 * Looks programs up in a table, by the word they are started with.
 *
 * @param rows rows whose names are base names; one that starts with `*` is for all names that end so
 * @returns for a word the rows of its program, those for a subcommand or on a condition first
 */
export function byProgram<T extends Row>(rows: readonly T[]): (word: string) => readonly T[] {
  const byName = new Map<string, T[]>();
  const bySuffix: { suffix: string; row: T }[] = [];
  for (const row of rows.toSorted((a, b) => specificity(b) - specificity(a))) {
    for (const name of row.names) {
      if (name.startsWith('*')) bySuffix.push({ suffix: name.slice(1), row });
      else byName.set(name, [...(byName.get(name) ?? []), row]);
    }
  }
  return remember((word) => {
    const names = programNames(word);
    for (const name of names) {
      const known = byName.get(name);
      if (known !== undefined) return known;
    }
    return bySuffix.filter(({ suffix }) => names.some((name) => name.endsWith(suffix))).map(({ row }) => row);
  });
}

function specificity(row: Row): number {
  return (row.subcommands === undefined ? 0 : 2) + (row.requires === undefined ? 0 : 1);
}
