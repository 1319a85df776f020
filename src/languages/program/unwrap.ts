import { passesItsArgumentsOn, type Wrapper } from '../../knowledge/wrappers.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { type FlagTable, flagTable, matchFlag } from '../arguments/flags.ts';
import { chooseRow } from '../arguments/row.ts';
import { baseName, isKnownProgram, rowsOf, wrapperRows } from './rows.ts';

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
  const { row, rest } = chooseRow(startingRows(program.text), args, 'first');
  if (row !== undefined)
    return row.subcommands === undefined && servesItself(program.text, args) ? undefined : unwrapRow(row, rest);
  const [first] = args;
  const passesOn =
    passesItsArgumentsOn(baseName(program.text)) &&
    first !== undefined &&
    !first.text.startsWith('-') &&
    !isNumber(first);
  if (passesOn) return { own: [], inner: args, scripts: [], row: undefined };
  return unwrapUnknown(program.text, args);
}

/** Whether the first operand is a subcommand that starts nothing else: `pm2 serve` is a server itself. */
function servesItself(word: string, args: readonly MappedText[]): boolean {
  const rows = rowsOf(word).filter(
    (row) => row.subcommands !== undefined && row.operands?.includes('command') !== true,
  );
  return rows.length > 0 && chooseRow(rows, args, 'first').row !== undefined;
}

/** The rows of a program that say that it starts another one: `timeout 3 CMD`, `tcpserver 0 80 CMD`. */
function startingRows(word: string): readonly Wrapper[] {
  const rows = wrapperRows(word);
  return rows.length > 0 ? rows : rowsOf(word).filter((row) => row.operands?.includes('command') === true);
}

/** `launch --verbose -- uvicorn app`: of a program that no table knows, `--` tells where another one starts. */
function unwrapUnknown(word: string, args: readonly MappedText[]): Unwrapped | undefined {
  const separator = args.findIndex((arg) => arg.text === '--');
  const started = separator === -1 ? undefined : args[separator + 1];
  if (started === undefined || !isKnownProgram(started.text) || isKnownProgram(word)) return undefined;
  return { own: args.slice(0, separator), inner: args.slice(separator + 1), scripts: [], row: undefined };
}

/** A number is no program. */
function isNumber(arg: MappedText): boolean {
  return /^\d+$/.test(arg.text);
}

type WrapperFlag = 'command' | 'module' | 'value';

const tables = new WeakMap<Wrapper, FlagTable<WrapperFlag>>();

function flagsOf(row: Wrapper): FlagTable<WrapperFlag> {
  let table = tables.get(row);
  if (table === undefined) {
    const { others, ports, addresses, hosts, peers, settings } = row;
    table = flagTable<WrapperFlag>({
      command: row.commandFlags,
      module: row.moduleFlags,
      value: [others, ports, addresses, hosts, peers, settings?.flags].flatMap((list) => list ?? []),
    });
    tables.set(row, table);
  }
  return table;
}

function unwrapRow(row: Wrapper, args: readonly MappedText[]): Unwrapped {
  if (row.before !== undefined) return unwrapBehind(row, row.before, args);
  const separator = args.findIndex((arg) => arg.text === '--');
  if (row.separator === 'command') {
    if (separator === -1) return { own: args, inner: undefined, scripts: [], row };
    return { own: args.slice(0, separator), inner: args.slice(separator + 1), scripts: [], row };
  }
  const flags = flagsOf(row);
  const own: MappedText[] = [];
  const scripts: MappedText[] = [];
  let operands = 0;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (arg === undefined || arg.text === '--') continue;
    if (arg.text.startsWith('-') && arg.length > 1) {
      const match = matchFlag(flags, arg);
      const next = match?.takesNext === true ? args[i + 1] : undefined;
      const started = match?.value ?? next;
      if (match?.kind === 'module' && started !== undefined) {
        const behind = args.slice(i + (next === undefined ? 1 : 2));
        return { own, inner: [...wordsIn(started), ...behind], scripts, row };
      }
      if (match?.kind === 'command' && started !== undefined) scripts.push(started);
      else own.push(arg, ...(next === undefined ? [] : [next]));
      if (next !== undefined) i++;
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
      if (separator === -1) return { own, inner: args.slice(i), scripts, row };
      own.push(...args.slice(i + 1, Math.max(separator, i + 1)));
      return { own, inner: [arg, ...args.slice(separator + 1)], scripts, row };
    }
    if (kind === 'command' || kind === undefined) return { own, inner: args.slice(i), scripts, row };
    own.push(arg);
  }
  return { own, inner: undefined, scripts, row };
}

/** `rvm 2.7 do CMD`: the command stands behind a certain word. */
function unwrapBehind(row: Wrapper, before: readonly string[], args: readonly MappedText[]): Unwrapped {
  const at = args.findIndex((arg) => before.includes(arg.text));
  if (at === -1) return { own: args, inner: undefined, scripts: [], row };
  const start = args[at + 1]?.text === '--' ? at + 2 : at + 1;
  return { own: args.slice(0, at), inner: args.slice(start), scripts: [], row };
}

/** `nodemon --exec 'node --inspect'` has the arguments of the inner program behind it all the same. */
function wordsIn(text: MappedText): MappedText[] {
  return text.split(/\s+/g).filter((word) => word.length > 0);
}
