/**
 * What a terminal could take as a command or show as something else: C0 and C1 controls, lone
 * surrogates (bytes that are not UTF-8), the line and paragraph separators, the byte order mark,
 * and the directional controls that reorder what is read (https://trojansource.codes).
 */
const UNPRINTABLE =
  /[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** `text` for one line of a terminal: everything in it that does not print is spelled out, as in `\x1b`. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => NAMED[character] ?? spelled(character.charCodeAt(0)));
}

/** Like {@link printable} for a part of a file's line: tabs stay. */
export function printableCode(text: string): string {
  return text.split('\t').map(printable).join('\t');
}

function spelled(code: number): string {
  const isByte = code < 0x100 || (code >= 0xdc80 && code <= 0xdcff);
  return isByte ? `\\x${hex(code & 0xff, 2)}` : `\\u${hex(code, 4)}`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
