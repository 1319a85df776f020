import { readName } from '../knowledge/names.ts';
import type { Program } from '../knowledge/program.ts';
import type { Finding, PortFinding } from '../occurrence.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { findAddresses, isOwnHost, type Place, readAddress, readPort, unquote } from './address.ts';
import { splitExpansions } from './expansion.ts';
import { findInNamedValue, readListedPort } from './named.ts';

/** What is known around a command. */
export interface ArgumentsPlace {
  /** The ports that EXPOSE declares in the file: a bare number among them is probably that port. */
  readonly exposed: ReadonlySet<number>;
  /** `run` while the image is built, `start` as the container's program, `check` as its health check. */
  readonly kind: 'run' | 'start' | 'check';
}

interface Reading {
  readonly program: string;
  readonly row: Program | undefined;
  readonly place: ArgumentsPlace;
  /** The host that a flag such as `-h db` names, if it is not this container. */
  readonly host: string | undefined;
  readonly options: (value: MappedText) => Finding[];
}

/**
 * The ports that the arguments of a program state.
 *
 * A row of the tables says what its flags and operands are (`exact`); for any other flag its name
 * decides (`probable`): `--http-port 80`, `--bind :80`, `-p 80`, `-Dserver.port=80`.
 *
 * @param program the base name it was started by
 * @param rows the rows of that name
 */
export function findInArguments(
  program: string,
  args: readonly MappedText[],
  rows: readonly Program[],
  place: ArgumentsPlace,
): Finding[] {
  const split = args.flatMap(splitJoined);
  const { row, rest } = chooseRow(rows, split);
  const reading: Reading = {
    program,
    row,
    place,
    host: hostOf(row, rest),
    options: (value) =>
      findInArguments(
        '',
        value.split(/\s+/g).filter((word) => word.length > 0),
        [],
        place,
      ),
  };
  const found = readAll(reading, rest);
  return [...found, ...implicitPort(reading, args, found)];
}

