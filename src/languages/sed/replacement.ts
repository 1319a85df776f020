import { type MappedText, MappedTextBuilder } from '../../text/mapped-text.ts';
import type { PlainPattern } from './pattern.ts';

const SED_ESCAPE = /\\(?:(?<group>\d)|x(?<hex>[0-9A-Fa-f]{2})|(?<char>[\s\S]))|(?<whole>&)/g;
const PERL_ESCAPE = /\\(?:(?<group>\d)|(?<char>[\s\S]))|\$(?:\{?(?<number>\d)\}?|(?<whole>&))/g;
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f' };
const CASE_MARKS = /^[LUElu]$/;

/** The text that a replacement puts into the file, with what the search found for `\1` and `&`. */
export interface Replacement {
  readonly text: MappedText;
  /** Where in the source what the search found is put in; digits there are not those of the replacement. */
  readonly found: readonly { readonly start: number; readonly end: number }[];
}

/**
 * Decodes the replacement side of `s/search/replacement/`.
 *
 * @see https://www.gnu.org/software/sed/manual/sed.html#The-_0022s_0022-Command
 */
export function decodeReplacement(side: MappedText, search: PlainPattern, dialect: 'sed' | 'perl'): Replacement {
  const builder = new MappedTextBuilder();
  const found: { start: number; end: number }[] = [];
  let done = 0;
  for (const match of side.text.matchAll(dialect === 'sed' ? SED_ESCAPE : PERL_ESCAPE)) {
    const { group, number, hex, char = '', whole } = match.groups ?? {};
    const end = match.index + match[0].length;
    builder.copy(side, done, match.index);
    done = end;
    const reference = group ?? number ?? (whole === undefined ? undefined : '0');
    if (reference !== undefined) {
      const text = reference === '0' ? search.text : (search.groups[Number(reference)] ?? '');
      builder.replace(text, side, match.index, end);
      found.push({ start: side.sourceOffset(match.index), end: side.sourceOffset(end) });
    } else if (hex !== undefined) {
      builder.replace(String.fromCharCode(Number.parseInt(hex, 16)), side, match.index, end);
    } else if (ESCAPED[char] !== undefined) builder.replace(ESCAPED[char], side, match.index, end);
    else if (!CASE_MARKS.test(char)) builder.copy(side, end - char.length, end);
  }
  return { text: builder.copy(side, done).build('replacement', side), found };
}

/** Decodes the text of `a`, `i` and `c`. */
export function decodeText(text: MappedText): MappedText {
  if (!text.text.includes('\\')) return text;
  const builder = new MappedTextBuilder();
  let done = 0;
  for (const match of text.text.matchAll(/\\([\s\S])/g)) {
    const end = match.index + 2;
    const char = match[1] ?? '';
    builder.copy(text, done, match.index);
    done = end;
    const decoded = match.index === 0 ? undefined : ESCAPED[char];
    if (decoded === undefined) builder.copy(text, end - char.length, end);
    else builder.replace(decoded, text, match.index, end);
  }
  return builder.copy(text, done).build('sed text', text);
}
