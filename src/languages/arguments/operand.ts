import { readName } from '../../knowledge/names.ts';
import type { Finding } from '../../occurrence.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { findAddresses, type Place, readAddress, readPort, unquote } from '../address.ts';
import { findConnectionString, readConnectionString } from '../connection-string.ts';
import { splitExpansions } from '../expansion.ts';
import { findInNamedValue } from '../named.ts';
import { readSetting } from './flag.ts';
import { exposedNumber, isExposed, type Reading } from './reading.ts';
import { foreignHost } from './row.ts';
import { notAPort, readJson, readListening, readPeer } from './values.ts';

/** What was read of an operand, and the host that it names for the operands behind it. */
export interface ReadOperand {
  readonly findings: readonly Finding[];
  readonly host: string | undefined;
}

/** Reads an argument that is no flag, by its position where the row says what stands there. */
export function readOperand(reading: Reading, arg: MappedText, index: number, host: string | undefined): ReadOperand {
  const { row, program } = reading;
  const kind = row?.operands?.[Math.min(index, row.operands.length - 1)];
  const reason = program === '' ? 'an argument' : `argument of ${program}`;
  const place: Place = { certainty: 'exact', reason, host, defaultPort: row?.defaultPort };
  switch (kind) {
    case 'port':
      return { findings: readPort(arg, place), host };
    case 'address':
      return { findings: readConnectionString(arg, place) ?? readAddress(arg, place), host };
    case 'listen':
      return { findings: readListening(arg, { certainty: 'exact', reason }), host };
    case 'peer':
      return { findings: readPeer(arg, { certainty: 'exact', reason }), host };
    case 'host':
      return { findings: findAddresses(arg, { certainty: 'exact', reason }), host: foreignHost(unquote(arg).text) };
    case 'other':
      if (reading.listens && row?.operands?.length === 1) break;
      // `gosu USER:GROUP CMD` is no address.
      if (row?.operands?.includes('command') === true) return { findings: digits(arg, reason), host };
      return { findings: notAPort(arg, `${reason} that is not a port`), host };
    default:
      break;
  }
  const found = readUnplaced(reading, arg, host, reason);
  if (found.length > 0 || kind !== 'other') return { findings: found, host };
  return { findings: notAPort(arg, `${reason} that is not a port`), host };
}

function digits(at: MappedText, reason: string): Finding[] {
  return /\d/.test(at.text) ? [{ kind: 'other', at, reason: `${reason} that is not a port` }] : [];
}

/** An operand of which only its text can tell what it is. */
function readUnplaced(reading: Reading, arg: MappedText, host: string | undefined, reason: string): readonly Finding[] {
  const { row, place } = reading;
  const json = readJson(arg, place.exposed);
  if (json !== undefined) return json;
  const connection = findConnectionString(arg, { certainty: 'probable', reason: `port= in ${reason}` });
  if (connection.length > 0) return connection;
  const assignment = /^["']?([A-Za-z_][\w.:-]*)=/.exec(arg.text);
  if (assignment !== null) return readAssignment(reading, arg, assignment, reason);
  const addresses = findAddresses(arg);
  if (addresses.length > 0) return addresses;
  const [only, ...more] = splitExpansions(arg);
  if (only?.kind === 'expansion' && more.length === 0 && readName(only.name)?.says === 'port') {
    return readPort(arg, { certainty: 'probable', reason, host });
  }
  if (isExposed(arg, place)) return exposedNumber({ ...reading, host }, arg, reason);
  return row === undefined && /\s/.test(arg.text) && /(?:^|\s)-/.test(arg.text) ? reading.options(arg) : [];
}

function readAssignment(reading: Reading, arg: MappedText, match: RegExpExecArray, reason: string): Finding[] {
  const { row, options, hostBeside } = reading;
  if (row?.settings !== undefined) return readSetting(reading, row.settings, arg, { certainty: 'exact', reason });
  const value = arg.slice(match[0].length);
  const name = match[1] ?? '';
  return findInNamedValue({ name, value, what: 'argument', host: hostBeside(name), options });
}
