import { groupBy } from '../../mapping/group.ts';
import { printableCode } from '../printable.ts';
import type { ReviewMark } from './marks.ts';

/** A line of a file with its marks, before and after. */
export interface ReviewLine {
  /** 1-based; the same before and after, as ports have no line breaks. */
  readonly number: number;
  /** Printable, with each of `marked` between the characters `OPEN` and `CLOSE`. */
  readonly before: string;
  /** The same as `before` where the line does not change. */
  readonly after: string;
  /** The marks that stand in the text, in their order. */
  readonly marked: readonly ReviewMark[];
  /** All marks of the line, also those that overlap another. */
  readonly marks: readonly ReviewMark[];
}

/** Lines of a file that follow each other. */
export type ReviewBlock = readonly ReviewLine[];

/**
 * Two characters of the private use area that stand around marks, so that these are seen as words of
 * their own. Where a file has them, they are spelled out.
 */
export const OPEN = '\ue000';
export const CLOSE = '\ue001';

/** The lines around the marks of a file; marks that are close enough share a block. */
export function reviewBlocks(text: string, marks: readonly ReviewMark[], context: number): ReviewBlock[] {
  const lines = text.split('\n');
  const starts = lineStarts(lines);
  const last = text.endsWith('\n') ? lines.length - 1 : lines.length;
  const byLine = groupBy(marks, ({ line }) => line);
  const blocks: { first: number; last: number }[] = [];
  for (const line of [...byLine.keys()].sort((a, b) => a - b)) {
    const block = { first: Math.max(1, line - context), last: Math.max(line, Math.min(last, line + context)) };
    const before = blocks.at(-1);
    if (before !== undefined && block.first <= before.last + 1) before.last = block.last;
    else blocks.push(block);
  }
  return blocks.map((block) =>
    Array.from({ length: block.last - block.first + 1 }, (_, i) => {
      const number = block.first + i;
      return lineOf(number, lines[number - 1] ?? '', starts[number - 1] ?? 0, byLine.get(number) ?? []);
    }),
  );
}

function lineStarts(lines: readonly string[]): number[] {
  let at = 0;
  return lines.map((line) => {
    const start = at;
    at += line.length + 1;
    return start;
  });
}

function lineOf(number: number, line: string, start: number, marks: readonly ReviewMark[]): ReviewLine {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  const marked: ReviewMark[] = [];
  let before = '';
  let after = '';
  let at = 0;
  for (const mark of marks) {
    const from = mark.span.start - start;
    const to = Math.min(mark.span.end - start, text.length);
    if (from < at || to < from) continue;
    const between = shown(text.slice(at, from)) + OPEN;
    const old = shown(text.slice(from, to));
    before += between + old + CLOSE;
    after += between + (mark.text === undefined ? old : shown(mark.text)) + CLOSE;
    marked.push(mark);
    at = to;
  }
  const rest = shown(text.slice(at));
  return { number, before: before + rest, after: after + rest, marked, marks };
}

function shown(text: string): string {
  return printableCode(text).replace(/[\ue000\ue001]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`);
}
