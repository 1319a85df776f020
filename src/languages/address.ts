import type { Certainty, Finding, PortFinding, Protocol } from '../occurrence.ts';
import { type MappedText, MappedTextBuilder } from '../text/mapped-text.ts';
import { type Expansion, type Literal, OPAQUE, splitExpansions } from './expansion.ts';

/** What the place a text stands in says about the ports in it. */
export interface Place {
  readonly certainty: Certainty;
  /** Why it is a port, for people. */
  readonly reason: string;
  /** The port that an address without one means there: 80 for `curl localhost/health`. */
  readonly defaultPort?: number | undefined;
  /** The host that bare ports belong to, where another argument names one. */
  readonly host?: string | undefined;
}

/** @see https://www.iana.org/assignments/uri-schemes/uri-schemes.xhtml */
export const DEFAULT_PORTS: Readonly<Record<string, number>> = {
  http: 80,
  ws: 80,
  https: 443,
  wss: 443,
  ftp: 21,
  ldap: 389,
  ldaps: 636,
  redis: 6379,
  postgres: 5432,
  postgresql: 5432,
  mysql: 3306,
  mongodb: 27017,
  amqp: 5672,
};

const EXPANSION = String.raw`\$(?:\{(?:[^{}]|\{[^{}]*\})*\}|[A-Za-z_]\w*)`;
const HOST = String.raw`(?:\[[0-9A-Fa-f:.%*]*\]|(?:[A-Za-z0-9_.*+%~-]|${EXPANSION}|${OPAQUE})*)`;
const PORT = `(?:[0-9]|${EXPANSION}|${OPAQUE})+(?![0-9])`;
const END_OF_PORT = String.raw`(?![\w.-]*[A-Za-z_]|\.\d)`;

const URL_TEXT = new RegExp(
  String.raw`(?<![A-Za-z0-9+.-])(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?:[^\s/@'"<>,;|()]*@)?(?<host>${HOST})(?::(?<port>${PORT}))?(?<more>(?:,${HOST}:${PORT})*)(?<tail>[/?#][^\s'"<>|()\`,;]*)?`,
  'g',
);
/** `user@db:5432`, `user:password@db:5432`, `//db:5432/name`, `thin:@db:1521`: what may stand in front of a host. */
const USER = String.raw`(?:(?<=(?:^|[\s'"=,;(])(?:[\w.%+~-]+(?::[^\s@/'"]*)?@|(?:[\w:-]+:@)?//)|[a-z]:@)(?=[A-Za-z0-9[$]))`;
const HOST_AND_PORT = new RegExp(
  String.raw`(?:(?<![\w.*+:@$}\]/\\-])|${USER}|(?<=\b(?:tcp|udp)[46]?(?:-connect|-sendto)?:))(?<host>${HOST}):(?<port>${PORT})${END_OF_PORT}`,
  'gi',
);
const LISTED_HOST = new RegExp(`(?<host>${HOST}):(?<port>${PORT})`, 'g');

/** The other end of a range, behind a port: `db:8000-8010`. */
const RANGE_END = /-\d{1,5}(?![\w.:-])/y;

/** A variable right behind a port that holds the path: `http://localhost:8080${CONTEXT_PATH}`. */
const SAYS_PATH = /(?:path|context|uri|prefix|route|endpoint|location|query)/i;

/** No host, but a key that says port: `httpport:8080`. */
const KEY = /^[\w-]*(?<!sup|trans|im|ex|re)ports?$/i;

/** Only a wildcard or loopback address means this container itself, whatever the mapping says. */
const OWN_HOST =
  /^(?:localhost(?:\.localdomain)?|127(?:\.\d{1,3}){1,3}|0+(?:\.0\.0\.0)?|\[?::1?\]?|\[?(?:0*:)+0*1?\]?|\[?::ffff:(?:127\.\d+\.\d+\.\d+|0\.0\.0\.0)\]?|\*|\+|ip6-localhost)?$/i;
const OWN_HOST_VARIABLE = /^\$\{?HOSTNAME\}?$/;
const NAME_OF_A_PROTOCOL =
  /^(?:(?:tcp|udp|sctp|tls|ssl|openssl)[46]?(?:-listen|-l|-recv|-recvfrom)?|https?|grpc|wss?|inet6?)$/i;

