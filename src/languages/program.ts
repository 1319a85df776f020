import { clients } from '../knowledge/clients.ts';
import type { Program } from '../knowledge/program.ts';
import { servers } from '../knowledge/servers.ts';
import { type Interpreter, interpreters, passesItsArgumentsOn, type Wrapper, wrappers } from '../knowledge/wrappers.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { matchFlag } from './arguments.ts';

const programRows = byName<Program>([...servers, ...clients]);
const wrapperRows = byName<Wrapper>(wrappers);
const interpreterRows = byName<Interpreter>(interpreters);

function byName<T extends { readonly names: readonly string[] }>(rows: readonly T[]): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const row of rows) {
    for (const name of row.names) {
      const known = map.get(name);
      if (known === undefined) map.set(name, [row]);
      else known.push(row);
    }
  }
  return map;
}

/** The rows of a table for a base name, or for that name without its version: `python3.12` is `python`. */
function rowsFor<T>(map: ReadonlyMap<string, T[]>, name: string): readonly T[] {
  return map.get(name) ?? map.get(name.replace(/-?\d[\d.]*$/, '')) ?? [];
}

/** The name a program is known by: without directory, `.exe`. */
export function baseName(word: string): string {
  return word.replace(/^.*[/\\]/, '').replace(/\.exe$/i, '');
}

/** The servers and clients of a base name. */
export function rowsOf(name: string): readonly Program[] {
  return rowsFor(programRows, name);
}

/** What a command line starts in the end, and what else it says. */
export interface Unwrapped {
  /** The wrapper's own arguments. */
  readonly own: readonly MappedText[];
  /** The program inside and its arguments. */
  readonly inner: readonly MappedText[] | undefined;
  /** Command lines given as one text, for a shell. */
  readonly scripts: readonly MappedText[];
  readonly row: Wrapper | undefined;
}

/** Takes one wrapper such as `gosu`, `env` or `timeout` off a command line; undefined when there is none. */
export function unwrap(words: readonly MappedText[]): Unwrapped | undefined {
  const [program, ...args] = words;
  if (program === undefined) return undefined;
  const name = baseName(program.text);
  const row = rowsFor(wrapperRows, name).find((candidate) => hasSubcommand(candidate, args));
  if (row !== undefined) return unwrapRow(row, args);
  const [first] = args;
  const passesOn = passesItsArgumentsOn(name) && first !== undefined && !first.text.startsWith('-') && !isNumber(first);
  return passesOn ? { own: [], inner: args, scripts: [], row: undefined } : undefined;
}

/** A number is no program. */
function isNumber(arg: MappedText): boolean {
  return /^\d+$/.test(arg.text);
}

function hasSubcommand(row: Wrapper | Interpreter, args: readonly MappedText[]): boolean {
  if (row.subcommands === undefined) return true;
  const first = args.find((arg) => !arg.text.startsWith('-'));
  return first !== undefined && row.subcommands.includes(first.text);
}

function unwrapRow(row: Wrapper, all: readonly MappedText[]): Unwrapped {
  const args = row.subcommands === undefined ? all : withoutFirstOperand(all);
  const separator = args.findIndex((arg) => arg.text === '--');
  if (row.separator === 'command') {
    if (separator === -1) return { own: args, inner: undefined, scripts: [], row };
    return { own: args.slice(0, separator), inner: args.slice(separator + 1), scripts: [], row };
  }
  const own: MappedText[] = [];
  const scripts: MappedText[] = [];
  let operands = 0;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (arg === undefined || arg.text === '--') continue;
    const next = args[i + 1];
    if (arg.text.startsWith('-') && arg.length > 1) {
      const script = matchFlag(row.commandFlags, arg);
      const module = matchFlag(row.moduleFlags, arg);
      const text = (script ?? module)?.value ?? (script || module ? next : undefined);
      const takesNext = (script ?? module ?? valueFlag(row, arg))?.value === undefined && isValueFlag(row, arg);
      if (module !== undefined && text !== undefined) {
        return { own, inner: [text, ...args.slice(i + (takesNext ? 2 : 1))], scripts, row };
      }
      if (script !== undefined && text !== undefined) scripts.push(text);
      else own.push(arg, ...(takesNext && next !== undefined ? [next] : []));
      if (takesNext) i++;
      continue;
    }
    if (row.assignments === true && /^\w+=/.test(arg.text)) {
      own.push(arg);
      continue;
    }
    const kind = row.operands?.[Math.min(operands, row.operands.length - 1)];
    if (kind === 'command' && isNumber(arg)) {
      own.push(arg);
      continue;
    }
    operands++;
    if (row.separator === 'arguments') {
      const inner = separator === -1 ? args.slice(i) : [arg, ...args.slice(separator + 1)];
      return { own, inner, scripts, row };
    }
    if (kind === 'command' || kind === undefined) return { own, inner: args.slice(i), scripts, row };
    own.push(arg);
  }
  return { own, inner: undefined, scripts, row };
}

