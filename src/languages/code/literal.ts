import { type MappedText, MappedTextBuilder } from '../../text/mapped-text.ts';

/** How strings of one kind are escaped. */
export interface EscapeRules {
  /** `all`: the C-like escapes; `quotes`: only `\\` and the quote; `none`: a backslash is a backslash. */
  readonly backslash: 'all' | 'quotes' | 'none';
  /** Characters that stand for one of themselves when doubled, such as the braces of an f-string. */
  readonly doubled?: string | undefined;
}

/** Beyond these, an escaped character stands for itself in every language here. */
const SINGLE: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  0: '\0',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  e: '\x1b',
  '\n': '',
};

const CODE = /\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,6})\}|U([0-9A-Fa-f]{8})|([0-7]{3}))/y;

/**
 * Decodes the inside of a string literal, without its quotes.
 *
 * @param name the layer to call it: `python string`
 * @see https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences
 * @see https://tc39.es/ecma262/#sec-literals-string-literals
 * @see https://www.php.net/manual/en/language.types.string.php
 * @see https://perldoc.perl.org/perlop#Quote-and-Quote-like-Operators
 */
export function decodeLiteral(inside: MappedText, rules: EscapeRules, name: string): MappedText {
  const builder = new MappedTextBuilder();
  const text = inside.text;
  let copied = 0;
  let at = 0;
  while (at < text.length) {
    const escape = escapeAt(text, at, rules);
    if (escape === undefined) {
      at++;
      continue;
    }
    builder.copy(inside, copied, at);
    if (escape.length === 2 && escape.decoded === text.charAt(at + 1)) builder.copy(inside, at + 1, at + escape.length);
    else builder.replace(escape.decoded, inside, at, at + escape.length);
    at += escape.length;
    copied = at;
  }
  return builder.copy(inside, copied).build(name, inside);
}

function escapeAt(text: string, at: number, rules: EscapeRules): { decoded: string; length: number } | undefined {
  const character = text.charAt(at);
  const next = text.charAt(at + 1);
  if (rules.doubled?.includes(character) && next === character) return { decoded: character, length: 2 };
  if (character !== '\\' || next === '' || rules.backslash === 'none') return undefined;
  if (rules.backslash === 'quotes') return /[\\'"]/.test(next) ? { decoded: next, length: 2 } : undefined;
  CODE.lastIndex = at;
  const code = CODE.exec(text);
  if (code !== null) {
    const hex = code[1] ?? code[2] ?? code[3] ?? code[4];
    const value = hex === undefined ? Number.parseInt(code[5] ?? '0', 8) : Number.parseInt(hex, 16);
    if (value <= 0x10ffff) return { decoded: String.fromCodePoint(value), length: code[0].length };
  }
  if (next === '\r' && text.charAt(at + 2) === '\n') return { decoded: '', length: 3 };
  return { decoded: SINGLE[next] ?? next, length: 2 };
}
