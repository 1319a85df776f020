import type { Finding } from '../occurrence.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { type Place, readPort, unquote } from './address.ts';

/** `port=8997` and `Data Source=db` in a list that blanks, commas, semicolons or parentheses separate. */
const SETTING =
  /(?:^|[,;\s'"()]|^\s*["']?\w+:)(?<name>port(?:number)?|host(?:[ _]?name|addr)?|(?:network )?addr(?:ess)?|server(?:name)?|data ?source|ip) ?= ?(?<value>[^,;\s'"()]*)(?=$|[,;\s'"()])/gi;
/** `Server=tcp:db,1433;`, as SQL Server takes it. */
const HOST_WITH_PORT =
  /(?:^|[;'"])(?:(?:network )?addr(?:ess)?|server|data ?source) ?= ?(?:tcp:)?(?<host>[\w.-]+), ?(?<port>\d{1,5})(?=$|[;'"])/gi;
/** Settings with semicolons between, perhaps behind `mysql:`, or words that are one each. */
const WHOLE = /^\s*(?:\w+:)?(?:\w+(?: \w+)* ?=[^;]*;)+[^;]*$|^\s*(?:\w+\s?=\s?(?:'[^']*'|[^\s;']*)(?:\s+|$))+$/;
const NAMES_HOST = /(?:host|server|source|addr|\bip)\w{0,8} ?=/i;

/**
 * The ports of `Host=db;Port=5432`, `host=db port=5432` and `socket,host=0,port=8997`, each with the
 * host that is named in front of it, else behind it.
 *
 * @see https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING
 * @see https://learn.microsoft.com/dotnet/framework/data/adonet/connection-string-syntax
 */
export function readListedPorts(value: MappedText, place: Place): Finding[] {
  if (!value.text.includes('=')) return [];
  const settings = [...value.text.matchAll(SETTING)].map((match) => {
    const { name = '', value: written = '' } = match.groups ?? {};
    const end = match.index + match[0].length;
    return { isPort: /^port/i.test(name), text: value.slice(end - written.length, end) };
  });
  const listed = settings.flatMap(({ isPort, text }, index) => {
    if (!isPort) return [];
    const isHost = (setting: { readonly isPort: boolean }): boolean => !setting.isPort;
    const host = settings.slice(0, index).findLast(isHost) ?? settings.slice(index).find(isHost);
    return readPort(text, { ...place, host: host === undefined ? place.host : hostIn(host.text.text) });
  });
  const joined = [...value.text.matchAll(HOST_WITH_PORT)].flatMap(({ index, groups, 0: whole }) => {
    const { host = '', port = '' } = groups ?? {};
    const end = index + whole.length;
    return readPort(value.slice(end - port.length, end), { ...place, host: hostIn(host) });
  });
  return [...listed, ...joined];
}

/** The ports of a text that is settings and nothing else. */
export function readConnectionString(value: MappedText, place: Place): Finding[] | undefined {
  const text = unquote(value);
  if (!text.text.includes('=') || !WHOLE.test(text.text)) return undefined;
  const found = readListedPorts(text, place);
  return found.length === 0 ? undefined : found;
}

/** The same, where the text may be anything: only with a host. */
export function findConnectionString(value: MappedText, place: Place): Finding[] {
  return NAMES_HOST.test(value.text) ? (readConnectionString(value, place) ?? []) : [];
}

/** A path is that of a local socket, and `.` is this computer. */
function hostIn(written: string): string {
  return written === '.' || written.startsWith('/') ? '' : written;
}
