import { type NameMeaning, namesAnotherService, readName, subjectOf } from '../knowledge/names.ts';
import type { Certainty, Finding } from '../occurrence.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { findAddresses, isOwnHost, type Place, readAddress, readPort } from './address.ts';
import { readConnectionString, readListedPorts } from './connection-string.ts';
import { OPAQUE, splitExpansions } from './expansion.ts';

const LISTENS = /(?:bind|listen|listener)(?:ing|s)?(?:[_.-]?addr(?:ess)?)?$/i;

/** How a value that a name is given is read. */
export interface NamedValue {
  readonly name: string;
  readonly value: MappedText;
  /** What the name is, for people: `variable`, `option`, `property`. */
  readonly what: string;
  readonly certainty?: Certainty;
  /** The host that a sibling names: the value of `DB_HOST` for `DB_PORT`. */
  readonly host?: string | undefined;
  /** Reads a value that is a piece of a command line. */
  readonly options?: ((value: MappedText) => Finding[]) | undefined;
}

/**
 * The ports in a value, by what its name says: `SERVICE_PORT=8095`, `--http-port 8095`,
 * `-Dserver.port=8095`, `"listen": ":8095"`.
 */
export function findInNamedValue(named: NamedValue): Finding[] {
  const { name, value } = named;
  const licence = /^\d+(?=@[\w.-]+$)/.exec(value.text);
  if (licence !== null) {
    const host = value.text.slice(licence[0].length + 1);
    return readPort(value.slice(0, licence[0].length), { certainty: 'exact', reason: `PORT@HOST in ${name}`, host });
  }
  const meaning = readName(named.name);
  const found = byMeaning(named, meaning);
  if (found.length > 0 || meaning?.says === 'other') return found;
  if (named.options !== undefined && /^["']?[-+]\w|^["']?--\w|\s(?:--?|\+)\w/.test(value.text))
    return named.options(value);
  const listed = readListedPorts(value, {
    certainty: 'probable',
    reason: `port= in the ${named.what} ${name}`,
    host: named.host,
  });
  if (listed.length > 0) return elsewhere(name, listed);
  return elsewhere(name, findAddresses(value, { reason: `address in the ${named.what} ${name}` }));
}

/** Variables whose value goes to a place that is surely no port. */
export function otherUses(value: MappedText, reason: string): Finding[] {
  return splitExpansions(value).flatMap((part): Finding[] =>
    part.kind === 'expansion' ? [{ kind: 'variable', name: part.name, as: 'other', at: part.at, reason }] : [],
  );
}

/** What a name such as `--upstream` gives the address of is not this container, unless it is loopback. */
function elsewhere(name: string, findings: Finding[]): Finding[] {
  if (!namesAnotherService(name)) return findings;
  return findings.map((finding) =>
    finding.kind === 'port' && finding.host !== undefined ? { ...finding, elsewhere: true } : finding,
  );
}

function byMeaning(named: NamedValue, meaning: NameMeaning | undefined): Finding[] {
  const { name, value, what } = named;
  if (meaning === undefined) return [];
  const place = {
    certainty: named.certainty ?? 'probable',
    reason: `the ${what} ${name}`,
    host: named.host,
  } as const;
  switch (meaning.says) {
    case 'port':
      return portOrAddress(named, { ...place, reason: `${place.reason} says port` }).map((finding) =>
        besideHost(finding, named.host),
      );
    case 'address': {
      const found = readAddress(value, { ...place, reason: `${place.reason} says address` });
      // Whatever host a program listens on is one of this container's.
      return LISTENS.test(name) ? found.map((finding) => ({ ...finding, host: undefined })) : found;
    }
    case 'foreign': {
      const host = named.host ?? meaning.service;
      const foreign = { ...place, host, reason: `${place.reason} names the service ${meaning.service}` };
      const found = meaning.value === 'port' ? portOrAddress(named, foreign) : readAddress(value, foreign);
      if (named.host === undefined) return found.map((finding) => guessed(finding, meaning.service, what));
      return isArgument(what) ? elsewhere(name, found) : found;
    }
    case 'options':
      return readConnectionString(value, place) ?? named.options?.(value) ?? [];
    case 'other': {
      const found = findAddresses(value, { reason: `address in the ${what} ${name}` });
      const reason = `the ${what} ${name} is not a port of this container`;
      const uses = otherUses(value, reason);
      if (found.length > 0 || !/\d/.test(value.text)) return [...found, ...uses];
      return [...uses, { kind: 'other', at: value, reason }];
    }
    default:
      return [];
  }
}

/** An option such as `--db-port` of a program names another service; a variable may be the container's own. */
function guessed(finding: Finding, service: string, what: string): Finding {
  if (finding.kind === 'other' || finding.host !== service) return finding;
  if (finding.kind === 'variable') return { ...finding, guessedHost: true };
  return { ...finding, guessedHost: true, elsewhere: isArgument(what) };
}

function isArgument(what: string): boolean {
  return what === 'option' || what === 'property';
}

/** `8095`, but also `tcp://0.0.0.0:8095` and `0.0.0.0:8095`, which some programs call a port. */
function portOrAddress({ name, value, host }: NamedValue, place: Place): Finding[] {
  const found = readPort(value, place);
  if (found.length === 0) return readAddress(value, place);
  const called = host !== undefined && isOwnHost(host) ? undefined : subjectOf(name);
  return called === undefined
    ? found
    : found.map((finding) =>
        finding.kind === 'other' || finding.host !== place.host ? finding : { ...finding, called },
      );
}

/** Marks a port whose host is the one that stands beside it. */
export function besideHost(finding: Finding, host: string | undefined): Finding {
  return finding.kind === 'port' && finding.host !== undefined && finding.host === host
    ? { ...finding, hostBeside: true }
    : finding;
}

/** The name of the host that goes with a port: `DB_HOST` for `DB_PORT`, `http.host` for `http.port`. */
export function hostNamesFor(portName: string): string[] {
  const stem = /^(.*?)(?:port|PORT|Port)s?(?:[_.-]?(?:number|NUMBER|Number))?$/.exec(portName)?.[1];
  // VIRTUAL_HOST and an advertised host are names of the container itself: https://github.com/nginx-proxy/nginx-proxy
  if (stem === undefined || stem === '' || stem === 'VIRTUAL_' || /advertise/i.test(stem)) return [];
  const lower = /[a-z]/.test(portName);
  const names = ['HOST', 'HOSTNAME', 'ADDR', 'ADDRESS', 'IP', 'SERVER'].map(
    (word) =>
      stem + (lower ? (/[a-z]$/.test(stem) ? word.charAt(0) + word.slice(1).toLowerCase() : word.toLowerCase()) : word),
  );
  const bare = stem.replace(/[_.-]$/, '');
  return bare === '' ? names : [...names, bare];
}

/**
 * The host that a sibling such as `DB_HOST` gives: `localhost` for this container, `OPAQUE` where it
 * is left empty for whoever runs the container, undefined where the value is no host.
 */
export function siblingHost(value: string): string | undefined {
  const host = value
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/[:/].*$/, '');
  if (host === '' || /^(?:none|null|undefined|unset|nil|changeme)$/i.test(host)) return OPAQUE;
  if (/^(?:true|false|yes|no|on|off|\d+)$/i.test(host)) return undefined;
  if (isOwnHost(host)) return 'localhost';
  return /^[\w.-]+$|^\$/.test(host) ? host : undefined;
}
