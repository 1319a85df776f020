import type { Finding } from '../../occurrence.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { findAddresses, type Place, readAddress, readPort } from '../address.ts';

/** `${server.port:8080}`: a property and its default, as Spring, WildFly and Quarkus write them. */
const PLACEHOLDER = /^\$\{\s*([\w.-]+)\s*:\s*([^{}]*)\}$/;
/** `getenv("PORT", 3000)`, `process.env.PORT || 3000`, `ENV.fetch("PORT") { 3000 }`. */
const DEFAULT_OF_EXPRESSION = /(?:\|\||\?\?|\?:|\bor\b|\/\/|,|\{)\s*["']?(\d{1,5})["']?\s*[)}\]]*$/;
/** `inet:8891@localhost`, as mail filters write an address. */
const MILTER = /^(?:inet6?:)?(\d{1,5})@(\S+)$/;
/** `[smtp.example.org]:587`: a name in brackets, which mail servers take for "no MX lookup". */
const BRACKETED_HOST = /^(?:[\w-]+:)?\[([^\]:\s]+)\]:(\d{1,5})$/;
/** `127.0.0.1#8600` and `0.0.0.0@53`, as name servers write an address. */
const NAME_SERVER = /^(?:.*\/)?((?:\d{1,3}(?:\.\d{1,3}){3})|[0-9a-fA-F:]*:[0-9a-fA-F:]*|localhost)[#@](\d{1,5})$/;
/** `443:ssl`, `0.0.0.0:80:ipv4`: a port and its options. */
const PORT_WITH_OPTION = /^(\d{1,5}):[a-z][\w:=-]*$/;
/** `zoo1:2888:3888`, `zoo1:2888:3888:observer`: a host with two ports. */
const TWO_PORTS = /^([A-Za-z_][\w.-]*|\d+(?:\.\d+){3}):(\d{1,5}):(\d{1,5})(?::[a-z]+)?$/;
/** `udp:127.0.0.1:161`, `tls:0.0.0.0:5061`: a transport before an address that has a host. */
const TRANSPORT = /^(?:udp|tcp|sctp|tls|ssl|ws|wss|inet|unix)[46]?:(?=(?:[\w.-]+|\[[^\]]*\]|\*):\d)/i;
/** `1@kafka:9093`: https://kafka.apache.org/documentation/#brokerconfigs_controller.quorum.voters */
const VOTER_ID = /^\d+@(?=[^@:]+:\d+$)/;
const TOKEN = /(?:\$\{[^{}]*\}|"[^"]*"|'[^']*'|[^\s"'])+/g;

/** The values of a directive, which blanks separate; quotes and `${…}` hold them together. */
export function tokensOf(value: MappedText): MappedText[] {
  return [...value.text.matchAll(TOKEN)].map((match) => value.slice(match.index, match.index + match[0].length));
}

/** Without the quotes around the whole text; `"a" b="c"` has none around it. */
function unquote(text: MappedText): MappedText {
  const trimmed = text.trim();
  const quote = trimmed.text.charAt(0);
  const inner = trimmed.slice(1, trimmed.length - 1);
  const quoted = (quote === '"' || quote === "'") && trimmed.length >= 2 && trimmed.text.endsWith(quote);
  return quoted && !inner.text.includes(quote) ? inner : trimmed;
}

/** Without blanks, quotes, brackets of a list and the mark that ends a setting. */
export function bareValue(value: MappedText): MappedText {
  let bare = unquote(value);
  for (;;) {
    const ended = /[\s,;]+$/.exec(bare.text);
    if (ended !== null) bare = bare.slice(0, ended.index);
    const inner = /^(?:\[(.*)\]|\{([^{}$:]*)\}|\((.*)\))$/s.test(bare.text) && !/^\[[0-9A-Fa-f:.]*\]$/.test(bare.text);
    const next = unquote(inner ? bare.slice(1, bare.length - 1) : bare);
    if (next.length === bare.length) return next;
    bare = next;
  }
}

/** The ports of a value that is a port, a list of them, an address, or an expression with a default. */
export function readPortValue(value: MappedText, place: Place): Finding[] {
  const bare = bareValue(value);
  return readPlaceholder(bare, place) ?? readTokens(bare, place) ?? readExpression(bare, place);
}

/** The ports of a value that is an address, a URL, a port, or a list of them. */
export function readAddressValue(value: MappedText, place: Place): Finding[] {
  const bare = bareValue(value);
  return readPlaceholder(bare, place) ?? items(bare).flatMap((item) => readAddressItem(item, place));
}

/** The ports of a value that says what to listen on: the host in it is an interface of this container. */
export function readListenValue(value: MappedText, place: Place): Finding[] {
  return readAddressValue(value, place).map((finding) =>
    finding.kind === 'other' ? finding : { ...finding, host: undefined },
  );
}

/** The addresses anywhere in a value; a bare number is none. */
export function findInValue(value: MappedText, place?: Partial<Place>): Finding[] {
  const special = items(bareValue(value)).flatMap((item) => readSpecialAddress(item, place) ?? []);
  return special.length > 0 ? special : findAddresses(value, place);
}

function items(bare: MappedText): MappedText[] {
  return bare.split(/[,;\s]+/g).map(bareValue);
}

function readAddressItem(item: MappedText, place: Place): Finding[] {
  const special = readSpecialAddress(item, place);
  if (special !== undefined) return special;
  if (/^\d+:\d+$/.test(item.text)) return [];
  const wildcard = /^_(?:default_)?(?=:)/.exec(item.text)?.[0] ?? '';
  return readAddress(item.slice(wildcard.length), place);
}

function readSpecialAddress(item: MappedText, place: Partial<Place> | undefined): Finding[] | undefined {
  const id = VOTER_ID.exec(item.text);
  if (id !== null) return findAddresses(item.slice(id[0].length), place);
  const own: Place = { certainty: 'exact', reason: 'address', ...place };
  const option = PORT_WITH_OPTION.exec(item.text);
  if (option !== null) return readPort(item.slice(0, option[1]?.length), own);
  const milter = MILTER.exec(item.text);
  if (milter !== null) {
    const start = item.text.indexOf(`${milter[1]}@`);
    return readPort(item.slice(start, start + (milter[1]?.length ?? 0)), { ...own, host: milter[2] });
  }
  const transport = TRANSPORT.exec(item.text)?.[0];
  if (transport !== undefined) {
    const protocol = /^(?:udp|tcp)/i.exec(transport)?.[0].toLowerCase();
    const found = readAddress(item.slice(transport.length), own);
    return protocol !== 'udp' && protocol !== 'tcp'
      ? found
      : found.map((finding) => (finding.kind === 'port' ? { ...finding, protocol } : finding));
  }
  const both = TWO_PORTS.exec(item.text);
  if (both !== null) {
    const [, host = '', first = '', second = ''] = both;
    const start = host.length + 1;
    const next = start + first.length + 1;
    return [item.slice(start, start + first.length), item.slice(next, next + second.length)].flatMap((port) =>
      readPort(port, { ...own, host }),
    );
  }
  const match = BRACKETED_HOST.exec(item.text) ?? NAME_SERVER.exec(item.text);
  if (match === null) return undefined;
  return readPort(item.slice(item.length - (match[2]?.length ?? 0)), { ...own, host: match[1] });
}

function readPlaceholder(bare: MappedText, place: Place): Finding[] | undefined {
  const match = PLACEHOLDER.exec(bare.text);
  if (match === null || /^[-=?+]/.test(match[2] ?? '')) return undefined;
  const [, name = '', fallback = ''] = match;
  const end = bare.text.lastIndexOf('}');
  const found = readAddressValue(bare.slice(end - fallback.length, end), place);
  if (!/^[A-Za-z_]\w*$/.test(name)) return found;
  const start = bare.text.indexOf(name);
  const at = bare.slice(start, start + name.length);
  return [{ kind: 'variable', name, as: 'port', at, reason: place.reason }, ...found];
}

/** Undefined when the value is not one or more ports or addresses and nothing else. */
function readTokens(bare: MappedText, place: Place): Finding[] | undefined {
  const all = items(bare);
  if (!all.every((item) => /^(?:[\d$*:[]|[\w.-]+:|tcp|udp)/.test(item.text))) return undefined;
  return all.flatMap((item) =>
    item.text.includes(':') && !item.text.startsWith('$') ? readAddressItem(item, place) : readPort(item, place),
  );
}

function readExpression(bare: MappedText, place: Place): Finding[] {
  const first = tokensOf(bare)[0];
  if (first !== undefined && /^["']?\d/.test(first.text)) return readPort(bareValue(first), place);
  const match = DEFAULT_OF_EXPRESSION.exec(bare.text);
  if (match === null) return findAddresses(bare, place);
  const start = match.index + match[0].lastIndexOf(match[1] ?? '');
  return readPort(bare.slice(start, start + (match[1]?.length ?? 0)), place);
}
