import type { MappedText } from '../../text/mapped-text.ts';

/** `s/search/replacement/` in a Perl program. */
export interface PerlSubstitution {
  readonly search: MappedText;
  readonly replacement: MappedText;
  /** The other regular expressions of the statement: `if /^listen/`. */
  readonly conditions: readonly MappedText[];
}

const START = /(?<![\w$@%&>-])s(?:\s(?=[{([</|!])|(?=[^\w\s;=)&]))/g;
const CONDITION = /(?:\b(?:if|unless|and|or)\s+|&&\s*|!~\s*|=~\s*)m?\/((?:[^/\\\n]|\\.)*)\//g;
const PAIRS: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']', '<': '>' };

/**
 * The substitutions of a Perl program, as `perl -pe` is used to edit files.
 *
 * @see https://perldoc.perl.org/perlop#s/PATTERN/REPLACEMENT/msixpodualngcer
 */
export function parsePerlSubstitutions(code: MappedText): PerlSubstitution[] {
  const found: PerlSubstitution[] = [];
  let from = 0;
  for (;;) {
    START.lastIndex = from;
    const match = START.exec(code.text);
    if (match === null) return found;
    const start = match.index + match[0].length;
    const search = partAt(code.text, start);
    const paired = PAIRS[code.text.charAt(start)] !== undefined;
    const next = search === undefined ? undefined : paired ? skipBlanks(code.text, search + 1) : search;
    const replacement = next === undefined ? undefined : partAt(code.text, next);
    if (search === undefined || next === undefined || replacement === undefined) {
      from = start;
      continue;
    }
    from = replacement + 1;
    const statement = code.slice(from, endOfStatement(code.text, from));
    const conditions = [...statement.text.matchAll(CONDITION)].map((condition) => {
      const end = condition.index + condition[0].length - 1;
      return statement.slice(end - (condition[1]?.length ?? 0), end);
    });
    found.push({
      search: code.slice(start + 1, search),
      replacement: code.slice(next + 1, replacement),
      conditions,
    });
  }
}

/** Where the part that starts with the delimiter at `start` ends. */
function partAt(text: string, start: number): number | undefined {
  const opened = text.charAt(start);
  const closed = PAIRS[opened] ?? opened;
  let depth = 0;
  for (let i = start + 1; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '\\') i++;
    else if (char === closed && depth === 0) return i;
    else if (closed !== opened && char === opened) depth++;
    else if (closed !== opened && char === closed) depth--;
  }
  return undefined;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text.charAt(at))) at++;
  return at;
}

function endOfStatement(text: string, from: number): number {
  const end = text.indexOf(';', from);
  return end === -1 ? text.length : end;
}
