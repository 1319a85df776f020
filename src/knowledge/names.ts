import { remember } from '../remember.ts';
/**
 * What a name of a variable, option, property or key says of its value.
 *
 * - `port`: the value is a port of this container.
 * - `address`: the value is an address to listen on or a URL; a bare number is a port.
 * - `host`: the value is a host or URL; a bare number is not a port.
 * - `options`: the value is a piece of a command line.
 * - `foreign`: the value is the port or address of another service (`DB_PORT`).
 * - `other`: the value is something else (`TIMEOUT`, `VERSION`).
 */
export type NameMeaning =
  | { readonly says: 'port' | 'address' | 'host' | 'options' | 'other' }
  | { readonly says: 'foreign'; readonly service: string; readonly value: 'port' | 'address' };

type Says = 'port' | 'address' | 'host' | 'options' | 'other';

interface NameRule {
  readonly says: Says | 'foreign';
  readonly words: readonly string[];
  /** Where the convention is documented or can be seen. */
  readonly source: string;
}

const list = (words: string): string[] => words.trim().split(/\s+/);

/** The last word of a name decides; the first row that knows the word counts. */
const LAST_WORD: readonly (NameRule & { readonly says: Says })[] = [
  {
    says: 'port',
    words: list('port ports portnumber portno portnum tcpport udpport httpport httpsport'),
    source: 'https://12factor.net/port-binding',
  },
  {
    says: 'address',
    words: list(`
      addr addrs address addresses bind binding bindings listen listens listener listeners listenaddr
      listenaddress bindaddr bindaddress hostport hostports socket sock authority`),
    source: 'https://pkg.go.dev/net/http#Server',
  },
  {
    says: 'host',
    words: list(`
      url urls uri uris host hosts hostname endpoint endpoints origin origins domain domains server
      servers upstream base backend backends cluster peers peer node nodes`),
    source: 'https://learn.microsoft.com/aspnet/core/fundamentals/servers/kestrel/endpoints',
  },
  {
    says: 'options',
    words: list('opts opt args arg options option flags flag params parameters arguments cmd command extra cmdline'),
    source: 'https://docs.oracle.com/en/java/javase/21/docs/specs/man/java.html',
  },
];

/** Words that make a number something else wherever they stand last, or first before `port`. */
const NOT_A_PORT: NameRule = {
  says: 'other',
  words: list(`
      timeout timeouts version ver release uid gid userid groupid size count workers worker threads thread
      processes procs memory mem heap limit limits max min interval retries retry ttl id year seconds secs
      ms minutes delay period weight level priority backlog concurrency replicas rate length width height
      bytes kb mb gb buffer buffers connections conns clients requests depth user group password passwd
      pass secret token key keys hash checksum sha sha1 sha256 md5 commit revision rev build date time
      epoch locale charset encoding home dir directory path file filename name tag image umask mode offset
      duration lifetime expiry age days hours quality dpi display threshold factor jobs cpus cores shards
      pool capacity quota qos loglevel verbosity debuglevel`),
  source: 'https://12factor.net/config',
};

/** Words that say the port is that of another service. */
const FOREIGN: NameRule = {
  says: 'foreign',
  words: list(`
      db database mysql mariadb postgres postgresql pg pgsql psql mongo mongodb redis memcache memcached
      smtp mail imap ldap kafka rabbitmq rabbit amqp elasticsearch elastic es cassandra influx influxdb
      couchdb neo4j oracle mssql sqlserver etcd consul vault zookeeper zk proxy statsd graphite syslog logstash fluentd jaeger
      zipkin eureka mqtt broker nats replication replica seed external relay target dest destination
      forward origin`),
  source: 'https://docs.spring.io/spring-boot/appendix/application-properties/index.html',
};

/** Words that say which way a connection goes: away from this container. */
const ELSEWHERE: NameRule = {
  says: 'other',
  words: list('remote backend upstream'),
  source: 'https://docs.nginx.com/nginx/admin-guide/load-balancer/http-load-balancer/',
};

/** Words in front of "port" that speak of no service in particular: any container has them. */
const OF_ANY_CONTAINER = new Set(
  list(`
      app application server service svc container http https http2 ssl tls tcp udp grpc rest listen listening bind
      local public internal main default admin management metrics debug host my own the default number range no nr num of`),
);

/** Words that look like a port at their end and are not. */
const SOUNDS_LIKE_PORT =
  /(?:support|transport|import|export|viewport)s?$|^(?:report|passport|airport|rapport|teleport|purport|sport)s?$/;

