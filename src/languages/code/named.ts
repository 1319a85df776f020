import { type NameMeaning, readName, subjectOf, wordsOf } from '../../knowledge/names.ts';
import type { Certainty, Finding } from '../../occurrence.ts';
import type { Expression } from './expression.ts';
import { addressAt, hostAt, otherAt, portAt } from './places.ts';
import type { Reading } from './texts.ts';

/** Where a value stands that has a name. */
export interface NamedPlace {
  readonly certainty: Certainty;
  /** The host that the port belongs to, where the code names one beside it. */
  readonly host?: string | undefined;
  /** What the name is of: `HTTPConnection()`. */
  readonly what?: string | undefined;
  /** Names that do not say here what they usually say. */
  readonly others?: readonly string[] | undefined;
  /** The value is the default of an environment variable. */
  readonly default?: boolean | undefined;
}

const OTHER: NameMeaning = { says: 'other' };

/** What a name says of its value: `port=8095`, `timeout: 8095`, the default of `SERVICE_PORT`. */
export function valueNamed(name: string, value: Expression, named: NamedPlace, reading: Reading): Finding[] {
  const meaning = named.others?.includes(name) === true ? OTHER : readName(name);
  if (meaning === undefined) return [];
  const reason = `${named.default === true ? 'default' : 'value'} of ${name}${named.what === undefined ? '' : ` in ${named.what}`}`;
  const place = { certainty: named.certainty, reason, host: named.host };
  switch (meaning.says) {
    case 'port':
      return portAt(value, place, reading).map((finding) => ofSubject(finding, name, named.host));
    case 'address':
      return addressAt(value, place, reading);
    case 'host':
      return hostAt(value, place, reading);
    case 'foreign':
      return otherAt(value, `${reason}, which is that of ${meaning.service}`, reading).map((finding) =>
        finding.kind === 'other' ? { ...finding, guessed: true } : finding,
      );
    case 'other':
      return otherAt(value, reason, reading);
    case 'options':
      return [];
  }
}

/** `ORDERS_PORT` may be another service's, unless a host says whose it is. */
function ofSubject(finding: Finding, name: string, host: string | undefined): Finding {
  return finding.kind === 'other' || host !== undefined ? finding : { ...finding, called: subjectOf(name) };
}

const HOST_WORDS = new Set([
  'host',
  'hostname',
  'ip',
  'addr',
  'address',
  'server',
  'bind',
  'listen',
  'interface',
  'url',
]);

/** Whether a value of this name is a host for the port beside it. */
export function namesHost(name: string): boolean {
  return HOST_WORDS.has(wordsOf(name).at(-1) ?? '');
}

/** Whether a value of this name is a port. */
export function namesPort(name: string): boolean {
  return readName(name)?.says === 'port';
}
