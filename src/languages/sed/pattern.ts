/** What a regular expression says in plain words: the text that it plainly matches. */
export interface PlainPattern {
  readonly text: string;
  /** The plain text of each group, the first at 1. */
  readonly groups: readonly string[];
}

const QUANTIFIER = /^(?:\\?[+?]|\*|\\?\{[\d,]*\\?\})\??/;
const CLASS = /^\[\^?\]?(?:\[[:.=][^\]]*\]|\\[\s\S]|[^\]\n])*\]/;
const BLANK_CLASS = /^\[(?:\[:(?:space|blank):\]|\\[st]|\s)+\]$/;

/**
 * Reads a regular expression as the text that it plainly matches: `^#\?Port\s\+22$` is `Port 22`.
 * What may be absent, repeated or of several kinds is left out; blanks become one blank.
 *
 * @param extended whether `(` groups without a backslash, as in `sed -E` and Perl
 */
export function plainPattern(pattern: string, extended: boolean): PlainPattern {
  const groups: string[] = [];
  const open: { readonly number: number; readonly start: number }[] = [];
  let text = '';
  let at = 0;
  let count = 0;
  while (at < pattern.length) {
    const atom = atomAt(pattern, at, extended);
    at += atom.length;
    if (atom.kind === 'open') {
      count++;
      open.push({ number: count, start: text.length });
      continue;
    }
    const quantifier = QUANTIFIER.exec(pattern.slice(at))?.[0] ?? '';
    at += quantifier.length;
    if (atom.kind === 'close') {
      const group = open.pop();
      if (group === undefined) continue;
      groups[group.number] = text.slice(group.start);
      if (/^(?:\\?\?|\*)/.test(quantifier)) text = text.slice(0, group.start);
    } else if (quantifier === '' || (atom.plain.trim() !== '' && /^\\?\+/.test(quantifier) && atom.kind === 'char')) {
      text += atom.plain;
    } else if (atom.plain === ' ') text += ' ';
  }
  return { text, groups };
}

interface Atom {
  readonly kind: 'open' | 'close' | 'char' | 'class' | 'anchor';
  readonly plain: string;
  readonly length: number;
}

function atomAt(pattern: string, at: number, extended: boolean): Atom {
  const char = pattern.charAt(at);
  const next = pattern.charAt(at + 1);
  if (char === '\\') return escaped(next, extended);
  if (extended && char === '(') {
    const special = /^\((?:\?[:=!<]+)?/.exec(pattern.slice(at))?.[0] ?? '(';
    return { kind: 'open', plain: '', length: special.length };
  }
  if (extended && char === ')') return { kind: 'close', plain: '', length: 1 };
  if (char === '[') {
    const found = CLASS.exec(pattern.slice(at))?.[0];
    if (found !== undefined) return { kind: 'class', plain: BLANK_CLASS.test(found) ? ' ' : '', length: found.length };
  }
  if (char === '^' && (at === 0 || /[(|]$/.test(pattern.slice(0, at)))) return { kind: 'anchor', plain: '', length: 1 };
  if (char === '$' && /^(?:$|\\?[)|])/.test(pattern.slice(at + 1))) return { kind: 'anchor', plain: '', length: 1 };
  if (char === '.') return { kind: 'class', plain: isQuantified(pattern, at + 1) ? '' : '.', length: 1 };
  return { kind: 'char', plain: char, length: 1 };
}

function escaped(next: string, extended: boolean): Atom {
  if (!extended && next === '(') return { kind: 'open', plain: '', length: 2 };
  if (!extended && next === ')') return { kind: 'close', plain: '', length: 2 };
  if (next === 's') return { kind: 'class', plain: ' ', length: 2 };
  if (next === 'n') return { kind: 'char', plain: '\n', length: 2 };
  if (next === 't') return { kind: 'char', plain: ' ', length: 2 };
  if (/[dDwWSbB<>]/.test(next)) return { kind: 'class', plain: '', length: 2 };
  return { kind: 'char', plain: next, length: 2 };
}

function isQuantified(pattern: string, at: number): boolean {
  return QUANTIFIER.test(pattern.slice(at));
}
