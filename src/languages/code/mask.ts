import type { MappedText, Span } from '../../text/mapped-text.ts';
import { OPAQUE } from '../expansion.ts';

/** Code in which what the shell puts in is made readable for a parser of the language. */
export interface MaskedCode {
  /** As long as the code; each expansion is replaced by a name of the same length. */
  readonly text: string;
  /** The expansions by the offset where they start. */
  readonly expansions: ReadonlyMap<number, Span>;
}

const EXPANSION = /\$\{[A-Za-z_]\w*(?:[^{}\n]|\{[^{}\n]*\})*\}|\$[A-Za-z_]\w*|\$\((?:[^()]|\([^()]*\))*\)/y;
const EXPANSION_WITH_FALLBACK = /\$\{[A-Za-z_]\w*:[-=+?](?:[^{}\n]|\{[^{}\n]*\})*\}/y;
/** A `$` in front of a name is a part of the name in JavaScript. */
const BRACED = /\$\{[A-Za-z_]\w*(?:[^{}\n]|\{[^{}\n]*\})*\}/y;

/** Python has no `$` of its own: wherever it stands in front of a name it is the shell's. */
export function maskPython(code: MappedText): MaskedCode {
  return mask(code.text, () => EXPANSION);
}

/** In a template literal of JavaScript `${a}` is JavaScript's; `${a:-b}` cannot be. */
export function maskJavaScript(code: MappedText): MaskedCode {
  const templates = templatesOf(code.text);
  return mask(code.text, (at) =>
    templates.some((span) => at > span.start && at < span.end) ? EXPANSION_WITH_FALLBACK : BRACED,
  );
}

function mask(text: string, patternAt: (at: number) => RegExp): MaskedCode {
  const expansions = new Map<number, Span>();
  let masked = '';
  let copied = 0;
  const replace = (start: number, end: number): void => {
    expansions.set(start, { start, end });
    masked += text.slice(copied, start) + '_'.repeat(end - start);
    copied = end;
  };
  for (let at = 0; at < text.length; at = Math.max(at + 1, copied)) {
    const character = text.charAt(at);
    if (character === OPAQUE) replace(at, at + 1);
    if (character !== '$') continue;
    const pattern = patternAt(at);
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) replace(at, at + match[0].length);
  }
  return { text: masked + text.slice(copied), expansions };
}

/** Where template literals stand, roughly: quotes and backticks are told apart, nothing else. */
function templatesOf(text: string): Span[] {
  const spans: Span[] = [];
  let quote = '';
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (quote === '' && /['"`]/.test(character)) {
      quote = character;
      start = at;
    } else if (character === quote || (character === '\n' && quote !== '`')) {
      if (quote === '`') spans.push({ start, end: at });
      quote = '';
    }
  }
  return spans;
}
