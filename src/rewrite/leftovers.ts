import type { Instruction, Keyword } from '../dockerfile/instruction.ts';
import type { Dockerfile } from '../dockerfile/parse.ts';
import type { Findings } from '../find.ts';
import type { PortMove } from '../mapping/mapping.ts';
import type { Span } from '../text/mapped-text.ts';

/** Digits that equal a moved port, and that no transform called a port. */
export interface Leftover {
  readonly span: Span;
  readonly move: PortMove;
  /** Why they are no port; undefined where nothing speaks for or against it. */
  readonly reason: string | undefined;
}

/** Instructions whose own words are never ports. */
const NEVER: ReadonlySet<Keyword> = new Set([
  'ADD',
  'COPY',
  'FROM',
  'MAINTAINER',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
]);

/** Finds what is left of the digits that a mapping moves, so that none of them is passed over in silence. */
export function findLeftovers(dockerfile: Dockerfile, findings: Findings, moves: readonly PortMove[]): Leftover[] {
  if (moves.length === 0) return [];
  const { text } = dockerfile;
  const wanted = new Map(moves.map((move) => [String(move.from), move]));
  const leftovers: Leftover[] = [];
  const found = coveringSpans(findings.occurrences);
  const others = coveringSpans(findings.others);
  const comments = coveringSpans(dockerfile.instructions.filter(({ keyword }) => keyword === 'COMMENT'));
  const instructions = coveringSpans(dockerfile.instructions.filter(({ keyword }) => keyword !== 'COMMENT'));
  for (const match of text.matchAll(/\d+/g)) {
    const move = wanted.get(match[0]);
    if (move === undefined) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    if (found(span) !== undefined) continue;
    const instruction = comments(span) ?? instructions(span);
    const reason = others(span)?.reason ?? reasonToLeave(text, span, instruction, (port) => wanted.has(port));
    leftovers.push({ span, move, reason });
  }
  return leftovers;
}

/**
 * Looks up what covers a span. To be asked in the order of the file: it only moves forward, so
 * that all look-ups together take linear time.
 */
function coveringSpans<T extends { readonly span: Span }>(items: readonly T[]): (span: Span) => T | undefined {
  const sorted = items.toSorted((a, b) => a.span.start - b.span.start);
  let next = 0;
  let open: T[] = [];
  return (span) => {
    for (let item = sorted[next]; item !== undefined && item.span.start <= span.start; item = sorted[++next])
      open.push(item);
    open = open.filter((item) => item.span.end > span.start);
    return open.find((item) => span.end <= item.span.end);
  };
}

/**
 * Why digits that no transform knows are no port; undefined where nothing tells.
 *
 * @param moves whether a port moves: a range both ends of which do is hardly a name
 */
export function reasonToLeave(
  text: string,
  span: Span,
  instruction: Instruction | undefined,
  moves: (port: string) => boolean = () => false,
): string | undefined {
  const keyword = instruction?.inner?.keyword ?? instruction?.keyword;
  if (keyword === 'COMMENT') return 'prose that does not name it as a port';
  const inBody = instruction?.heredocs.some(({ body }) => body.sourceOffset(0) <= span.start) ?? false;
  if (keyword !== undefined && NEVER.has(keyword) && !inBody) return `${keyword} states no port`;
  const before = text.slice(Math.max(0, span.start - 200), span.start);
  const after = text.slice(span.end, span.end + 200);
  const head = /[\w.+%/~@-]*$/.exec(before)?.[0].replace(/^.*\\[nrt]/, '') ?? '';
  const escaped = /\\[nrt]$/.test(before);
  const tail = /^[\w.+%/~-]*/.exec(after)?.[0] ?? '';
  if (/(?:^|[\s`;])#\s[^\n]*$/.test(before)) return 'in a comment of the shell';
  if (escaped) return undefined;
  const otherEnd = head === '' ? /^-(\d+)$/.exec(tail)?.[1] : tail === '' ? /^(\d+)-$/.exec(head)?.[1] : undefined;
  if (otherEnd !== undefined && moves(otherEnd)) return undefined;
  if (/\d\.$/.test(head) || /^\.\d/.test(tail)) return 'part of a version or an address';
  if (/[A-Za-z_]$/.test(head) || /^[A-Za-z_]/.test(tail)) return 'part of a name';
  if (/[A-Za-z\d][.+-]$/.test(head) || /^[.+-][A-Za-z\d]/.test(tail)) return 'part of a name';
  if (/\/$/.test(head) && !/port/i.test(head)) return 'part of a path';
  return undefined;
}
