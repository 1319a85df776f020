import { readName } from '../../knowledge/names.ts';
import type { Operand } from '../../knowledge/program.ts';
import type { Finding } from '../../occurrence.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { findAddresses, readAddress, readPort } from '../address.ts';
import { readListedPorts } from '../connection-string.ts';
import { besideHost, findInNamedValue } from '../named.ts';
import { exposedNumber, isExposed, type Reading } from './reading.ts';
import { readJson } from './values.ts';

interface Read {
  readonly findings: readonly Finding[];
  readonly tookNext: boolean;
}

/** Reads a flag that no row knows: its name decides what its value is, and whether it has one. */
export function readUnknownFlag(reading: Reading, arg: MappedText, next: MappedText | undefined): Read {
  const joined = readJoined(reading, arg);
  if (joined !== undefined) return { findings: joined, tookNext: false };
  const name = /^(?:--?|\+)([A-Za-z][\w.-]*)$/.exec(arg.text)?.[1];
  if (name === undefined || next === undefined || next.text.startsWith('-') || !mayTakeValue(reading, name)) {
    return { findings: findAddresses(arg), tookNext: false };
  }
  const findings = readByName(reading, name, next);
  return { findings, tookNext: findings.length > 0 };
}

/** A flag with its value in the same argument. */
function readJoined(reading: Reading, arg: MappedText): Finding[] | undefined {
  const debug = /^-(?:agentlib:jdwp=|Xrunjdwp:)/.exec(arg.text);
  if (debug !== null) return readDebugAgent(arg.slice(debug[0].length));
  const agent = /^-javaagent:[^=]*jmx_prometheus[^=]*=/.exec(arg.text);
  if (agent !== null) {
    const end = Math.max(arg.text.lastIndexOf(':'), agent[0].length);
    return readAddress(arg.slice(agent[0].length, end), { certainty: 'exact', reason: 'port of the JMX exporter' });
  }
  const property = /^-D['"]?([^=]+)=/.exec(arg.text);
  if (property !== null) {
    const value = arg.slice(property[0].length);
    const [, name = ''] = property;
    const { hostBeside, options } = reading;
    return findInNamedValue({ name, value, what: 'property', host: hostBeside(name), options });
  }
  const inline = /^(--?)([A-Za-z][^=\s]*)=/.exec(arg.text);
  if (inline !== null) return readByName(reading, inline[2] ?? '', arg.slice(inline[0].length));
  const attached = /^-([pP])(\d{2,5})$/.exec(arg.text);
  if (attached !== null && reading.row === undefined) return readByName(reading, attached[1] ?? '', arg.slice(2));
  return undefined;
}

const PORT_OPERANDS: ReadonlySet<Operand> = new Set(['port', 'address', 'listen', 'peer', 'host']);

/**
 * Where the operands of a program are ports, what follows a flag that says nothing is one of them
 * rather than its value: `http.server --cgi 80`.
 */
function mayTakeValue({ row }: Reading, name: string): boolean {
  return row?.operands?.some((kind) => PORT_OPERANDS.has(kind)) !== true || readName(name) !== undefined;
}

const LISTENING_LETTERS = new Set(['p', 'P', 'l', 'b', 'a', 'L', 'B']);

function readByName(reading: Reading, name: string, value: MappedText): Finding[] {
  const json = readJson(value, reading.place.exposed);
  if (json !== undefined) return json;
  return name.length > 1 ? readLongFlag(reading, name, value) : readLetter(reading, name, value);
}

function readLongFlag(reading: Reading, name: string, value: MappedText): Finding[] {
  const { options } = reading;
  const host = reading.host ?? reading.hostBeside(name);
  const found = findInNamedValue({ name, value, what: 'option', host, options });
  return found.length > 0 || !isExposed(value, reading.place) ? found : exposedNumber(reading, value, `option ${name}`);
}

function readLetter(reading: Reading, letter: string, value: MappedText): Finding[] {
  const bare = /^\s*\d+\s*$/.test(value.text);
  const exposed = isExposed(value, reading.place);
  const reason = `-${letter} of ${reading.program === '' ? 'a command line' : reading.program}`;
  if (bare && (letter === 'p' || letter === 'P' || exposed) && (reading.row === undefined || exposed)) {
    const host = reading.host ?? reading.hostBeside(letter);
    return readPort(value, { certainty: 'probable', reason, host }).map((finding) => besideHost(finding, host));
  }
  const found = bare ? [] : readListedPorts(value, { certainty: 'probable', reason: `port= in ${reason}` });
  if (found.length > 0) return found;
  if (!bare && LISTENING_LETTERS.has(letter)) return readAddress(value, { certainty: 'probable', reason });
  return findAddresses(value);
}

/** `transport=dt_socket,server=y,suspend=n,address=*:5005` */
function readDebugAgent(options: MappedText): Finding[] {
  const match = /(?:^|,)address=([^,]*)/.exec(options.text);
  if (match === null) return [];
  const start = match.index + match[0].length - (match[1]?.length ?? 0);
  const value = options.slice(start, match.index + match[0].length);
  return readAddress(value, { certainty: 'exact', reason: 'address of the Java debugger' });
}
