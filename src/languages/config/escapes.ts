import { type MappedText, MappedTextBuilder } from '../../text/mapped-text.ts';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/** `\n`, or a variable that is named for the line end it holds. */
const ESCAPE = /\\([\\ntr])|\$(?:\{(?:nl|newline|lf|crlf|eol)\}|(?:nl|newline|lf|crlf|eol)(?!\w))/gi;

/**
 * Reads `\n`, `\t` and `\r` as what `echo -e`, `printf` and most versions of `echo` write for them.
 *
 * @see https://pubs.opengroup.org/onlinepubs/9699919799/utilities/echo.html
 */
export function decodeEchoEscapes(text: MappedText): MappedText {
  if (!/\\[ntr]|\$\{?(?:n|lf|crlf|eol)/i.test(text.text)) return text;
  const builder = new MappedTextBuilder();
  let done = 0;
  for (const match of text.text.matchAll(ESCAPE)) {
    const decoded = match[1] === undefined ? '\n' : ESCAPES[match[1]];
    if (decoded === undefined) continue;
    builder.copy(text, done, match.index);
    done = match.index + match[0].length;
    builder.replace(decoded, text, match.index, done);
  }
  return builder.copy(text, done).build('echo escapes', text);
}
