import type { Finding } from '../../occurrence.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { findAddresses, isOwnHost, type Place, readAddress, readPort, unquote } from '../address.ts';
import { readConnectionString } from '../connection-string.ts';
import { splitExpansions } from '../expansion.ts';
import { findInJson } from '../json.ts';

const BETWEEN_ITEMS = /[,;\s]+/g;

/**
 * The ports of an address that a server listens on, or of a list of them. A host name there is a
 * name of this container: servers that are given a name bind to what it resolves to, or to all.
 * What a path states is another one's: `tcp://:8080/db:5432`.
 *
 * @see https://learn.microsoft.com/aspnet/core/fundamentals/servers/kestrel/endpoints
 */
export function readListening(value: MappedText, place: Place): Finding[] {
  return unquote(value)
    .split(BETWEEN_ITEMS)
    .flatMap((item) => {
      const endpoint = readEndpoint(item, place);
      if (endpoint !== undefined) return endpoint;
      const end = /^(?:[A-Za-z][\w+.-]*:\/\/)?[^/]*/.exec(item.text)?.[0].length ?? item.length;
      return [
        ...readAddress(item.slice(0, end), { ...place, host: undefined }).map(withoutHost),
        ...findAddresses(item.slice(end + 1)),
      ];
    });
}

/**
 * `ssl:port=443:privateKey=key.pem` of Twisted, `Address::80` of Traefik 1, and
 * `reverse:http://app:3000@8080` of mitmproxy, which listens on what is behind the @.
 *
 * @see https://docs.twisted.org/en/stable/core/howto/endpoints.html#servers
 * @see https://docs.mitmproxy.org/stable/concepts/modes/
 * @see https://doc.traefik.io/traefik/v1.7/configuration/entrypoints/
 */
function readEndpoint(item: MappedText, place: Place): Finding[] | undefined {
  const own = { ...place, host: undefined };
  const described = /^(?:tcp6?|ssl):(?:[^:]*:)*port=(\d+)(?=:|$)/.exec(item.text);
  if (described !== null) {
    const end = described[0].length;
    return readPort(item.slice(end - (described[1]?.length ?? 0), end), own);
  }
  const address = /^address:(?=.*:\d+$)/i.exec(item.text);
  if (address !== null) return readAddress(item.slice(address[0].length), own).map(withoutHost);
  const mode = /^\w+(?::.*)?@(?:[\w.-]+:)?(\d+)$/.exec(item.text);
  if (mode === null || /^\w+:\/\//.test(item.text)) return undefined;
  const target = item.slice(0, item.text.lastIndexOf('@'));
  return [...findAddresses(target), ...readPort(item.slice(item.length - (mode[1]?.length ?? 0)), own)];
}

function withoutHost(finding: Finding): Finding {
  return finding.kind === 'other' ? finding : { ...finding, host: undefined };
}

/**
 * The ports of an address that a program connects to, or of a list of them: this container's only
 * where a loopback host is written. `8095` and `:8095` are ports of something else there.
 */
export function readPeer(value: MappedText, place: Place): Finding[] {
  const settings = readConnectionString(value, place);
  if (settings !== undefined) return settings.map(elsewhere);
  return unquote(value)
    .split(BETWEEN_ITEMS)
    .flatMap((item): Finding[] => {
      const plain = withoutId(unquote(item));
      if (isVariable(plain)) return [];
      const found = /^(?:[^/\d[]*:\/\/)?:?\d+(?:$|\/)/.test(plain.text) ? [] : readOnePeer(plain, place);
      if (found.length > 0) return found.map(elsewhere);
      return /\d/.test(plain.text) ? [{ kind: 'other', at: plain, reason: `${place.reason} is another program` }] : [];
    });
}

/** `localhost:9093` of `1@localhost:9093`: https://kafka.apache.org/documentation/#brokerconfigs_controller.quorum.voters */
function withoutId(item: MappedText): MappedText {
  return item.slice(/^\d+@(?=\D)/.exec(item.text)?.[0].length ?? 0);
}

function readOnePeer(item: MappedText, place: Place): Finding[] {
  // Any word is a host there, also one that names a protocol elsewhere.
  const named = /^([A-Za-z][\w-]*):\d+$/.exec(item.text);
  if (named !== null) {
    const host = named[1] ?? '';
    return readPort(item.slice(host.length + 1), { ...place, host });
  }
  const connected = /^[^:/]*:\d*:(\[[^\]]*\]|[^:/]*):(\d+)$/.exec(item.text);
  if (connected !== null) {
    // HOST1:PORT1:HOST2:PORT2 of curl: https://curl.se/docs/manpage.html#--connect-to
    const [, host = '', port = ''] = connected;
    return readPort(item.slice(item.length - port.length), { ...place, host });
  }
  const resolved = /^[^:/]+:(\d+):(\[[^\]]*\]|[\d.]+)$/.exec(item.text);
  if (resolved === null) return readAddress(item, { ...place, host: undefined });
  // HOST:PORT:ADDRESS of curl: https://curl.se/docs/manpage.html#--resolve
  const [, port = '', host = ''] = resolved;
  const start = item.text.indexOf(':') + 1;
  return readPort(item.slice(start, start + port.length), { ...place, host });
}