/** Whether a host as written in an address is the container itself: loopback, wildcard, `$HOSTNAME` or empty. */
export function isOwnHost(host: string): boolean {
  return OWN_HOST.test(host) || OWN_HOST_VARIABLE.test(host);
}

/**
 * The ports of all URLs and `host:port` addresses anywhere in a text.
 *
 * A host other than the container itself stands on the finding; it is for the planner to say
 * whose it is. Digits in the path or the query of a URL are reported as `other`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-3.2
 */
export function findAddresses(text: MappedText, place?: Partial<Place>): Finding[] {
  if (!text.text.includes(':')) return [];
  const findings: Finding[] = [];
  const urls: { start: number; end: number }[] = [];
  for (const match of text.text.matchAll(URL_TEXT)) {
    urls.push({ start: match.index, end: match.index + match[0].length });
    findings.push(...readUrl(text, match, place));
  }
  for (const match of text.text.matchAll(HOST_AND_PORT)) {
    if (urls.some((url) => match.index >= url.start && match.index < url.end)) continue;
    const host = match.groups?.['host'] ?? '';
    if (/^(?:0*|[1-9]\d*|0\d*[1-9]\d*)$/.test(host) && (!/^0*$/.test(host) || !isAloneBefore(text.text, match.index)))
      continue;
    if (/^0+$/.test(host) && !/^\d{3,}$/.test(match.groups?.['port'] ?? '')) continue;
    findings.push(...readHostAndPort(text, match, { certainty: 'exact', reason: 'address', ...place }));
  }
  return findings;
}

/**
 * The ports of a text that is an address to listen on or to connect to: a URL, `host:port`,
 * `:port`, a bare port, or a list of them with `,`, `;` or blanks between.
 */
export function readAddress(text: MappedText, place: Place): Finding[] {
  return unquote(text)
    .split(/[,;\s]+/g)
    .flatMap((item) => readOneAddress(unquote(item), place));
}

/** Digits, `8095/tcp`, ranges `8000-8010`, variables and their defaults, or a list of them. */
export function readPort(text: MappedText, place: Place): Finding[] {
  return unquote(text)
    .split(/[,;\s]+/g)
    .flatMap((item) => readOnePort(withoutInnerQuotes(unquote(item)), place));
}

function readOneAddress(text: MappedText, place: Place): Finding[] {
  if (text.length === 0) return [];
  if (/^\d+(?:-\d+)?(?:\/\w+)?$/.test(text.text)) return readOnePort(text, place);
  if (/^[1-9]\d*:\d+$/.test(text.text)) return readOnePort(text, place);
  const found = findAddresses(text, place);
  if (found.length > 0) return found;
  const parts = splitExpansions(text);
  if (parts.length > 0 && parts.every((part) => part.kind === 'expansion' || /^\d+$/.test(part.at.text))) {
    return readOnePort(text, place);
  }
  const match = new RegExp(`^(?<host>${HOST}):(?<port>${PORT})(?=$|/)`).exec(text.text);
  if (match !== null) return readHostAndPort(text, match, place);
  return implicitPort(text, place);
}

