import type { PlannedDockerfile } from '../run/plan-dockerfile.ts';
import { listed } from '../words.ts';

/** What was changed in one file, or would be. */
export interface ChangedFile {
  readonly path: string;
  readonly services: readonly string[];
  readonly edits: number;
  readonly lines: readonly ChangedLine[];
}

export interface ChangedLine {
  /** 1-based; the same before and after, as ports have no line breaks. */
  readonly line: number;
  /** `8095 → 8096`. */
  readonly ports: string;
  /** The lines without the blanks around them, shortened around the change where they are long. */
  readonly before: string;
  readonly after: string;
}

const LONGEST = 160;

/** The lines of a planned file that change. */
export function changedFile(file: PlannedDockerfile & { readonly services?: readonly string[] }): ChangedFile {
  const { path, services = [], edits, before, after, offsets } = file;
  const old = before.split('\n');
  const now = after.split('\n');
  const byLine = new Map<number, { ports: string[]; column: number }>();
  for (const { span, from, to } of edits) {
    const { line, column } = offsets.position(span.start);
    const known = byLine.get(line) ?? { ports: [], column };
    byLine.set(line, known);
    known.ports.push(`${from} → ${to}`);
  }
  const lines = [...byLine].map(
    ([line, { ports, column }]): ChangedLine => ({
      line,
      ports: listed(ports),
      before: shorten(old[line - 1] ?? '', column),
      after: shorten(now[line - 1] ?? '', column),
    }),
  );
  return { path, services, edits: edits.length, lines };
}

function shorten(line: string, column: number): string {
  const text = line.trim();
  if (text.length <= LONGEST) return text;
  const at = Math.max(0, column - 1 - (line.length - line.trimStart().length) - LONGEST / 2);
  const part = text.slice(at, at + LONGEST);
  return `${at > 0 ? '…' : ''}${part}${at + LONGEST < text.length ? '…' : ''}`;
}
