import type { Protocol } from '../occurrence.ts';
import { PROTOCOLS } from '../occurrence.ts';
import { formatPort, type Place, type PortMove } from './mapping.ts';
import { quote } from './quote.ts';

export const LAST_PORT = 65_535;

/** A port or a range as it is written on one side of an entry. */
export interface PortSpan {
  readonly first: number;
  readonly last: number;
  readonly protocol?: Protocol | undefined;
}

/** Why a text is not a port, for a diagnostic. */
export interface PortProblem {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

const PORT_TEXT = /^([0-9]+)(?:-([0-9]+))?(?:\/(.*))?$/s;

/** Reads `8095`, `8095/udp`, `9000-9003` or `9000-9003/udp`. Never throws. */
export function readPortSpan(text: string): PortSpan | PortProblem {
  const [, firstText = '', lastText = firstText, protocolText] = PORT_TEXT.exec(text) ?? [];
  if (firstText === '') {
    return notAPort(text, 'write a whole number from 1 to 65535, such as 8095, "8095/udp" or 9000-9003');
  }
  const [first, last] = [Number(firstText), Number(lastText)];
  for (const [digits, port] of [
    [firstText, first],
    [lastText, last],
  ] as const) {
    if (port < 1 || port > LAST_PORT) return notAPort(digits, `a port is a number from 1 to ${LAST_PORT}`);
    if (digits.startsWith('0')) return notAPort(digits, `write ${port}, without leading zeros`);
  }
  const protocol = PROTOCOLS.find((known) => known === protocolText);
  if (protocolText !== undefined && protocol === undefined) {
    return {
      code: 'mapping-port',
      message: `${quote(protocolText)} is not a protocol`,
      hint: `write ${PROTOCOLS.map((known) => `"${firstText}/${known}"`).join(', ')}, or no protocol for all of them`,
    };
  }
  if (first > last) {
    return {
      code: 'mapping-range',
      message: `the range ${firstText}-${lastText} runs backwards`,
      hint: `write ${last}-${first}`,
    };
  }
  return { first, last, protocol };
}

function notAPort(text: string, hint: string): PortProblem {
  return { code: 'mapping-port', message: `${quote(text)} is not a port`, hint };
}

/** `9000-9003/udp`: the way `readPortSpan` reads it. */
export function formatPortSpan({ first, last, protocol }: PortSpan): string {
  return first === last ? formatPort(first, protocol) : `${first}-${formatPort(last, protocol)}`;
}

/** What is wrong with moving `from` to `to`, both sound by themselves; undefined if nothing is. */
export function checkMove(from: PortSpan, to: PortSpan): PortProblem | undefined {
  if (to.protocol !== undefined && to.protocol !== from.protocol) {
    return {
      code: 'mapping-protocol',
      message: `${formatPortSpan(from)} cannot move to ${formatPortSpan(to)}: a port keeps its protocol`,
      hint: `write the protocol on the left side only: "${formatPortSpan({ ...from, protocol: to.protocol })}"`,
    };
  }
  const size = from.last - from.first;
  if (to.last - to.first !== size) {
    const fits = to.first + size <= LAST_PORT;
    const right = formatPortSpan({ first: to.first, last: to.first + size });
    return {
      code: 'mapping-range',
      message: `${formatPortSpan(from)} is ${count(from)}, but ${formatPortSpan(to)} is ${count(to)}`,
      hint: fits ? `for all of ${formatPortSpan(from)} write ${right}` : 'both sides must be of the same length',
    };
  }
  if (from.first === to.first) {
    return {
      code: 'mapping-same-port',
      message: `${formatPortSpan(from)} moves to itself`,
      hint: 'take the entry out, or give it another new port',
    };
  }
  return undefined;
}

function count({ first, last }: PortSpan): string {
  return first === last ? 'one port' : `${last - first + 1} ports`;
}

/** One move for each port of a range. */
export function expandMove(from: PortSpan, to: PortSpan, entry: string, place: Place): PortMove[] {
  return Array.from({ length: from.last - from.first + 1 }, (_, i) => ({
    from: from.first + i,
    to: to.first + i,
    protocol: from.protocol,
    entry,
    place,
  }));
}

/**
 * Pairs of spans that have a port in common, the one that comes later in `spans` second. Empty
 * exactly where no two spans meet; where many meet each other, not every pair is listed.
 */
export function findOverlaps<T extends { readonly span: PortSpan }>(spans: readonly T[]): [T, T][] {
  if (spans.length < 2) return [];
  const overlaps = new Map<string, [T, T]>();
  for (const protocol of PROTOCOLS) {
    let widest: { readonly index: number; readonly last: number } | undefined;
    const sorted = spans
      .map(({ span }, index) => ({ ...span, index }))
      .filter((span) => span.protocol === undefined || span.protocol === protocol)
      .sort((a, b) => a.first - b.first || a.index - b.index);
    for (const { first, last, index } of sorted) {
      if (widest !== undefined && first <= widest.last) {
        const pair = [Math.min(index, widest.index), Math.max(index, widest.index)] as const;
        const [earlier, later] = [spans[pair[0]], spans[pair[1]]];
        if (earlier !== undefined && later !== undefined) overlaps.set(pair.join(' '), [earlier, later]);
      }
      if (widest === undefined || last > widest.last) widest = { index, last };
    }
  }
  return [...overlaps.values()];
}
