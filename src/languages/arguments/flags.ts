import { readName } from '../../knowledge/names.ts';
import type { MappedText } from '../../text/mapped-text.ts';

interface Entry<Kind> {
  readonly flag: string;
  readonly kind: Kind;
  /** The value must be joined to the flag: `--inspect=`. */
  readonly joined: boolean;
}

/** The flags of one program, indexed so that an argument is looked up once however many flags there are. */
export interface FlagTable<Kind> {
  readonly exact: ReadonlyMap<string, Entry<Kind>>;
  readonly patterns: readonly { readonly expression: RegExp; readonly entry: Entry<Kind> }[];
  /** Whether several letters may stand behind one dash: not where `-port` is one flag. */
  readonly clusters: boolean;
}

/** A flag that an argument gives. */
export interface FlagMatch<Kind> {
  readonly flag: string;
  readonly kind: Kind;
  /** The value, where it is joined to the flag. */
  readonly value: MappedText | undefined;
  /** Whether the next argument is the value. */
  readonly takesNext: boolean;
}

/**
 * Indexes lists of flags, as they are written in the tables of `src/knowledge`: with their dashes,
 * with `=` at the end where the value must be joined, with `*` for a name between dots.
 */
export function flagTable<Kind extends string>(
  lists: Readonly<Partial<Record<Kind, readonly string[] | undefined>>>,
): FlagTable<Kind> {
  const exact = new Map<string, Entry<Kind>>();
  const patterns: { expression: RegExp; entry: Entry<Kind> }[] = [];
  for (const kind in lists) {
    for (const written of lists[kind] ?? []) {
      const flag = written.replace(/=$/, '');
      const entry = { flag, kind, joined: flag !== written };
      if (flag.includes('*')) patterns.push({ expression: patternOf(flag), entry });
      else if (!exact.has(flag)) exact.set(flag, entry);
    }
  }
  const clusters = ![...exact.keys()].some((flag) => /^-[A-Za-z]{2}/.test(flag));
  return { exact, patterns, clusters };
}

/** `--entrypoints.*.address` is any name between the dots. */
export function patternOf(name: string): RegExp {
  const parts = name.split('*').map((part) => part.replace(/[.\\+?^$()[\]{}|-]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('[^.=]+')}$`, 'i');
}

/** The flag that an argument gives: `--port=80`, `--port`, `-p80`, `-p=80`, `-p`, or `-lp` with `-p` last. */
export function matchFlag<Kind extends string>(table: FlagTable<Kind>, arg: MappedText): FlagMatch<Kind> | undefined {
  const { text } = arg;
  const equals = text.indexOf('=');
  const head = equals === -1 ? text : text.slice(0, equals);
  const entry = table.exact.get(head) ?? table.patterns.find(({ expression }) => expression.test(head))?.entry;
  if (entry === undefined) return matchSign(table, arg) ?? matchLetters(table, arg);
  if (equals === -1) return matched(entry, undefined);
  return matched(entry, arg.slice(equals + 1));
}

/** Whether an argument gives a flag, alone, with a value, or as one letter of a cluster. */
export function hasFlag(table: FlagTable<string>, flag: string, arg: MappedText): boolean {
  const { text } = arg;
  if (text === flag || text.startsWith(`${flag}=`)) return true;
  if (!/^-[A-Za-z]$/.test(flag) || !/^-[A-Za-z]/.test(text)) return false;
  for (const letter of lettersOf(table, text)) {
    if (letter === flag.charAt(1)) return true;
    if (table.exact.get(`-${letter}`)?.joined === false) return false;
  }
  return false;
}

const LONGEST_CLUSTER = 5;

/** The letters behind a dash that may each be a flag; only the first one where they are rather a name. */
function lettersOf(table: FlagTable<string>, text: string): string {
  const letters = /^-([A-Za-z]*)/.exec(text)?.[1] ?? '';
  const isCluster = table.clusters && letters.length <= LONGEST_CLUSTER && readName(letters) === undefined;
  return isCluster ? letters : letters.slice(0, 1);
}

/** `@ns`, where `@` is the flag. */
function matchSign<Kind>(table: FlagTable<Kind>, arg: MappedText): FlagMatch<Kind> | undefined {
  const entry = /^[^\w-]/.test(arg.text) ? table.exact.get(arg.text.charAt(0)) : undefined;
  return entry === undefined ? undefined : matched(entry, arg.slice(1));
}

function matchLetters<Kind extends string>(table: FlagTable<Kind>, arg: MappedText): FlagMatch<Kind> | undefined {
  const { text } = arg;
  if (!/^-[A-Za-z0-9]./.test(text)) return undefined;
  const letters = lettersOf(table, text) || text.charAt(1);
  for (let i = 0; i < letters.length; i++) {
    const entry = table.exact.get(`-${letters.charAt(i)}`);
    if (entry === undefined) continue;
    const rest = arg.slice(i + 2);
    if (rest.length === 0) return matched(entry, undefined);
    // Where a value must be joined, one program has a value and another none: letters are flags then.
    if (entry.joined && /^[A-Za-z]+$/.test(rest.text)) continue;
    if (entry.joined || isAttached(entry.kind, rest.text, table)) return matched(entry, rest);
    return undefined;
  }
  return undefined;
}

function matched<Kind>({ flag, kind, joined }: Entry<Kind>, value: MappedText | undefined): FlagMatch<Kind> {
  return { flag, kind, value, takesNext: value === undefined && !joined };
}

/** Whether a text right behind the letter of a flag is its value, rather than the rest of a longer name. */
function isAttached(kind: string, rest: string, { clusters }: FlagTable<string>): boolean {
  if (kind === 'setting') return /^['"]?[A-Za-z_][\w.:-]*[=\s]/.test(rest);
  if (/^[A-Za-z]+[=-]/.test(rest)) return false;
  if (/^(?:[\d:[*$.'"/]|[A-Za-z][\w.-]*:\S)/.test(rest)) return true;
  const isWord = kind === 'host' ? /^[\w.-]+$/ : /^\w+$/;
  return (kind === 'other' || kind === 'host') && clusters && isWord.test(rest) && readName(rest) === undefined;
}
