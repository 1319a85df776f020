import type { Certainty, Finding, OtherFinding, VariableFinding } from '../../occurrence.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { isOwnHost, readAddress, readPort } from '../address.ts';
import { OPAQUE } from '../expansion.ts';
import { environmentRead } from './environment.ts';
import { childrenOf, constantText, type Entry, type Expression, NOTHING } from './expression.ts';
import { resolve } from './scope.ts';
import { type Reading, textsOf } from './texts.ts';

/** What a place in code says of the value that stands there. */
export interface CodePlace {
  readonly certainty: Certainty;
  readonly reason: string;
  /** The host that the port belongs to, where the code names one. */
  readonly host?: string | undefined;
}

/** The value is a port. */
export function portAt(value: Expression, place: CodePlace, reading: Reading): Finding[] {
  return resolve(value, reading.scope).flatMap((expression): Finding[] => {
    if (expression.kind === 'list') return expression.items.flatMap((item) => portAt(item, place, reading));
    const texts = textsOf(expression, reading);
    if (texts.every((text) => text.text === OPAQUE)) return computedFrom(expression, place, reading);
    return texts.flatMap((text) => readPort(text, place));
  });
}

/** The value is a port, an address, a pair of host and port, or options; the entries of options are for the caller. */
export function addressAt(value: Expression, place: CodePlace, reading: Reading): Finding[] {
  return resolve(value, reading.scope).flatMap((expression): Finding[] => {
    switch (expression.kind) {
      case 'record':
      case 'block':
        return [];
      case 'list': {
        const [host, port] = expression.items;
        if (host === undefined || port === undefined) return host === undefined ? [] : addressAt(host, place, reading);
        return portAt(port, { ...place, host: hostOf(host, reading) }, reading);
      }
      case 'number':
        return portAt(expression, place, reading);
      default: {
        const texts = textsOf(expression, reading);
        if (texts.every((text) => text.text === OPAQUE)) return computedFrom(expression, place, reading);
        return texts.flatMap((text) => readAddress(text, place));
      }
    }
  });
}

/** The value is a host, behind which a port may be written. */
export function hostAt(value: Expression, place: CodePlace, reading: Reading): Finding[] {
  if (value.kind === 'number') return [];
  return textsOf(value, reading).flatMap((text) => (/:\D*\d/.test(text.text) ? readAddress(text, place) : []));
}

/** The value is surely something else than a port. */
export function otherAt(value: Expression, reason: string, reading: Reading): (OtherFinding | VariableFinding)[] {
  return resolve(value, reading.scope).flatMap((expression): (OtherFinding | VariableFinding)[] => {
    switch (expression.kind) {
      case 'number':
        return [{ kind: 'other', at: expression.at, reason }];
      case 'list':
      case 'join':
      case 'computation':
        return childrenOf(expression).flatMap((child) => otherAt(child, reason, reading));
      default:
        return textsOf(expression, reading).flatMap((text) => otherText(text, reason));
    }
  });
}

function otherText(text: MappedText, reason: string): (OtherFinding | VariableFinding)[] {
  if (/^[^:$]*\d[^:$]*$/.test(text.text)) return [{ kind: 'other', at: text, reason }];
  const name = /^\$\{?([A-Za-z_]\w*)\}?$/.exec(text.text)?.[1];
  return name === undefined ? [] : [{ kind: 'variable', name, as: 'other', at: text, reason }];
}

/** A port that is computed from environment variables: `int(os.environ['BASE']) + 1`. */
function computedFrom(expression: Expression, place: CodePlace, reading: Reading): VariableFinding[] {
  if (expression.kind !== 'computation' && expression.kind !== 'join') return [];
  const reads: VariableFinding[] = [];
  const visit = (part: Expression): void => {
    const read = environmentRead(part, reading.scope, reading.language);
    if (read !== undefined) {
      const reason = `part of a port in ${place.reason}`;
      reads.push({ kind: 'variable', name: read.name, as: 'composed', at: read.at, reason, host: place.host });
    }
    for (const child of childrenOf(part)) visit(child);
  };
  visit(expression);
  return reads;
}

/**
 * The host that stands in an expression, for the ports beside it: undefined for none, and for the
 * container itself.
 */
export function hostOf(value: Expression, reading: Reading): string | undefined {
  if (value === NOTHING || value.kind === 'number') return undefined;
  const hosts = textsOf(value, reading).map((text) => hostPart(text.text));
  return hosts.some((host) => isOwnHost(host)) ? undefined : (hosts[0] ?? OPAQUE);
}

/** The host of `ssl://localhost` and `http://localhost:8095/path`. */
function hostPart(text: string): string {
  const authority = text.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/[/?#].*$/s, '');
  return /^[^:]*:\d+$/.test(authority) ? authority.replace(/:\d+$/, '') : authority;
}

/** Whether two values side by side are a loopback host and its port, whatever takes them. */
export function isOwnHostLiteral(value: Expression | undefined): boolean {
  const text = constantText(value);
  return text !== undefined && /^[\w.:[\]-]{2,}$/.test(text) && isOwnHost(text);
}

/** The first entry whose name is one of a kind. */
export function entryNamed(entries: readonly Entry[], is: (name: string) => boolean): Entry | undefined {
  return entries.find((entry) => entry.name !== undefined && is(entry.name));
}
