import type { MappedText } from '../text/mapped-text.ts';
import { isOwnHost } from './address.ts';
import { hostNamesFor, siblingHost } from './named.ts';

/** A name and the value it is given: of an argument, or of a variable in front of a command. */
interface Given {
  readonly name: string;
  readonly value: string;
}

const NAMES_HOST = /(?:host(?:name)?|addr(?:ess)?|ip|server)$/i;

/**
 * Tells which host goes with a port among names and values that stand together: that of
 * `--orders-host` with `--orders-port`. A host that is a variable is not told: it may be anything.
 *
 * @param takesHost whether `host` goes with a plain `port`; of a known program the tables say that
 */
export function hostsBeside(
  given: () => readonly Given[],
  takesHost: boolean,
): (portName: string) => string | undefined {
  let hosts: ReadonlyMap<string, string> | undefined;
  return (portName) => {
    hosts ??= hostsIn(given());
    if (hosts.size === 0) return undefined;
    const isPlain = /^p(?:ort)?$/i.test(portName);
    const names = isPlain ? (takesHost ? ['host', 'hostname'] : []) : hostNamesFor(portName);
    return names.map((name) => hosts?.get(name.toLowerCase())).find((host) => host !== undefined);
  };
}

function hostsIn(given: readonly Given[]): ReadonlyMap<string, string> {
  const hosts = new Map<string, string>();
  for (const { name, value } of given) {
    if (value === '' || !NAMES_HOST.test(name)) continue;
    const host = isOwnHost(value) ? 'localhost' : siblingHost(value);
    if (host !== undefined && /^[\w.-]+$/.test(host)) hosts.set(name.toLowerCase(), host);
  }
  return hosts;
}

/** `--orders-host orders`, `--orders-host=orders`, `-Dorders.host=orders`, `host=orders`. */
export function namesIn(args: readonly MappedText[]): Given[] {
  return args.flatMap(({ text }, i): Given[] => {
    const [, dashes = '', name = '', joined] = /^(-D['"]?|--?|)([A-Za-z][\w.-]*)(?:=(.*))?$/.exec(text) ?? [];
    const next = args[i + 1]?.text ?? '-';
    const value = joined ?? (dashes === '' || next.startsWith('-') ? '' : next);
    return [{ name, value: value.replace(/^(['"])(.*)\1$/, '$2') }];
  });
}
