import type { Protocol } from './occurrence.ts';

/** `8095`, or `53/udp` where the protocol is not the usual one. */
export function portWords(port: number, protocol: Protocol | null | undefined): string {
  return protocol === undefined || protocol === null || protocol === 'tcp' ? String(port) : `${port}/${protocol}`;
}

/** `a, b and c`, each once. */
export function listed(names: readonly (string | number)[]): string {
  const known = [...new Set(names)];
  const last = known.pop();
  return known.length === 0 ? String(last ?? '') : `${known.join(', ')} and ${last}`;
}