/** `"-p 8008"` given as one argument is meant as two. */
function splitJoined(arg: MappedText): MappedText[] {
  if (!/^--?[\w-]+\s+\S/.test(arg.text) || /['"]/.test(arg.text)) return [arg];
  return arg.trim().split(/\s+/g);
}

/** The row whose subcommand is among the first operands, else the one without subcommands. */
function chooseRow(
  rows: readonly Program[],
  args: readonly MappedText[],
): { row: Program | undefined; rest: readonly MappedText[] } {
  for (const row of rows) {
    if (row.subcommands === undefined) continue;
    const at = args.findIndex((arg) => row.subcommands?.includes(arg.text));
    const before = args.slice(0, at);
    if (at !== -1 && before.filter((arg) => !arg.text.startsWith('-')).length <= 1) {
      return { row, rest: [...before, ...args.slice(at + 1)] };
    }
  }
  return { row: rows.find((row) => row.subcommands === undefined), rest: args };
}

function hostOf(row: Program | undefined, args: readonly MappedText[]): string | undefined {
  if (row?.hosts === undefined) return undefined;
  for (const [i, arg] of args.entries()) {
    const flag = matchFlag(row.hosts, arg);
    const value = flag?.value ?? (flag === undefined ? undefined : args[i + 1]);
    if (value !== undefined) return isOwnHost(unquote(value).text) ? undefined : unquote(value).text;
  }
  return undefined;
}

function readAll(reading: Reading, args: readonly MappedText[]): Finding[] {
  const found: Finding[] = [];
  let operands = 0;
  let host = reading.host;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (arg === undefined) continue;
    if (/^(?:-.|\+[A-Za-z_]+$)/.test(arg.text)) {
      const read = readFlag(reading, arg, args[i + 1]);
      found.push(...read.findings);
      if (read.tookNext) i++;
      continue;
    }
    const operand = readOperand(reading, arg, operands++, host);
    found.push(...operand.findings);
    host = operand.host;
  }
  return found;
}

export interface FlagMatch {
  readonly flag: string;
  /** Undefined when the value is the next argument. */
  readonly value: MappedText | undefined;
}

/** `--port=80`, `--port`, `-p80`, `-p=80` and `-p` for the flags `--port` and `-p`. */
export function matchFlag(flags: readonly string[] | undefined, arg: MappedText): FlagMatch | undefined {
  for (const flag of flags ?? []) {
    if (isLastOfCluster(flag, arg)) return { flag, value: undefined };
    if (!arg.text.startsWith(flag)) continue;
    if (arg.length === flag.length) return { flag, value: undefined };
    const next = arg.text.charAt(flag.length);
    if (next === '=') return { flag, value: arg.slice(flag.length + 1) };
    const attachable = /^-[A-Za-z]$/.test(flag) && !/^-[A-Za-z]{2,}[=-]/.test(arg.text);
    if (attachable && /^(?:[\d:[*$.'"]|[A-Za-z][\w.-]*:\S)/.test(arg.text.slice(flag.length))) {
      return { flag, value: arg.slice(flag.length) };
    }
  }
  return undefined;
}

/** `-zw` ends with the flag `-w`, whose value is the next argument. */
function isLastOfCluster(flag: string, arg: MappedText): boolean {
  return flag.length === 2 && arg.length === 3 && /^-[A-Za-z]{2}$/.test(arg.text) && arg.text[2] === flag[1];
}

function readFlag(
  reading: Reading,
  arg: MappedText,
  next: MappedText | undefined,
): { findings: Finding[]; tookNext: boolean } {
  const { row, program } = reading;
  const known = (flags: readonly string[] | undefined, read: (value: MappedText, place: Place) => Finding[]) => {
    const match = matchFlag(flags, arg);
    if (match === undefined) return undefined;
    const value = match.value ?? next;
    const place: Place = { certainty: 'exact', reason: `${match.flag} of ${program}`, host: reading.host };
    return { findings: value === undefined ? [] : read(value, place), tookNext: match.value === undefined };
  };
  return (
    known(row?.ports, readPort) ??
    known(row?.addresses, readAddress) ??
    known(row?.hosts, findAddresses) ??
    known(row?.others, (value, { reason }) => notAPort(value, `${reason} is not a port of this container`)) ??
    readUnknownFlag(reading, arg, next)
  );
}

/** A flag that no row knows: its name decides. */
function readUnknownFlag(
  reading: Reading,
  arg: MappedText,
  next: MappedText | undefined,
): { findings: Finding[]; tookNext: boolean } {
  const debug = /^-(?:agentlib:jdwp=|Xrunjdwp:)/.exec(arg.text);
  if (debug !== null) return { findings: readDebugAgent(arg.slice(debug[0].length)), tookNext: false };
  const agent = /^-javaagent:[^=]*jmx_prometheus[^=]*=/.exec(arg.text);
  if (agent !== null) {
    const config = arg.text.lastIndexOf(':');
    const value = arg.slice(agent[0].length, Math.max(config, agent[0].length));
    return {
      findings: readAddress(value, { certainty: 'exact', reason: 'port of the JMX exporter' }),
      tookNext: false,
    };
  }
  const property = /^-D['"]?([^=]+)=/.exec(arg.text);
  if (property !== null) {
    const value = arg.slice(property[0].length);
    return { findings: findInNamedValue({ name: property[1] ?? '', value, what: 'property' }), tookNext: false };
  }
  const inline = /^(--?)([A-Za-z][^=\s]*)=/.exec(arg.text);
  if (inline !== null) {
    const value = arg.slice(inline[0].length);
    return { findings: readGenericFlag(reading, inline[2] ?? '', value), tookNext: false };
  }
  const attached = /^-([pP])(\d{2,5})$/.exec(arg.text);
  if (attached !== null && reading.row === undefined) {
    return { findings: readGenericFlag(reading, attached[1] ?? '', arg.slice(2)), tookNext: false };
  }
  const name = /^(?:--?|\+)([A-Za-z][\w.-]*)$/.exec(arg.text)?.[1];
  if (name === undefined || next === undefined || next.text.startsWith('-')) {
    return { findings: findAddresses(arg), tookNext: false };
  }
  const findings = readGenericFlag(reading, name, next);
  return { findings, tookNext: findings.length > 0 };
}

const LISTENING_LETTERS = new Set(['p', 'P', 'l', 'b', 'a', 'L', 'B']);

function readGenericFlag(reading: Reading, name: string, value: MappedText): Finding[] {
  if (name.length > 1) {
    const host = reading.host;
    const found = findInNamedValue({ name, value, what: 'option', host, options: reading.options });
    return found.length > 0 || !isExposed(value, reading.place)
      ? found
      : exposedNumber(reading, value, `option ${name}`);
  }
  const bare = /^\s*\d+\s*$/.test(value.text);
  const exposed = isExposed(value, reading.place);
  const reason = `-${name} of ${reading.program === '' ? 'a command line' : reading.program}`;
  if (bare && (name === 'p' || name === 'P' || exposed) && (reading.row === undefined || exposed)) {
    return readPort(value, { certainty: 'probable', reason, host: reading.host });
  }
  const found = bare ? [] : readListedPort(value, reason);
  if (found.length > 0) return found;
  if (!bare && LISTENING_LETTERS.has(name)) return readAddress(value, { certainty: 'probable', reason });
  return findAddresses(value);
}

/** A bare number that EXPOSE declares as well. */
function isExposed(value: MappedText, { exposed }: ArgumentsPlace): boolean {
  return /^\d+$/.test(value.text) && exposed.has(Number(value.text));
}

/** Such a number is that port, where nothing says otherwise and the program is not one that is known. */
function exposedNumber({ row, place, host }: Reading, value: MappedText, what: string): Finding[] {
  const certainty = row === undefined && place.kind !== 'run' ? 'probable' : 'possible';
  return readPort(value, { certainty, reason: `${what} that equals an exposed port`, host });
}

/** `transport=dt_socket,server=y,suspend=n,address=*:5005` */
function readDebugAgent(options: MappedText): Finding[] {
  const match = /(?:^|,)address=([^,]*)/.exec(options.text);
  if (match === null) return [];
  const start = match.index + match[0].length - (match[1]?.length ?? 0);
  const value = options.slice(start, match.index + match[0].length);
  return readAddress(value, { certainty: 'exact', reason: 'address of the Java debugger' });
}

function readOperand(
  reading: Reading,
  arg: MappedText,
  index: number,
  host: string | undefined,
): { findings: Finding[]; host: string | undefined } {
  const { row, program, place } = reading;
  const kind = row?.operands?.[Math.min(index, row.operands.length - 1)];
  const reason = program === '' ? 'an argument' : `argument of ${program}`;
  switch (kind) {
    case 'port':
      return { findings: readPort(arg, { certainty: 'exact', reason, host }), host };
    case 'address': {
      const known: Place = { certainty: 'exact', reason, host, defaultPort: row?.defaultPort };
      return { findings: readAddress(arg, known), host };
    }
    case 'host': {
      const found = findAddresses(arg, { certainty: 'exact', reason });
      return { findings: found, host: isOwnHost(unquote(arg).text) ? undefined : unquote(arg).text };
    }
    case 'other':
      return { findings: notAPort(arg, `${reason} that is not a port`), host };
    default:
      break;
  }
  const assignment = /^["']?([A-Za-z_][\w.:-]*)=/.exec(arg.text);
  if (assignment !== null) {
    const value = arg.slice(assignment[0].length);
    const named = { name: assignment[1] ?? '', value, what: 'argument', options: reading.options };
    return { findings: findInNamedValue(named), host };
  }
  const addresses = findAddresses(arg);
  if (addresses.length > 0) return { findings: addresses, host };
  const [only, ...more] = splitExpansions(arg);
  if (only?.kind === 'expansion' && more.length === 0 && readName(only.name)?.says === 'port') {
    return { findings: readPort(arg, { certainty: 'probable', reason, host }), host };
  }
  if (isExposed(arg, place)) return { findings: exposedNumber({ ...reading, host }, arg, reason), host };
  if (/\s/.test(arg.text) && /(?:^|\s)-/.test(arg.text) && row === undefined)
    return { findings: reading.options(arg), host };
  return { findings: [], host };
}

/** A client without a port argument uses its default, and misses a server that moved. */
function implicitPort(reading: Reading, args: readonly MappedText[], found: readonly Finding[]): PortFinding[] {
  const { row, program, host } = reading;
  const [first] = args;
  const place = first?.slice(0, 0);
  if (row?.defaultPort === undefined || row.portArgument === undefined || place === undefined) return [];
  // A client that runs while the image is built talks to the server as it is configured then.
  if (reading.place.kind === 'run' || args.some((arg) => /socket|\.sock\b/.test(arg.text))) return [];
  if (host !== undefined || found.some((finding) => finding.kind !== 'other')) return [];
  return [
    {
      kind: 'port',
      at: place,
      port: row.defaultPort,
      certainty: 'probable',
      reason: `${program} connects to ${row.defaultPort} unless an argument says otherwise`,
      implicit: { how: 'argument', hint: row.portArgument },
    },
  ];
}

/** Addresses within a value that is not a port itself still count: `-H 'Host: localhost:80'`. */
function notAPort(value: MappedText, reason: string): Finding[] {
  const found = findAddresses(value);
  if (found.length > 0) return found;
  const uses = splitExpansions(value).flatMap((part): Finding[] =>
    part.kind === 'expansion' ? [{ kind: 'variable', name: part.name, as: 'other', at: part.at, reason }] : [],
  );
  return /\d/.test(value.text) ? [...uses, { kind: 'other', at: value, reason }] : uses;
}
