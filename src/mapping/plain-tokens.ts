/** A token of a YAML document that is neither blank nor comment. */
export interface PlainToken {
  readonly kind: 'plain' | 'quoted' | '{' | '}' | '[' | ']' | ',' | ':' | '-' | 'end';
  /** The scalar, without quotes; the character itself for all others. */
  readonly text: string;
  readonly offset: number;
  readonly line: number;
  /** 0-based. */
  readonly column: number;
  /** The column of the first token of a line; -1 for all others. */
  readonly indent: number;
}

/** Thrown where a document is beyond what `readPlainYaml` reads; it may be fine, or wrong. */
export class Beyond extends Error {}

/**
 * What can be neither an indicator nor a document marker, wherever it stands; at most 1000
 * characters, because longer keys need an explicit `?`.
 *
 * @see https://yaml.org/spec/1.2.2/#733-plain-style
 */
const PLAIN = /(?:\.{1,2}\/)?[A-Za-z0-9_/](?:[\w./@+*~=-]| (?=[\w/])){0,999}(?![^\s,:{}[\]])/y;
/** A dash before an item, and a colon behind a plain key: {@link https://yaml.org/spec/1.2.2/#82-block-collection-styles}. */
const BEFORE_BLANK = /.(?=[ \t\r\n])/y;

type Start = Exclude<PlainToken['kind'], 'end'> | 'blank' | 'lineEnd' | 'comment';

const START: Readonly<Record<string, Start>> = {
  ' ': 'blank',
  '\t': 'blank',
  '\r': 'lineEnd',
  '\n': 'lineEnd',
  '#': 'comment',
  '"': 'quoted',
  "'": 'quoted',
  '{': '{',
  '}': '}',
  '[': '[',
  ']': ']',
  ',': ',',
  ':': ':',
  '-': '-',
};

/** What a lexeme is as a whole; where there is none, it is one character. */
const PATTERNS: Readonly<Partial<Record<Start, RegExp>>> = {
  blank: /[ \t]+/y,
  lineEnd: /\r?\n/y,
  comment: /#[^\r\n]*/y,
  plain: PLAIN,
  quoted: /"[^"\\\r\n]{0,1000}"|'[^'\r\n]{0,1000}'(?!')/y,
  ':': BEFORE_BLANK,
  '-': BEFORE_BLANK,
};

/**
 * The tokens of a document of plain and quoted one-line scalars, without anchors, aliases, tags,
 * block scalars, escapes, directives and document markers. The last token is `end`.
 *
 * @param tabs - Whether lines may start with tabs, as those within brackets may.
 * @throws {Beyond} At anything else.
 */
export function* tokenizePlainYaml(text: string, tabs: boolean): Generator<PlainToken, undefined> {
  let [offset, line, lineStart] = [0, 0, 0];
  let [isLineStart, isAfterBlank, isAfterQuoted] = [true, true, false];

  /** The end of the match at `offset`, or 0. */
  function match(pattern: RegExp): number {
    pattern.lastIndex = offset;
    return pattern.test(text) ? pattern.lastIndex : 0;
  }
  function token(kind: PlainToken['kind'], start: number, end: number): PlainToken {
    const column = offset - lineStart;
    const indent = isLineStart ? column : -1;
    isLineStart = false;
    return { kind, text: text.slice(start, end), offset, line, column, indent };
  }

  while (offset < text.length) {
    const character = text.charAt(offset);
    const start = START[character] ?? 'plain';
    const pattern = PATTERNS[start];
    const isJsonColon = start === ':' && isAfterQuoted;
    const end = pattern === undefined || isJsonColon ? offset + 1 : match(pattern);
    if (end === 0 || (start === 'comment' && !isAfterBlank)) throw new Beyond();
    isAfterBlank = start === 'blank' || start === 'lineEnd';
    isAfterQuoted = start === 'quoted';
    if (start === 'lineEnd') {
      line++;
      lineStart = end;
      isLineStart = true;
    } else if (start === 'blank') {
      if (isLineStart && !tabs && text.slice(offset, end).includes('\t')) throw new Beyond();
    } else if (start === 'quoted') {
      yield token(start, offset + 1, end - 1);
    } else if (start !== 'comment') {
      yield token(start, offset, end);
    }
    offset = end;
  }
  yield { kind: 'end', text: '', offset, line: line + 1, column: -1, indent: -1 };
  return undefined;
}