function elsewhere(finding: Finding): Finding {
  return finding.kind === 'port' && finding.host !== undefined ? { ...finding, elsewhere: true } : finding;
}

/** Whether a text is one variable: what its value means, the value says best. */
export function isVariable(text: MappedText): boolean {
  const [only, ...more] = splitExpansions(text);
  return only?.kind === 'expansion' && only.fallback === undefined && more.length === 0;
}

/** The ports in a value that is JSON; undefined where it is not, or says nothing. */
export function readJson(value: MappedText, exposed?: ReadonlySet<number>): Finding[] | undefined {
  const found = /^\s*[[{]/.test(value.text) ? findInJson(value, { exposed }) : undefined;
  return found === undefined || found.length === 0 ? undefined : found;
}

/** Addresses within a value that is not a port itself still count: `-H 'Host: localhost:80'`. */
export function notAPort(value: MappedText, reason: string): Finding[] {
  const found = readJson(value) ?? findAddresses(value);
  if (found.length > 0) return found;
  const uses = splitExpansions(value).flatMap((part): Finding[] =>
    part.kind === 'expansion' ? [{ kind: 'variable', name: part.name, as: 'other', at: part.at, reason }] : [],
  );
  return /\d/.test(value.text) ? [...uses, { kind: 'other', at: value, reason }] : uses;
}

/**
 * What a tunnel forwards, `[BIND:]PORT:HOST:HOSTPORT`, or the bare port of a proxy.
 *
 * @param far the host that the tunnel goes to
 * @param listens the end that has PORT: `here` for `ssh -L`, `there` for `ssh -R`
 * @see https://man.openbsd.org/ssh.1#L
 */
export function readTunnel(value: MappedText, place: Place, far: string, listens: 'here' | 'there'): Finding[] {
  const parts = /^((?:\[[^\]]*\]|[^:[\]]*):)?([^:]+):(\[[^\]]*\]|[^:]*):([^:]+)$/.exec(value.text);
  if (parts === null) {
    const bare = /[^:]*$/.exec(value.text)?.[0].length ?? 0;
    const port = value.slice(value.length - bare);
    return readPort(port, { ...place, host: listens === 'here' ? undefined : far }).map(elsewhere);
  }
  const [, bind = '', near = '', host = '', port = ''] = parts;
  const target = listens === 'here' && isOwnHost(host) ? far : host;
  return [
    ...readPort(value.slice(bind.length, bind.length + near.length), {
      ...place,
      host: listens === 'here' ? undefined : far,
    }),
    ...readPort(value.slice(value.length - port.length), { ...place, host: target }),
  ].map(elsewhere);
}