/** `localhost/health` where the place has a default port. */
function implicitPort(text: MappedText, place: Place): Finding[] {
  if (place.defaultPort === undefined) return [];
  const host = /^[^/?#]*/.exec(text.text)?.[0] ?? '';
  if (host === '' || !isOwnHost(host)) return [];
  return [implicit(text, host.length, place.defaultPort, host, place)];
}

function readOnePort(text: MappedText, place: Place): Finding[] {
  if (text.length === 0) return [];
  const digits = /^(\d{1,5})(?:([-:])(\d{1,5}))?(?:\/(tcp|udp|sctp))?$/i.exec(text.text);
  if (digits !== null) return readDigits(text, digits, place);
  const parts = splitExpansions(text);
  const [only, second] = parts;
  if (only === undefined || !parts.some((part) => part.kind === 'expansion')) return [];
  const protocolOnly = second?.kind === 'literal' && /^\/(?:tcp|udp|sctp)?$/i.test(second.at.text);
  if (only.kind === 'expansion' && (second === undefined || (parts.length <= 3 && protocolOnly))) {
    const findings: Finding[] = [
      { kind: 'variable', name: only.name, as: 'port', at: only.at, reason: place.reason, host: foreign(place.host) },
    ];
    if (only.fallback !== undefined) findings.push(...readOneAddress(unquote(only.fallback), place));
    return findings;
  }
  if (!parts.some((part) => part.kind === 'literal' && /\d/.test(part.at.text)) && /^[^-]*-[^-]*$/.test(text.text)) {
    return text.split(/-/g).flatMap((end) => readOnePort(end, place));
  }
  if (parts.length > 1 && parts.slice(1).every(startsPath)) return readOnePort(only.at, place);
  return parts.flatMap((part): Finding[] =>
    part.kind === 'expansion'
      ? [
          {
            kind: 'variable',
            name: part.name,
            as: 'composed',
            at: text,
            reason: `part of a port in ${place.reason}`,
          },
        ]
      : [],
  );
}

function readDigits(text: MappedText, match: RegExpExecArray, place: Place): Finding[] {
  const [, first = '', separator, last, protocol] = match;
  const finding = (at: MappedText): PortFinding => ({
    kind: 'port',
    at,
    port: Number(at.text),
    certainty: place.certainty,
    reason: place.reason,
    host: foreign(place.host),
    protocol: asProtocol(protocol),
  });
  if (first.startsWith('0') || last?.startsWith('0')) return [];
  if (last === undefined) return isPort(Number(first)) ? [finding(text.slice(0, first.length))] : [];
  const numbers = { first: Number(first), last: Number(last) };
  if (separator === ':' && !isPassiveRange(numbers)) return [];
  if (!isPort(numbers.first) || !isPort(numbers.last) || numbers.first >= numbers.last) return [];
  const whole = text.slice(0, first.length + 1 + last.length);
  return [
    {
      ...finding(text.slice(0, first.length)),
      range: { ...numbers, at: whole, end: 'first', splittable: false },
    },
    {
      ...finding(text.slice(first.length + 1, whole.length)),
      range: { ...numbers, at: whole, end: 'last', splittable: false },
    },
  ];
}

/** A variable behind a port that holds the path: by its name, or by a default that starts with no digit. */
function startsPath(part: Expansion | Literal): boolean {
  if (part.kind === 'literal') return false;
  return SAYS_PATH.test(part.name) || (part.fallback !== undefined && /^[^\d$]/.test(part.fallback.text));
}

/** `30000:30099`, as FTP servers write their passive ports; `8080:80` is no range. */
function isPassiveRange({ first, last }: { first: number; last: number }): boolean {
  return first >= 1024 && last - first <= 10_000;
}

function readUrl(text: MappedText, match: RegExpExecArray, place: Partial<Place> | undefined): Finding[] {
  const { scheme = '', host = '', port, more = '', tail = '' } = match.groups ?? {};
  const findings: Finding[] = [];
  const end = match.index + match[0].length;
  const moreStart = end - tail.length - more.length;
  const userinfo = text.text.slice(match.index + scheme.length + 3).indexOf('@') + 1;
  if (userinfo > 0 && match[0].includes('@')) {
    const start = match.index + scheme.length + 3;
    findings.push({ kind: 'other', at: text.slice(start, start + userinfo), reason: 'user and password of a URL' });
  }
  const own = { certainty: certaintyOf(host, place), reason: place?.reason ?? `${scheme} URL`, host };
  if (port !== undefined) {
    const at = withRangeEnd(text, moreStart - port.length, moreStart);
    findings.push(...withProtocol(readOnePort(at, own), scheme));
  } else {
    const standard = DEFAULT_PORTS[scheme.toLowerCase()];
    if (standard !== undefined && host !== '' && (isOwnHost(host) || /^[\w-]+$/.test(host))) {
      findings.push(implicit(text, moreStart, standard, host, own));
    }
  }
  for (const listed of more.matchAll(LISTED_HOST)) {
    const start = moreStart + listed.index;
    findings.push(...readHostAndPort(text.slice(start), { index: 0, groups: listed.groups }, own));
  }
  if (tail !== '') findings.push(...readTail(text.slice(end - tail.length, end), place));
  return findings;
}

/** The path and query of a URL: addresses within it count, other digits do not. */
function readTail(tail: MappedText, place: Partial<Place> | undefined): Finding[] {
  const inner = findAddresses(tail.slice(1), place);
  if (inner.length > 0 || !/\d/.test(tail.text)) return inner;
  return [{ kind: 'other', at: tail, reason: 'in the path of a URL' }];
}

function readHostAndPort(
  text: MappedText,
  match: { index: number; groups?: Record<string, string> | undefined },
  place: Place,
): Finding[] {
  const { host = '', port = '' } = match.groups ?? {};
  const start = match.index + host.length + 1;
  const protocol = NAME_OF_A_PROTOCOL.test(host) ? host : undefined;
  const owner = protocol === undefined && !KEY.test(host) ? host : '';
  const own = { certainty: certaintyOf(owner, place), reason: place.reason, host: owner };
  return withProtocol(readOnePort(withRangeEnd(text, start, start + port.length), own), protocol ?? '');
}

/** A port, with the other end where it is one of a range. */
function withRangeEnd(text: MappedText, start: number, end: number): MappedText {
  RANGE_END.lastIndex = end;
  const rest = RANGE_END.exec(text.text)?.[0] ?? '';
  const isRange = Number(rest.slice(1)) > Number(text.text.slice(start, end));
  return text.slice(start, isRange ? end + rest.length : end);
}

function implicit(text: MappedText, index: number, port: number, host: string, place: Place): PortFinding {
  return {
    kind: 'port',
    at: text.slice(index, index),
    port,
    certainty: place.certainty,
    reason: `${place.reason} without a port, which means ${port}`,
    host: foreign(host),
    implicit: { how: 'insert' },
  };
}

/** The place's own certainty where it gives one; `$HOSTNAME` is a convention, not a grammar. */
function certaintyOf(host: string, place: Partial<Place> | undefined): Certainty {
  if (OWN_HOST_VARIABLE.test(host)) return 'probable';
  return place?.certainty ?? 'exact';
}

function withProtocol(findings: Finding[], scheme: string): Finding[] {
  const protocol = asProtocol(/^(?:tcp|udp|sctp)/i.exec(scheme)?.[0]);
  if (protocol === undefined) return findings;
  return findings.map((finding) =>
    finding.kind === 'port' ? { ...finding, protocol: finding.protocol ?? protocol } : finding,
  );
}

function foreign(host: string | undefined): string | undefined {
  return host === undefined || isOwnHost(host) ? undefined : host;
}

function asProtocol(text: string | undefined): Protocol | undefined {
  const protocol = text?.toLowerCase();
  return protocol === 'tcp' || protocol === 'udp' || protocol === 'sctp' ? protocol : undefined;
}

function isPort(value: number): boolean {
  return value >= 1 && value <= 65535;
}

/** Whether `:8095` starts a word there, so that the empty host is meant. */
function isAloneBefore(text: string, index: number): boolean {
  // A quote behind a word closes it: `{"port":8095}` has no address.
  return index === 0 || /(?:^|[^\w])['"]$|[\s=,;(<>|[{`]$/.test(text.slice(Math.max(0, index - 2), index));
}

/** `'8095'/tcp` */
function withoutInnerQuotes(text: MappedText): MappedText {
  const match = /^(['"])(\d+)\1(\/\w+)$/.exec(text.text);
  if (match === null) return text;
  const digits = match[2]?.length ?? 0;
  return new MappedTextBuilder()
    .copy(text, 1, 1 + digits)
    .copy(text, 2 + digits)
    .build('port', text);
}

/** Without the quotes around the whole text. */
export function unquote(text: MappedText): MappedText {
  const trimmed = text.trim();
  const quote = trimmed.text.charAt(0);
  const quoted = trimmed.length >= 2 && (quote === '"' || quote === "'") && trimmed.text.endsWith(quote);
  return quoted ? trimmed.slice(1, trimmed.length - 1) : trimmed;
}
