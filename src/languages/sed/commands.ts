import type { MappedText } from '../../text/mapped-text.ts';

/** What a sed script does, as far as it concerns the text that ends up in a file. */
export type SedCommand = {
  /** The regular expressions of its addresses, without delimiters. */
  readonly addresses: readonly MappedText[];
  /** The line numbers of its addresses. */
  readonly lines: readonly MappedText[];
} & (
  | {
      readonly kind: 'substitute';
      readonly search: MappedText;
      readonly replacement: MappedText;
      readonly delimiter: string;
    }
  /** `a`, `i`, `c`: the text as written, escapes and all. */
  | { readonly kind: 'text'; readonly text: MappedText }
  /** `e command`. */
  | { readonly kind: 'execute'; readonly command: MappedText }
  /** A file name, a label or a transliteration. */
  | { readonly kind: 'other'; readonly argument: MappedText }
);

const LINE_NUMBER = /(?:\d+(?:~\d+)?|[$+~]\d*)/y;
const LABEL = /[^;}\n]*/y;
const TO_LINE_END = /[^\n]*/y;
const FLAGS = /[gpiIeMm0-9]*/y;

/**
 * Cuts a sed script into its commands.
 *
 * What cannot be read ends the reading: the commands before it are returned.
 *
 * @see https://www.gnu.org/software/sed/manual/sed.html#sed-commands-list
 */
export function parseSed(script: MappedText): SedCommand[] {
  const commands: SedCommand[] = [];
  /** Addresses of the blocks that are open: they hold for the commands within. */
  const blocks: (readonly MappedText[])[] = [];
  const text = script.text;
  let at = 0;

  const take = (form: RegExp): MappedText => {
    form.lastIndex = at;
    const start = at;
    at += form.exec(text)?.[0].length ?? 0;
    return script.slice(start, at);
  };

  const readAddress = (into: { addresses: MappedText[]; lines: MappedText[] }): boolean => {
    const custom = text.charAt(at) === '\\';
    if (custom || text.charAt(at) === '/') {
      const start = at + (custom ? 2 : 1);
      const end = endOfPart(text, start, text.charAt(start - 1));
      if (end === undefined) return false;
      into.addresses.push(script.slice(start, end));
      at = end + 1;
      take(/[IM]*/y);
      return true;
    }
    const number = take(LINE_NUMBER);
    if (number.length > 0) into.lines.push(number);
    return number.length > 0;
  };

  while (at < text.length) {
    take(/[\s;]*/y);
    if (at >= text.length) break;
    const own: { addresses: MappedText[]; lines: MappedText[] } = { addresses: [], lines: [] };
    if (readAddress(own)) {
      take(/[ \t]*/y);
      if (text.charAt(at) === ',') {
        take(/,[ \t]*/y);
        readAddress(own);
      }
    }
    take(/[ \t!]*/y);
    const outer = blocks.at(-1) ?? [];
    const addresses = own.addresses.length === 0 ? outer : [...outer, ...own.addresses];
    const around = { addresses, lines: own.lines };
    const letter = text.charAt(at);
    at++;
    switch (letter) {
      case '{':
        blocks.push(addresses);
        commands.push({ kind: 'other', argument: script.slice(at, at), addresses: own.addresses, lines: own.lines });
        break;
      case '}':
        blocks.pop();
        break;
      case '#':
        take(TO_LINE_END);
        break;
      case 's':
      case 'y': {
        const delimiter = text.charAt(at);
        const middle = delimiter === '' || /[\n\\]/.test(delimiter) ? undefined : endOfPart(text, at + 1, delimiter);
        const end = middle === undefined ? undefined : endOfReplacement(text, middle + 1, delimiter);
        if (middle === undefined || end === undefined) return commands;
        const search = script.slice(at + 1, middle);
        const replacement = script.slice(middle + 1, end);
        at = end + 1;
        if (letter === 'y') {
          commands.push({ kind: 'other', argument: search, ...around });
          break;
        }
        commands.push({ kind: 'substitute', search, replacement, delimiter, ...around });
        take(FLAGS);
        if (text.charAt(at) === 'w') commands.push({ kind: 'other', argument: take(TO_LINE_END), ...around });
        break;
      }
      case 'a':
      case 'i':
      case 'c':
        commands.push({ kind: 'text', text: takeText(), ...around });
        break;
      case 'e':
        commands.push({ kind: 'execute', command: take(TO_LINE_END).trim(), ...around });
        break;
      case 'r':
      case 'R':
      case 'w':
      case 'W':
        commands.push({ kind: 'other', argument: take(TO_LINE_END).trim(), ...around });
        break;
      case ':':
      case 'b':
      case 't':
      case 'T':
      case 'v':
      case 'l':
      case 'L':
      case 'q':
      case 'Q':
        commands.push({ kind: 'other', argument: take(LABEL).trim(), ...around });
        break;
      default:
        if (!/[=dDFgGhHMnNpPxz]/.test(letter)) return commands;
        commands.push({ kind: 'other', argument: script.slice(at, at), ...around });
    }
  }
  return commands;

  /** The text of `a`, `i` and `c`: up to the end of a line without a backslash before it. */
  function takeText(): MappedText {
    take(/[ \t]*/y);
    if (text.charAt(at) === '\\') {
      at++;
      take(/[ \t]*\n/y);
    }
    return take(/(?:[^\\\n]|\\[\s\S])*/y);
  }
}

/** Where a regular expression ends: at the delimiter that is neither escaped nor in brackets. */
function endOfPart(text: string, start: number, delimiter: string): number | undefined {
  for (let i = start; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '\\') i++;
    else if (char === delimiter) return i;
    else if (char === '[') i = endOfBracket(text, i, delimiter);
    else if (char === '\n' && delimiter === '/') return undefined;
  }
  return undefined;
}

/** The end of `[…]`, or its start when the delimiter stands before an end, as in `s/[/x/`. */
function endOfBracket(text: string, start: number, delimiter: string): number {
  const bracket = /\[\^?\]?(?:\[[:.=][^\]]*\]|[^\]\n])*\]/y;
  bracket.lastIndex = start;
  const found = bracket.exec(text)?.[0];
  if (found === undefined) return start;
  const rest = text.slice(start + found.length);
  return found.includes(delimiter) && !rest.includes(delimiter) ? start : start + found.length - 1;
}

function endOfReplacement(text: string, start: number, delimiter: string): number | undefined {
  for (let i = start; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '\\') i++;
    else if (char === '$' && text.charAt(i + 1) === '{' && delimiter !== '}') {
      const end = text.indexOf('}', i);
      if (end !== -1 && !text.slice(i, end).includes('\n')) i = end;
    } else if (char === delimiter) return i;
  }
  return undefined;
}
