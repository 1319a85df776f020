import type { Colors } from './color.ts';
import { DEFAULT_CONTEXT, diffHeaders, type FileChange, hunksText } from './diff.ts';
import { type LinePart, lineParts } from './line-parts.ts';
import { printable, printableCode } from './printable.ts';

/**
 * The unified diff of one file for people: coloured, the changed numbers standing out within their
 * line, and nothing in it that a terminal would obey. Empty where nothing changed. Not for
 * `git apply`: that is `unifiedDiff`.
 */
export function terminalDiff(change: FileChange, colors: Colors, context: number = DEFAULT_CONTEXT): string {
  const hunks = hunksText(change, context);
  if (hunks === '') return '';
  const headers = diffHeaders(change.path, printable).map((line) => colors.bold(line.trimEnd()));
  const lines = hunks.slice(0, -1).split('\n').map(withoutReturn);
  return `${[...headers, ...shownLines(lines, colors)].join('\n')}\n`;
}

/** The carriage return before a line feed says nothing to people. */
function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

function shownLines(lines: readonly string[], colors: Colors): string[] {
  const shown: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const removed = run(lines, at, '-');
    const added = run(lines, at + removed.length, '+');
    at += removed.length + added.length;
    for (const line of changedLines(removed, added, colors)) shown.push(line);
    if (removed.length + added.length === 0) shown.push(otherLine(lines[at++] ?? '', colors));
  }
  return shown;
}

/** The lines from `start` that have the sign, with the note on a missing line feed. */
function run(lines: readonly string[], start: number, sign: string): string[] {
  let end = start;
  while (lines[end]?.startsWith(sign) || (end > start && isNote(lines[end]))) end++;
  return lines.slice(start, end);
}

/** Whether a line is git's `\ No newline at end of file`: no line of a file starts so in a diff. */
function isNote(line: string | undefined): boolean {
  return line?.startsWith('\\') ?? false;
}

function otherLine(line: string, colors: Colors): string {
  if (line.startsWith('@')) return colors.cyan(line);
  return isNote(line) ? colors.dim(line) : printableCode(line);
}

/** Removed lines and those that stand in their place; line by line where they are as many. */
function changedLines(removed: readonly string[], added: readonly string[], colors: Colors): string[] {
  const after = added.filter((line) => !isNote(line));
  const before = removed.filter((line) => !isNote(line));
  const arePaired = before.length === after.length;
  const pairs = arePaired ? before.map((line, index) => lineParts(line.slice(1), after[index]?.slice(1) ?? '')) : [];
  return [
    ...removed.map((line, index) => changedLine(line, pairs[index]?.before, colors.red, colors)),
    ...added.map((line, index) => changedLine(line, pairs[index]?.after, colors.green, colors)),
  ];
}

function changedLine(
  line: string,
  parts: readonly LinePart[] | undefined,
  color: (text: string) => string,
  colors: Colors,
): string {
  if (isNote(line)) return colors.dim(line);
  if (parts === undefined) return color(printableCode(line));
  const shown = parts.map(({ text, changed }) =>
    changed ? colors.bold(colors.inverse(printableCode(text))) : printableCode(text),
  );
  return color(line.slice(0, 1) + shown.join(''));
}
