import { clients } from './clients.ts';
import { type Interpreter, interpreters } from './interpreters.ts';
import type { Program } from './program.ts';
import { servers } from './servers.ts';
import type { Wrapper } from './wrapper.ts';
import { wrappers } from './wrappers.ts';

/** What each table says of a program, the rows for subcommands in front of the row for the rest. */
export interface KnownProgram {
  readonly servers: readonly Program[];
  readonly clients: readonly Program[];
  readonly wrappers: readonly Wrapper[];
  readonly interpreters: readonly Interpreter[];
}

interface Row {
  readonly names: readonly string[];
  readonly subcommands?: readonly string[];
  readonly requires?: readonly string[];
}

const findServers = index(servers);
const findClients = index(clients);
const findWrappers = index(wrappers);
const findInterpreters = index(interpreters);

/**
 * The rows for a program, by the word it is started with: a path, a base name, a main class, a `.jar`.
 *
 * @returns `undefined` for a program that is in no table.
 */
export function findProgram(word: string): KnownProgram | undefined {
  for (const name of programNames(word)) {
    const known = {
      servers: findServers(name),
      clients: findClients(name),
      wrappers: findWrappers(name),
      interpreters: findInterpreters(name),
    };
    if (Object.values(known).some((rows) => rows.length > 0)) return known;
  }
  return undefined;
}

/** What is left out of a word, one after the other, to come to the name that a table has. */
const ADDITIONS: readonly RegExp[] = [
  /^.*[/\\]/,
  /\.(?:exe|cmd|bat|ps1)$/i,
  /[-_](?:linux|darwin|windows)[-_](?:amd64|arm64|386|x86_64|armv7)$/,
  /[-_]?v?\d+(?:\.\d+)*(?:[-.](?:SNAPSHOT|RELEASE|Final|alpha|beta|rc)[.\d]*)?(?=(?:-[a-z-]+)?\.[jw]ar$|$)/,
  /-(?:all|shaded|standalone|uber|jar-with-dependencies)(?=\.jar$)/,
];

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
  }
  return names;
}

function index<T extends Row>(rows: readonly T[]): (name: string) => readonly T[] {
  const byName = new Map<string, T[]>();
  const bySuffix: { suffix: string; row: T }[] = [];
  for (const row of [...rows].sort((a, b) => specificity(b) - specificity(a))) {
    for (const name of row.names) {
      if (name.startsWith('*')) bySuffix.push({ suffix: name.slice(1), row });
      else byName.set(name, [...(byName.get(name) ?? []), row]);
    }
  }
  return (name) => byName.get(name) ?? bySuffix.filter(({ suffix }) => name.endsWith(suffix)).map(({ row }) => row);
}

function specificity(row: Row): number {
  return (row.subcommands === undefined ? 0 : 2) + (row.requires === undefined ? 0 : 1);
}
