import type { Inline } from './inline.ts';

/** A part of a line, with where it starts in the line. */
export interface Chunk {
  readonly text: string;
  readonly at: number;
}

/** The parts of a line between brackets, commas and dashes. What is set as code or as a link is one part. */
export function chunksOf({ text, spans }: Inline, from: number): Chunk[] {
  const masked = spans.reduce(
    (masking, { at, length }) => masking.slice(0, at) + '\uE000'.repeat(length) + masking.slice(at + length),
    text,
  );
  const chunks: Chunk[] = [];
  const rest = masked.slice(from);
  let at = 0;
  for (const separator of rest.matchAll(
    /\s*[(),;|•·\n[\]]+\s*|\s+[-–—]\s+|(?<=\uE000)\s+(?!\uE000)|(?<!\uE000)\s+(?=\uE000)|$/gu,
  )) {
    const part = text.slice(from + at, from + separator.index);
    if (/[\p{L}\p{N}]/u.test(part)) {
      const blank = /^[^\p{L}\p{N}./*:]*/u.exec(part)?.[0].length ?? 0;
      chunks.push({ text: part.slice(blank).trimEnd(), at: from + at + blank });
    }
    at = separator.index + separator[0].length;
  }
  return chunks;
}
