import type { Node, PhrasingContent } from 'mdast';
import type { PlacedText } from './document.ts';
import { namesDockerfile } from './names.ts';

/** The text of a paragraph, a heading or a cell without its marks, and where each character stands. */
export interface Inline {
  readonly text: string;
  /** What is set as code or is a link, with `at`, where it starts in `text`. A link to a Dockerfile is its target. */
  readonly spans: readonly (PlacedText & { readonly at: number; readonly length: number })[];
  /** What is set as code, strong or with emphasis. */
  readonly marks: readonly { readonly at: number; readonly length: number }[];
  /** Whether all of it is strong: `**TRX Staking**`, as people write headings in lists. */
  readonly strong: boolean;
  /** Where a character of `text` stands in the document. */
  offsetAt(index: number): number;
}

const MARKS: ReadonlySet<string> = new Set(['inlineCode', 'strong', 'emphasis', 'link']);

interface Piece {
  readonly at: number;
  readonly length: number;
  readonly offset: number;
  /** Characters of the text and of the document are one to one: no escapes, no entities. */
  readonly plain: boolean;
}

/**
 * Reads the content of a block.
 *
 * @param source the document
 * @param fallback where the block starts
 */
export function readInline(nodes: readonly PhrasingContent[], source: string, fallback: number): Inline {
  let text = '';
  const pieces: Piece[] = [];
  const spans: (PlacedText & { at: number; length: number })[] = [];
  const marks: { at: number; length: number }[] = [];
  const add = (value: string, node: Node): void => {
    const start = startOf(node, fallback);
    const written = source.slice(start, node.position?.end.offset ?? start);
    let read = 0;
    // The blanks and marks before lines are no part of the value.
    for (const line of value.split(/(?<=\n)/)) {
      const found = written.indexOf(line.trimEnd(), read);
      const plain = found !== -1;
      if (plain) read = found;
      pieces.push({ at: text.length, length: line.length, offset: start + read, plain });
      text += line;
    }
  };
  const visit = (node: PhrasingContent): void => {
    const at = text.length;
    if (node.type === 'text') add(node.value, node);
    else if (node.type === 'inlineCode') {
      add(node.value, node);
      spans.push({ text: node.value, offset: pieces.at(-1)?.offset ?? fallback, at, length: node.value.length });
    } else if (node.type === 'break') add('\n', node);
    else if (node.type === 'html') add(/^<br\s*\/?>$/i.test(node.value) ? '\n' : '', node);
    else if (node.type === 'image' || node.type === 'imageReference') add(node.alt ?? '', node);
    else if ('children' in node) {
      for (const child of node.children) visit(child);
      if (node.type === 'link' && spans.at(-1)?.at !== at) {
        const target = namesDockerfile(node.url) && !node.url.includes(':') ? node.url : text.slice(at);
        spans.push({ text: target, offset: startOf(node, fallback), at, length: text.length - at });
      }
    }
    if (MARKS.has(node.type)) marks.push({ at, length: text.length - at });
  };
  for (const node of nodes) visit(node);
  const [only, ...others] = nodes.filter((node) => node.type !== 'text' || /[\p{L}\p{N}]/u.test(node.value));
  return {
    text,
    spans,
    marks,
    strong: only?.type === 'strong' && others.length === 0,
    offsetAt(index) {
      const piece = pieceAt(pieces, index);
      if (piece === undefined) return fallback;
      return piece.plain ? piece.offset + Math.min(index - piece.at, piece.length) : piece.offset;
    },
  };
}

/** The lines of a paragraph, each with its own places. */
export function linesOf(inline: Inline): Inline[] {
  const lines: Inline[] = [];
  for (const match of inline.text.matchAll(/[^\n]+/g)) {
    const { index } = match;
    const end = index + match[0].length;
    lines.push({
      text: match[0],
      strong: inline.strong,
      spans: within(inline.spans, index, end),
      marks: within(inline.marks, index, end),
      offsetAt: (at) => inline.offsetAt(index + at),
    });
  }
  return lines;
}

function within<T extends { readonly at: number }>(parts: readonly T[], start: number, end: number): T[] {
  return parts.filter(({ at }) => at >= start && at < end).map((part) => ({ ...part, at: part.at - start }));
}

/** The last piece that starts there or before; a paragraph may have very many. */
function pieceAt(pieces: readonly Piece[], index: number): Piece | undefined {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.at ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}

/** Where a node starts in the document. */
export function startOf(node: Node, fallback = 0): number {
  return node.position?.start.offset ?? fallback;
}
