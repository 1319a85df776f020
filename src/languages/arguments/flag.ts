import type { Settings } from '../../knowledge/program.ts';
import type { Finding } from '../../occurrence.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { findAddresses, type Place, readAddress, readPort } from '../address.ts';
import { readConnectionString } from '../connection-string.ts';
import { findInNamedValue } from '../named.ts';
import { type FlagMatch, matchFlag, patternOf } from './flags.ts';
import type { FlagKind, Reading } from './reading.ts';
import { readUnknownFlag } from './unknown-flag.ts';
import { isVariable, notAPort, readListening, readPeer, readTunnel } from './values.ts';

/** What was read of a flag. */
export interface ReadFlag {
  readonly findings: readonly Finding[];
  /** Whether the argument behind the flag is its value. */
  readonly tookNext: boolean;
  /** Whether it says which port or address the program uses, so that no default counts. */
  readonly stated: boolean;
}

/**
 * Reads a flag and its value.
 *
 * @param far the host that a tunnel of the program goes to
 */
export function readFlag(reading: Reading, arg: MappedText, next: MappedText | undefined, far: () => string): ReadFlag {
  const match = matchFlag(reading.flags, arg);
  if (match === undefined) return { ...readUnknownFlag(reading, arg, next), stated: false };
  const value = match.value ?? (match.takesNext ? next : undefined);
  if (value === undefined) return { findings: [], tookNext: false, stated: false };
  const findings = readKnown(reading, match, value, far);
  const says = match.kind === 'port' || match.kind === 'address' || match.kind === 'peer';
  const stated = says && (findings.some(({ kind }) => kind !== 'other') || isVariable(value));
  return { findings, tookNext: match.takesNext, stated };
}

function readKnown(reading: Reading, match: FlagMatch<FlagKind>, value: MappedText, far: () => string): Finding[] {
  const { program, row, place: around } = reading;
  const place: Place = { certainty: 'exact', reason: `${match.flag} of ${program}`, host: reading.host };
  switch (match.kind) {
    case 'port': {
      const ports = readPort(value, place);
      return ports.length > 0 ? ports : readOwnAddress(reading, value, place);
    }
    case 'address':
      return readOwnAddress(reading, value, place);
    case 'peer':
      return readPeer(value, place);
    case 'setting':
      return row?.settings === undefined ? [] : readSetting(reading, row.settings, value, place);
    case 'configuration':
      return (
        around.readConfiguration?.(value.enter('configuration'), `${program}.conf`) ?? notAPort(value, place.reason)
      );
    case 'tunnel-here':
      return readTunnel(value, place, far(), 'here');
    case 'tunnel-there':
      return readTunnel(value, place, far(), 'there');
    case 'host':
      return findAddresses(value, place);
    default:
      return notAPort(value, `${place.reason} is not a port of this container`);
  }
}

function readOwnAddress({ listens }: Reading, value: MappedText, place: Place): Finding[] {
  return listens ? readListening(value, place) : (readConnectionString(value, place) ?? readAddress(value, place));
}

/** `port=5433`, or `Port 22` as `sshd -o` takes it. */
export function readSetting(reading: Reading, settings: Settings, setting: MappedText, place: Place): Finding[] {
  const named = /^\s*["']?([A-Za-z_][\w.:-]*)\s*[=\s]\s*/.exec(setting.text);
  if (named === null) return notAPort(setting, place.reason);
  const name = named[1] ?? '';
  const value = setting.slice(named[0].length);
  const reason = `${name} in ${place.reason}`;
  const says = (names: readonly string[] | undefined): boolean =>
    names?.some((known) => patternOf(known).test(name)) ?? false;
  if (says(settings.ports)) return readPort(value, { ...place, reason });
  if (says(settings.addresses)) return readListening(value, { ...place, reason });
  if (says(settings.peers)) return readPeer(value, { ...place, reason });
  const found = findInNamedValue({ name, value, what: 'setting', options: reading.options });
  return found.length > 0 ? found : notAPort(value, `${reason} does not say that it is a port`);
}
