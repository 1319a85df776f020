import { checkMove, type PortProblem, readPortSpan } from '../mapping/port-text.ts';
import { PROTOCOLS, type Protocol } from '../occurrence.ts';
import type { PlanPort } from './document.ts';

/** What a text says of ports. */
export type PortCell =
  | { readonly kind: 'ports'; readonly ports: readonly PlanPort[] }
  /** It names no port at all: `TBD`, `-`. */
  | { readonly kind: 'none' }
  /** It has numbers, but not as ports are written. */
  | { readonly kind: 'unclear' }
  /** It is written like a port, but cannot be one. */
  | { readonly kind: 'wrong'; readonly message: string; readonly hint: string; readonly offset: number };

const NUMBER = '\\d+(?:\\s?[-–]\\s?\\d+)?(?:\\s?/\\s?[a-z]+)?';
/** `metrics: 8095/tcp → 8096 (note)`. */
const ITEM = new RegExp(
  `^(?:(?!ports?\\b)(?<name>[a-z][\\w .-]*?)\\s*[:=]\\s*)?(?:ports?\\s*[:#=]?\\s*)?:?(?<first>${NUMBER})` +
    `(?:\\s*(?:→|->|=>|➜|➔|⇒|\\bto\\b)\\s*:?(?<second>${NUMBER}))?\\s*(?:\\((?<note>[^()]*)\\)|(?<tail>[^\\d()]*))$`,
  'i',
);

/**
 * Reads `8096`, `8096/udp`, `8096, 8105`, `http: 8096, metrics: 8105`, `8096 (http)`,
 * `8095 → 8096` or `9000-9003`, with decoration around it. What is struck through does not count.
 *
 * @param text without the marks of Markdown
 * @param offsetAt where a character of the text stands in the document
 */
export function readPortCell(text: string, offsetAt: (index: number) => number): PortCell {
  const standing = text.replace(/~~.*?~~/gs, (struck) => ' '.repeat(struck.length));
  const pieces = piecesOf(standing).filter(({ piece }) => /\d/.test(piece));
  if (pieces.length === 0) return { kind: 'none' };
  const ports: PlanPort[] = [];
  for (const { piece, index } of pieces) {
    const groups = ITEM.exec(piece)?.groups;
    if (groups === undefined) return { kind: 'unclear' };
    const { name, first = '', second, note = groups['tail'] } = groups;
    const from = second === undefined ? undefined : readPortSpan(squeezed(first));
    const to = readPortSpan(squeezed(second ?? first));
    const offset = offsetAt(index + piece.search(/\d/));
    if (from !== undefined && 'message' in from) return wrong(from, offset);
    if ('message' in to) return wrong(to, offset);
    const isSame = from === undefined || from.first === to.first;
    const problem = isSame ? undefined : checkMove({ ...from, protocol: undefined }, { ...to, protocol: undefined });
    if (problem !== undefined) return wrong(problem, offset);
    const word = note?.trim().toLowerCase() ?? '';
    const protocol = to.protocol ?? PROTOCOLS.find((known) => known === word) ?? from?.protocol;
    const called = name ?? (pieces.length > 1 && /^[a-z][\w.-]*$/i.test(word) && word !== protocol ? word : undefined);
    for (let i = 0; i <= to.last - to.first; i++) {
      ports.push({
        port: to.first + i,
        name: called?.trim().toLowerCase().replace(/\s+/g, '-'),
        from: isSame ? undefined : from.first + i,
        protocol,
        offset,
      });
    }
  }
  return { kind: 'ports', ports };
}

function wrong({ message, hint }: PortProblem, offset: number): PortCell {
  return { kind: 'wrong', message, hint, offset };
}

/** The protocol that a cell names, alone. */
export function readProtocol(text: string): Protocol | undefined {
  const word = text.trim().toLowerCase();
  return PROTOCOLS.find((known) => known === word);
}

/** The parts of a list, without decoration before them. */
function piecesOf(text: string): { readonly piece: string; readonly index: number }[] {
  const pieces: { piece: string; index: number }[] = [];
  let start = 0;
  for (const separator of text.matchAll(/[,;&\n]|\band\b|\s[/+]\s(?=\s*:?\d)|$/gi)) {
    const part = text.slice(start, separator.index);
    const decoration = /^[^\p{L}\d:]*/u.exec(part)?.[0].length ?? 0;
    pieces.push({ piece: part.slice(decoration).trimEnd(), index: start + decoration });
    start = separator.index + separator[0].length;
  }
  return pieces;
}

function squeezed(span: string): string {
  return span.replace(/\s+/g, '').replace('–', '-').toLowerCase();
}
