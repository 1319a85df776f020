import { isMainName } from '../assign/main-names.ts';

/** What the words before "port" say of it: `Metrics` in `Metrics port: 9100`. */
export type PortLabel =
  /** A port beside the main one, by its name. */
  | { readonly kind: 'extra'; readonly name: string }
  /** The port that the container is about, or a service with a plain name, such as `API`. */
  | { readonly kind: 'main'; readonly name: string }
  /** A port outside of the container. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'unknown' };

/** What a port beside the main one is for. */
const PURPOSES = new Set(
  `metric metrics prometheus telemetry monitoring health healthcheck liveness readiness probe admin administration
  management grpc rpc websocket ws debug debugger profiling pprof jmx p2p peer gossip raft cluster transport https tls
  ssl ssh`.split(/\s+/),
);
/** Words beside those of a purpose that add nothing to it. */
const FILLERS = new Set('check checks server endpoint interface listener http api ui service'.split(' '));
const OUTSIDE = new Set('host external published public outside mapped'.split(' '));

/**
 * Tells whose port a label is about: `Health check`, `METRICS`, `External`.
 *
 * @param words its words in lower case, without "port"
 */
export function readPortLabel(words: readonly string[]): PortLabel {
  if (words.length === 0) return { kind: 'unknown' };
  if (words.every((word) => OUTSIDE.has(word))) return { kind: 'outside' };
  const purposes = words.filter((word) => PURPOSES.has(word));
  if (purposes.length > 0 && words.every((word) => PURPOSES.has(word) || FILLERS.has(word))) {
    return { kind: 'extra', name: purposes.join('-') };
  }
  return words.every((word) => isMainName(word, new Set()))
    ? { kind: 'main', name: words.join('-') }
    : { kind: 'unknown' };
}