function withoutFirstOperand(args: readonly MappedText[]): readonly MappedText[] {
  const at = args.findIndex((arg) => !arg.text.startsWith('-'));
  return args.filter((_, i) => i !== at);
}

function valueFlag(row: Wrapper, arg: MappedText): ReturnType<typeof matchFlag> {
  const flags = [row.others, row.ports, row.addresses, row.hosts, row.peers].flatMap((list) => list ?? []);
  return matchFlag(flags, arg);
}

function isValueFlag(row: Wrapper, arg: MappedText): boolean {
  return (matchFlag(row.commandFlags, arg) ?? matchFlag(row.moduleFlags, arg) ?? valueFlag(row, arg)) !== undefined;
}

/** What an interpreter runs. */
export interface Interpreted {
  readonly language: Interpreter['language'];
  readonly code: readonly MappedText[];
  /** A file or module, and its arguments. */
  readonly inner: readonly MappedText[] | undefined;
  /** The interpreter's own flags with an address as value: `--inspect=0.0.0.0:9229`. */
  readonly addresses: readonly { readonly flag: string; readonly value: MappedText }[];
  /** The arguments of code given on the command line. */
  readonly rest: readonly MappedText[];
}

/** Reads the command line of an interpreter; undefined for any other program. */
export function interpret(words: readonly MappedText[]): Interpreted | undefined {
  const [program, ...all] = words;
  if (program === undefined) return undefined;
  const rows = rowsFor(interpreterRows, baseName(program.text));
  const row =
    rows.find((candidate) => candidate.subcommands !== undefined && hasSubcommand(candidate, all)) ??
    rows.find((candidate) => candidate.subcommands === undefined);
  if (row === undefined) return undefined;
  const args = row.subcommands === undefined ? all : withoutFirstOperand(all);
  const code: MappedText[] = [];
  const addresses: { flag: string; value: MappedText }[] = [];
  const { language } = row;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (arg === undefined) continue;
    const next = args[i + 1];
    if (row.subcommands?.includes('eval'))
      return { language, code: [arg], inner: undefined, addresses, rest: args.slice(i + 1) };
    if (row.moduleFlag !== undefined && arg.text === row.moduleFlag && next !== undefined) {
      return { language, code, inner: args.slice(i + 1), addresses, rest: [] };
    }
    const given = codeFlag(row, arg);
    if (given !== undefined) {
      const text = given.value ?? next;
      if (text !== undefined) code.push(text);
      if (given.value === undefined) i++;
      if (language === 'shell' || language === 'python') {
        return { language, code, inner: undefined, addresses, rest: args.slice(i + 1) };
      }
      continue;
    }
    const address = matchFlag(row.addresses, arg);
    if (address !== undefined) {
      const value = address.value ?? next;
      if (value !== undefined) addresses.push({ flag: address.flag, value });
      if (address.value === undefined) i++;
      continue;
    }
    const other = matchFlag(row.valueFlags, arg);
    if (other !== undefined) {
      if (other.value === undefined) i++;
      continue;
    }
    if (arg.text.startsWith('-') || (language === 'cmd' && arg.text.startsWith('/'))) continue;
    if (code.length > 0) return { language, code, inner: undefined, addresses, rest: args.slice(i) };
    return { language, code, inner: args.slice(i), addresses, rest: [] };
  }
  return { language, code, inner: undefined, addresses, rest: [] };
}

/** `-c CODE`, `-cCODE` is not one, `-lc CODE` is. */
function codeFlag(row: Interpreter, arg: MappedText): { value: MappedText | undefined } | undefined {
  for (const flag of row.codeFlags) {
    if (arg.text === flag) return { value: undefined };
    if (flag.startsWith('--') && arg.text.startsWith(`${flag}=`)) return { value: arg.slice(flag.length + 1) };
    const letter = /^-([A-Za-z])$/.exec(flag)?.[1];
    if (letter !== undefined && new RegExp(`^-[A-Za-z0-9.]*${letter}$`).test(arg.text) && clusters(row))
      return { value: undefined };
  }
  return undefined;
}

/** Whether the interpreter takes several letters behind one dash, with the code flag last. */
function clusters(row: Interpreter): boolean {
  return row.language === 'shell' || row.language === 'perl' || row.language === 'ruby';
}