const table = new Map<string, Says>();
for (const rule of LAST_WORD) for (const word of rule.words) if (!table.has(word)) table.set(word, rule.says);
const notAPort = new Set(NOT_A_PORT.words);
const foreign = new Set(FOREIGN.words);
const elsewhere = new Set(ELSEWHERE.words);

/** The words of a name in lower case: `webServer.HTTP_PORT` is web, server, http, port. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** What a name says of its value, or undefined when it says nothing. */
export const readName: (name: string) => NameMeaning | undefined = remember(meaningOf);

function meaningOf(name: string): NameMeaning | undefined {
  const words = wordsOf(name);
  while (words.length > 1 && /^\d+$/.test(words.at(-1) ?? '')) words.pop();
  const last = words.at(-1)?.replace(/(?<=[a-z])\d+$/, '');
  if (last === undefined) return undefined;
  const before = words.slice(0, -1);
  const says = saysLast(last, before);
  if (says === undefined) return undefined;
  if (says !== 'port' && says !== 'address') return { says };
  if (before.some(isListening)) return { says };
  if (before.some((word) => elsewhere.has(word))) return { says: 'other' };
  const service = before.find((word) => foreign.has(word)) ?? (isPortWord(last) ? foreignPrefix(last) : undefined);
  return service === undefined ? { says } : { says: 'foreign', service, value: says };
}

/**
 * What the name of a port speaks of, its words with hyphens between: `payment-gateway` for
 * `PAYMENT_GATEWAY_PORT`, `orders` for `PORT_ORDERS`. Undefined where that may be any container, as in `HTTP_PORT`.
 */
export const subjectOf: (portName: string) => string | undefined = remember((name) => {
  const subject = wordsOf(name)
    .map((word) => (isPortWord(word) ? word.replace(/ports?$/, '') : word))
    .filter((word) => word !== '');
  return subject.every((word) => OF_ANY_CONTAINER.has(word)) ? undefined : subject.join('-');
});

/** Such a subject without the words at its end that any container has: `orders` of `orders-service-http`. */
export function withoutPlainEnd(subject: string): string {
  const words = subject.split('-');
  while (OF_ANY_CONTAINER.has(words.at(-1) ?? '')) words.pop();
  return words.join('-');
}

/** Whether a name has a word for another service or for the far end of a connection: `DB_HOST`, `BACKEND`. */
export function namesAnotherService(name: string): boolean {
  return wordsOf(name).some((word) => foreign.has(word) || elsewhere.has(word));
}

function saysLast(last: string, before: readonly string[]): Says | undefined {
  const known = table.get(last);
  if (known !== undefined) return known;
  if (/^(?:min|max|range|start|end|low|high)$/.test(last) && before.some((word) => /^(?:pasv|passive)/.test(word)))
    return 'port';
  if (/^(?:pasv|passive)(?:min|max)(?:port)?$/.test(last)) return 'port';
  if (isPortWord(last)) return 'port';
  if (/^(?:number|num|no|nr)$/.test(last) && isPortWord(before.at(-1) ?? '')) return 'port';
  if (/^(?:number|num|no|nr)$/.test(last)) return 'other';
  if (
    notAPort.has(last) ||
    notAPort.has(last.replace(/s$/, '')) ||
    /(?:timeout|version|size|count|path|dir)$/.test(last)
  )
    return 'other';
  if (/(?:addr|address|listen|bind)$/.test(last)) return 'address';
  if (last === 'on' && /^(?:listen|listening|bind|run|serve)$/.test(before.at(-1) ?? '')) return 'address';
  if (/(?:url|uri)$/.test(last)) return 'host';
  if (/(?:opts|args|options|flags)$/.test(last)) return 'options';
  if (before[0] === 'max' || before[0] === 'min') return 'other';
  // PORT_HTTP; PORT_TIMEOUT ends with a word that is known above
  return before.some((word) => word === 'port' || word === 'ports') ? 'port' : undefined;
}

function isPortWord(word: string): boolean {
  return /ports?$/.test(word) && !SOUNDS_LIKE_PORT.test(word);
}

function foreignPrefix(word: string): string | undefined {
  const prefix = word.replace(/ports?$/, '');
  return foreign.has(prefix) && prefix !== 'pg' ? prefix : undefined;
}

/** `PROXY_LISTEN_PORT` is the proxy's own. */
function isListening(word: string): boolean {
  return word === 'listen' || word === 'bind' || word === 'local' || word === 'listening' || word === 'server';
}
