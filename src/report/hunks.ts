import { type StructuredPatchHunk, structuredPatch } from 'diff';

/** Follows a line of a hunk that is the last of its file and has no line feed. */
const NO_NEWLINE = '\\ No newline at end of file';

/** A line that differs; its new text is given with the line feed, if it has one. */
interface ChangedLine {
  /** 0-based. */
  readonly number: number;
  /** Where it stands in the text before the change, from its start to behind its line feed. */
  readonly start: number;
  readonly end: number;
  readonly after: string;
}

/** Changes that are close enough together to share a hunk. */
interface ChangeGroup {
  readonly firstNumber: number;
  lastNumber: number;
  readonly start: number;
  end: number;
  /** The new text of each changed line, by the line's number. */
  readonly after: Map<number, string>;
}

/**
 * The hunks of a unified diff, with `context` lines around each change. Only a line feed ends a
 * line, as for `git apply`.
 *
 * Edits of ports keep the lines of a file, so lines are compared number by number; texts with
 * different numbers of lines get the diff of the `diff` package.
 */
export function diffHunks(before: string, after: string, context: number): StructuredPatchHunk[] {
  const changed = changedLines(before, after);
  if (changed === undefined) return structuredPatch('', '', before, after, '', '', { context }).hunks;
  return grouped(changed, context).map((group) => hunkOf(before, group, context));
}

/** The lines that differ, or `undefined` when the texts do not have the same number of lines. */
function changedLines(before: string, after: string): ChangedLine[] | undefined {
  const changed: ChangedLine[] = [];
  let start = 0;
  let afterStart = 0;
  for (let number = 0; start < before.length && afterStart < after.length; number++) {
    const end = lineEnd(before, start);
    const afterEnd = lineEnd(after, afterStart);
    const line = after.slice(afterStart, afterEnd);
    if (before.slice(start, end) !== line) changed.push({ number, start, end, after: line });
    start = end;
    afterStart = afterEnd;
  }
  return start === before.length && afterStart === after.length ? changed : undefined;
}

/** Puts changes together whose context touches or overlaps. */
function grouped(changed: readonly ChangedLine[], context: number): ChangeGroup[] {
  const groups: ChangeGroup[] = [];
  for (const { number, start, end, after } of changed) {
    const last = groups.at(-1);
    if (last !== undefined && number - last.lastNumber - 1 <= 2 * context) {
      last.lastNumber = number;
      last.end = end;
      last.after.set(number, after);
    } else {
      groups.push({ firstNumber: number, lastNumber: number, start, end, after: new Map([[number, after]]) });
    }
  }
  return groups;
}

function hunkOf(before: string, group: ChangeGroup, context: number): StructuredPatchHunk {
  const leading = linesOf(before.slice(linesBack(before, group.start, context), group.start));
  const rest = linesOf(before.slice(group.start, linesForward(before, group.end, context)));
  const lines: string[] = [];
  for (const line of leading) pushLine(lines, ' ', line);
  let added: string[] = [];
  for (const [index, line] of rest.entries()) {
    const after = group.after.get(group.firstNumber + index);
    if (after === undefined) {
      for (const other of added) pushLine(lines, '+', other);
      added = [];
      pushLine(lines, ' ', line);
    } else {
      pushLine(lines, '-', line);
      added.push(after);
    }
  }
  for (const other of added) pushLine(lines, '+', other);
  const start = group.firstNumber - leading.length + 1;
  const count = leading.length + rest.length;
  return { oldStart: start, oldLines: count, newStart: start, newLines: count, lines };
}

function pushLine(lines: string[], sign: ' ' | '-' | '+', line: string): void {
  if (line.endsWith('\n')) lines.push(sign + line.slice(0, -1));
  else lines.push(sign + line, NO_NEWLINE);
}

/** The lines of `text`, each with its line feed. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start);
    lines.push(text.slice(start, end));
    start = end;
  }
  return lines;
}

/** Where the line that holds `offset` ends, its line feed included. */
function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at === -1 ? text.length : at + 1;
}

/** The offset `count` lines before the line that starts at `offset`. */
function linesBack(text: string, offset: number, count: number): number {
  let at = offset;
  for (let i = 0; i < count && at > 0; i++) at = at === 1 ? 0 : text.lastIndexOf('\n', at - 2) + 1;
  return at;
}

/** The offset `count` lines behind the line that starts at `offset`. */
function linesForward(text: string, offset: number, count: number): number {
  let at = offset;
  for (let i = 0; i < count && at < text.length; i++) at = lineEnd(text, at);
  return at;
}
