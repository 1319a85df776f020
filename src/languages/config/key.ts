import { readName, wordsOf } from '../../knowledge/names.ts';
import { words } from '../../knowledge/words.ts';

/** What the name of a setting says about its value. */
export interface KeyMeaning {
  readonly means:
    | 'port'
    /** An address or a bare port to listen on. */
    | 'listen'
    /** A host, an address or a URL; a bare number is no port. */
    | 'address'
    /** A protocol, as in `http: 8080`. */
    | 'protocol'
    | 'command'
    /** Surely something else than a port. */
    | 'other'
    | 'unknown';
  /** The other service that the name, or what it stands in, speaks of: `db` of `db_port`. */
  readonly foreign: string | undefined;
}

const PROTOCOLS = new Set(
  words('http https ssh ftp smtp imap pop3 dns ldap rpc jmx ajp ws wss tcp udp grpc mqtt stun turn telnet'),
);
const COMMANDS = new Set(
  words(
    'command cmd exec entrypoint run start execstart execstartpre execstartpost execreload execstop execstoppost sendmail_path',
  ),
);
/** Ends of a name that ask for another kind of number, beyond those that all names have. */
const OTHER_END = /(?:time|tmout|files|entries|recycle|expires?|spare|children|cycles|quality)$/;
const HOST_END = /(?:host(?:name|addr|ip)?|addr(?:ess)?|server(?:name)?|ip)\d*$/;
const PORT_END = /ports?(?:number|num|no|value)?\d*$/;

/**
 * What the name of a setting says about its value.
 *
 * @param name the name as written, without quotes
 * @param context the names of what it stands in, the outermost first: a section, an element
 */
export function readKey(name: string, context: readonly string[] = []): KeyMeaning {
  const said = readName(name);
  const foreign = foreignOf(context);
  if (COMMANDS.has(name.toLowerCase())) return { means: 'command', foreign };
  switch (said?.says) {
    case 'port':
      return { means: 'port', foreign };
    case 'foreign':
      return { means: said.value === 'port' ? 'port' : 'address', foreign: said.service };
    case 'address':
      return { means: 'listen', foreign };
    case 'host':
      return { means: 'address', foreign };
    case 'options':
      return { means: 'command', foreign };
    case 'other':
      return PORT_END.test(wordsOf(name).at(-1) ?? '')
        ? { means: 'port', foreign: foreign ?? elsewhereOf(name) }
        : { means: 'other', foreign };
    case undefined:
      return { means: withoutMeaning(name, context), foreign };
  }
}

/**
 * What the settings that belong together share: nothing for `host` and `port`, `db` for `db_host`
 * and `dbPort`. Undefined for a name that ends in neither.
 */
export function stemOf(name: string, end: 'host' | 'port'): string | undefined {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const match = (end === 'host' ? HOST_END : PORT_END).exec(plain);
  if (match === null || /(?:listen|bind)(?:ing)?(?:host|addr(?:ess)?|ip)$/.test(plain)) return undefined;
  return plain.slice(0, match.index);
}

function withoutMeaning(name: string, context: readonly string[]): KeyMeaning['means'] {
  const parent = readName(context.at(-1) ?? '');
  if (parent?.says === 'port' || parent?.says === 'other') return parent.says;
  const last = wordsOf(name).at(-1) ?? '';
  if (OTHER_END.test(last)) return 'other';
  return PROTOCOLS.has(last) ? 'protocol' : 'unknown';
}

/** The service that a section or an object is about: `redis` in `{"redis":{"port":6379}}`. */
function foreignOf(context: readonly string[]): string | undefined {
  if (context.some((name) => /listen|bind/i.test(name))) return undefined;
  for (const word of context.flatMap(wordsOf)) {
    const said = readName(`${word}_port`);
    if (said?.says === 'foreign') return said.service;
    if (said?.says === 'other') return word;
  }
  return undefined;
}

function elsewhereOf(name: string): string {
  return wordsOf(name).find((word) => readName(`${word}_port`)?.says === 'other') ?? name;
}
