import { type MappedText, MappedTextBuilder } from '../text/mapped-text.ts';

/**
 * The value of a Dockerfile word: quotes removed, escaped characters plain, `$NAME` kept as it is.
 *
 * @see https://github.com/moby/buildkit/blob/master/frontend/dockerfile/shell/lex.go
 */
export function decodeWord(word: MappedText, escape: string): MappedText {
  if (!/['"\\`]/.test(word.text)) return word;
  const decoded = new MappedTextBuilder();
  const { text } = word;
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (quote === '' && (char === '"' || char === "'")) quote = char;
    else if (char === quote) quote = '';
    else if (char === escape && quote !== "'" && i + 1 < text.length) {
      const next = text.charAt(i + 1);
      if (quote === '"' && next !== '"' && next !== '$' && next !== escape) decoded.copy(word, i, i + 1);
      else {
        decoded.replace(next, word, i, i + 2);
        i++;
      }
    } else decoded.copy(word, i, i + 1);
  }
  return decoded.build('Dockerfile word', word);
}

const JSON_ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** The value of a JSON string, without its quotes. The text between them must be valid JSON. */
export function decodeJsonString(inner: MappedText): MappedText {
  if (!inner.text.includes('\\')) return inner.enter('JSON string');
  const decoded = new MappedTextBuilder();
  const { text } = inner;
  let plain = 0;
  for (let i = text.indexOf('\\'); i !== -1; i = text.indexOf('\\', plain)) {
    decoded.copy(inner, plain, i);
    const name = text.charAt(i + 1);
    const end = name === 'u' ? i + 6 : i + 2;
    const value = name === 'u' ? String.fromCharCode(Number.parseInt(text.slice(i + 2, end), 16)) : name;
    decoded.replace(JSON_ESCAPES[name] ?? value, inner, i, end);
    plain = end;
  }
  return decoded.copy(inner, plain).build('JSON string', inner);
}

/** The strings of an exec form `["a", "b"]`, decoded; undefined when the text is not a JSON array of strings. */
export function readExecForm(text: MappedText): MappedText[] | undefined {
  if (!/^\s*\[/.test(text.text)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text.text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) return undefined;
  const strings: MappedText[] = [];
  for (const match of text.text.matchAll(/"((?:[^"\\]|\\.)*)"/g)) {
    strings.push(decodeJsonString(text.slice(match.index + 1, match.index + match[0].length - 1)));
  }
  return strings;
}
