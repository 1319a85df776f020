import type { Span } from '../text/mapped-text.ts';
import { MappedText, MappedTextBuilder } from '../text/mapped-text.ts';
import { findHeredocs, type HeredocMark } from './heredoc.ts';

/** A heredoc of an instruction; spans are offsets in the file. */
export interface Heredoc extends HeredocMark {
  /** The lines between the instruction and the delimiter. */
  readonly body: MappedText;
}

/** One instruction as the builder reads it: continued lines joined, comments within them gone. */
export interface InstructionLine {
  readonly kind: 'instruction';
  readonly text: MappedText;
  readonly span: Span;
  readonly heredocs: readonly Heredoc[];
}

/** A comment on a line of its own, from `#` to the end of the line; also within continued lines. */
export interface CommentLine {
  readonly kind: 'comment';
  readonly text: MappedText;
  readonly span: Span;
}

export interface LineProblem {
  readonly kind: 'problem';
  readonly code: 'unterminated-heredoc' | 'bad-escape-directive' | 'repeated-directive';
  readonly message: string;
  readonly hint: string;
  readonly span: Span;
}

export type LogicalLine = InstructionLine | CommentLine | LineProblem;

const DIRECTIVE = /^#[^\S\n]*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/;
const DIRECTIVES = new Set(['syntax', 'escape', 'check']);
const CONTINUATION: Readonly<Record<string, RegExp>> = {
  '\\': /(?:^|[^\\])(\\[ \t]*)$/,
  '`': /(?:^|[^`])(`[ \t]*)$/,
};

interface Line {
  readonly start: number;
  /** Where the text of the line ends, before `\r\n` or `\n`. */
  readonly end: number;
  /** Where the next line starts. */
  readonly next: number;
}

/**
 * Cuts a Dockerfile into instructions and comments exactly where the builder does.
 *
 * A line ends with `\n`, and any `\r` before it belongs to the end. An escape character at the end
 * of a line continues it unless it is escaped itself; comments and empty lines within a continued
 * instruction vanish; heredocs take the lines up to their delimiter.
 *
 * @see https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/parser.go
 */
export function* readLines(file: string): Iterable<LogicalLine> {
  const source = MappedText.of(file);
  const { escape, rest, problems } = readDirectives(file);
  yield* problems;
  const continuation = CONTINUATION[escape] ?? /(?!)/;

  let at = rest;
  while (at < file.length) {
    const first = lineAt(file, at);
    at = first.next;
    if (isComment(file, first)) {
      yield comment(source, first);
      continue;
    }
    const start = skipBlanks(file, first);
    let kept = joinable(file, start, first.end, continuation);
    if (!kept.continued && kept.end === start) continue;

    const pieces: Span[] = [{ start, end: kept.end }];
    let end = first.end;
    while (kept.continued && at < file.length) {
      const line = lineAt(file, at);
      at = line.next;
      end = line.end;
      if (isComment(file, line)) {
        yield comment(source, line);
        continue;
      }
      if (skipBlanks(file, line) === line.end) continue;
      kept = joinable(file, line.start, line.end, continuation);
      pieces.push({ start: line.start, end: kept.end });
    }

    const instruction = new JoinedLine(source, pieces, start);
    const heredocs: Heredoc[] = [];
    let unterminated: HeredocMark | undefined;
    for (const mark of holdsMark(file, start, end) ? findHeredocs(instruction.text.text) : []) {
      const body = readBody(file, at, mark);
      if (body === undefined) {
        unterminated = mark;
        break;
      }
      heredocs.push({ ...mark, body: source.slice(at, body.end) });
      end = body.terminatorEnd;
      at = body.next;
    }
    if (unterminated !== undefined) {
      yield {
        kind: 'problem',
        code: 'unterminated-heredoc',
        message: `the heredoc <<${unterminated.name} has no closing line "${unterminated.name}"`,
        hint: 'add the closing line, alone on its line',
        span: { start, end },
      };
      return;
    }
    instruction.span = { start, end };
    instruction.heredocs = heredocs;
    yield instruction;
  }
}

/** An instruction whose lines are joined when its text is asked for: many are known by how the file has them. */
class JoinedLine implements InstructionLine {
  readonly kind = 'instruction';
  span: Span;
  heredocs: readonly Heredoc[] = [];
  readonly #source: MappedText;
  readonly #pieces: readonly Span[];
  #text: MappedText | undefined;

  constructor(source: MappedText, pieces: readonly Span[], start: number) {
    this.#source = source;
    this.#pieces = pieces;
    this.span = { start, end: start };
  }

  get text(): MappedText {
    if (this.#text === undefined) {
      const joined = new MappedTextBuilder();
      for (const { start, end } of this.#pieces) joined.copy(this.#source, start, end);
      this.#text = joined.build('instruction', this.#source);
    }
    return this.#text;
  }
}

/** Whether there may be a `<<` once the lines are joined. */
function holdsMark(file: string, start: number, end: number): boolean {
  return file.slice(start, end).includes('<');
}

/** The escape character that `# escape=` sets, and where the text behind the directives starts. */
export function readDirectives(file: string): { escape: string; rest: number; problems: LineProblem[] } {
  let escape = '\\';
  let at = file.startsWith('\uFEFF') ? 1 : 0;
  const seen = new Set<string>();
  const problems: LineProblem[] = [];
  while (at < file.length) {
    const line = lineAt(file, at);
    const start = skipBlanks(file, line);
    const match = DIRECTIVE.exec(file.slice(start, line.end));
    const name = match?.[1]?.toLowerCase();
    if (name === undefined || !DIRECTIVES.has(name)) break;
    const span = { start, end: line.end };
    if (seen.has(name)) {
      problems.push({
        kind: 'problem',
        code: 'repeated-directive',
        message: `the directive "${name}" is given twice`,
        hint: 'keep one of them',
        span,
      });
    }
    seen.add(name);
    const value = match?.[2] ?? '';
    if (name === 'escape') {
      if (value === '\\' || value === '`') escape = value;
      else {
        const message = `the escape directive is "${value}", which is neither \\ nor \``;
        const hint = 'write # escape=\\ or # escape=`';
        problems.push({ kind: 'problem', code: 'bad-escape-directive', message, hint, span });
      }
    }
    at = line.next;
  }
  return { escape, rest: at, problems };
}

function lineAt(file: string, start: number): Line {
  const newline = file.indexOf('\n', start);
  const next = newline === -1 ? file.length : newline + 1;
  let end = newline === -1 ? file.length : newline;
  while (end > start && file.charCodeAt(end - 1) === 13) end--;
  return { start, end, next };
}

function skipBlanks(file: string, line: Line): number {
  let at = line.start;
  while (at < line.end && isBlank(file.charCodeAt(at))) at++;
  return at;
}

/** As `\s` has it. */
function isBlank(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || (unit > 127 && /\s/.test(String.fromCharCode(unit)));
}

function isComment(file: string, line: Line): boolean {
  const start = skipBlanks(file, line);
  return start < line.end && file.charAt(start) === '#';
}

function comment(source: MappedText, line: Line): CommentLine {
  const start = skipBlanks(source.text, line);
  const span = { start, end: line.end };
  return { kind: 'comment', text: source.slice(start, line.end).enter('comment'), span };
}

/** What of a line goes into the instruction, and whether the next line does as well. */
function joinable(
  file: string,
  start: number,
  lineEnd: number,
  continuation: RegExp,
): { end: number; continued: boolean } {
  let last = lineEnd;
  while (last > start && (file[last - 1] === ' ' || file[last - 1] === '\t')) last--;
  const tail = Math.max(start, last - 2);
  const match = continuation.exec(file.slice(tail, lineEnd));
  if (match === null) return { end: lineEnd, continued: false };
  return { end: lineEnd - (match[1]?.length ?? 0), continued: true };
}

function readBody(
  file: string,
  start: number,
  mark: HeredocMark,
): { end: number; terminatorEnd: number; next: number } | undefined {
  let at = start;
  while (at < file.length) {
    const line = lineAt(file, at);
    const text = file.slice(line.start, line.end);
    if ((mark.stripTabs ? text.replace(/^\t+/, '') : text) === mark.name) {
      return { end: line.start, terminatorEnd: line.end, next: line.next };
    }
    at = line.next;
  }
  return undefined;
}
