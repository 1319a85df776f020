import type { Program } from '../../knowledge/program.ts';
import { MappedText } from '../../text/mapped-text.ts';
import { isOwnHost, unquote } from '../address.ts';
import { type FlagTable, flagTable, hasFlag, matchFlag } from './flags.ts';
import type { FlagKind } from './reading.ts';

const NO_FLAGS = flagTable<FlagKind>({});
const tables = new WeakMap<Conditional, FlagTable<FlagKind>>();

/** The flags of a row. They are indexed once for each row. */
export function flagsOf(row: Conditional | undefined): FlagTable<FlagKind> {
  if (row === undefined) return NO_FLAGS;
  let table = tables.get(row);
  if (table === undefined) {
    table = flagTable<FlagKind>({
      port: row.ports,
      address: row.addresses,
      peer: row.peers,
      setting: row.settings?.flags,
      configuration: row.configuration,
      'tunnel-here': row.tunnels?.here,
      'tunnel-there': row.tunnels?.there,
      host: row.hosts,
      other: row.others,
    });
    tables.set(row, table);
  }
  return table;
}

/** A row that may hold only for a subcommand or with a flag. */
type Conditional = Partial<Program>;

export interface ChosenRow<T> {
  readonly row: T | undefined;
  /** The arguments without the subcommand that the row is for. */
  readonly rest: readonly MappedText[];
}

/**
 * The row that holds for a command line: its subcommand is among the first operands, and a flag
 * that it requires is given. `rows` have those on a condition first, as `byProgram` gives them.
 *
 * @param position `first` where the subcommand must be the first operand (which only the value of a
 *   flag may precede), `early` where one operand may stand in front of it
 */
export function chooseRow<T extends Conditional>(
  rows: readonly T[],
  args: readonly MappedText[],
  position: 'first' | 'early' = 'early',
): ChosenRow<T> {
  for (const row of rows) {
    const rest = row.subcommands === undefined ? args : withoutSubcommand(row, row.subcommands, args, position);
    if (rest !== undefined && holds(row, rest)) return { row, rest };
  }
  return { row: undefined, rest: args };
}

function withoutSubcommand(
  row: Conditional,
  subcommands: readonly string[],
  args: readonly MappedText[],
  position: 'first' | 'early',
): readonly MappedText[] | undefined {
  const flags = flagsOf(row);
  let left = 1;
  let mayBeValue = false;
  let isValue = false;
  for (const [i, arg] of args.entries()) {
    const { text } = arg;
    if (subcommands.includes(text)) return [...args.slice(0, i), ...args.slice(i + 1)];
    const isFlag = text.startsWith('-');
    if (!isFlag && !isValue && (left-- === 0 || (position === 'first' && !mayBeValue))) return undefined;
    mayBeValue = isFlag && !text.includes('=');
    isValue = isFlag && matchFlag(flags, arg)?.takesNext === true;
  }
  return undefined;
}

function holds(row: Conditional, args: readonly MappedText[]): boolean {
  const { requires } = row;
  if (requires === undefined) return true;
  const flags = flagsOf(row);
  return args.some((arg) => requires.some((flag) => hasFlag(flags, flag, arg)));
}

/** The host that a flag or the first operand names; undefined where none is named, or this container is. */
export function hostOf(row: Program | undefined, args: readonly MappedText[]): string | undefined {
  if (row === undefined) return undefined;
  const at = row.operands?.indexOf('host') ?? -1;
  if (at !== -1) return foreignHost(unquote(operandAt(row, args, at) ?? MappedText.of('')).text);
  if (row.hosts === undefined) return undefined;
  const flags = flagsOf(row);
  for (const [i, arg] of args.entries()) {
    const match = matchFlag(flags, arg);
    if (match?.kind !== 'host') continue;
    const value = match.value ?? args[i + 1];
    if (value !== undefined) return foreignHost(unquote(value).text);
  }
  return undefined;
}

/** A host as it is written, with or without a port, unless that is this container. */
export function foreignHost(written: string): string | undefined {
  const host = /^(?:[A-Za-z][\w+.-]*:\/\/)?(?:[^@/]*@)?(\[[^\]]*\]|[^:[\]]*)(?::[^:]*)?$/.exec(written)?.[1] ?? written;
  return isOwnHost(host) ? undefined : host;
}

/** An operand by its position: what is no flag of the row, and no value of one. */
export function operandAt(
  row: Program | undefined,
  args: readonly MappedText[],
  position: number,
): MappedText | undefined {
  const flags = flagsOf(row);
  let left = position;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (arg === undefined) return undefined;
    if (!/^-./.test(arg.text) && left-- === 0) return arg;
    if (matchFlag(flags, arg)?.takesNext === true) i++;
  }
  return undefined;
}
