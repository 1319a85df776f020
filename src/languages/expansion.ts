import type { MappedText } from '../text/mapped-text.ts';

/** Stands in a decoded text for something whose value cannot be read there, such as `$(hostname)`. */
export const OPAQUE = '\uFFFC';

/** `$NAME`, `${NAME}`, `${NAME:-default}`, `%NAME%` is not one. */
const EXPANSION = /\$(?:\{([A-Za-z_]\w*)(?:(:?[-=+?])((?:[^{}]|\{[^{}]*\})*))?[^{}]*\}|([A-Za-z_]\w*))/y;

export interface Expansion {
  readonly kind: 'expansion';
  readonly name: string;
  /** The text behind `:-`, `-`, `:=` or `=`; undefined without one. */
  readonly fallback: MappedText | undefined;
  readonly at: MappedText;
}

export interface Literal {
  readonly kind: 'literal';
  readonly at: MappedText;
}

/**
 * Splits a text into variable expansions as the shell and the Dockerfile write them, and the
 * literal text between them. Whatever else starts with `$` is literal.
 *
 * @see https://docs.docker.com/reference/dockerfile/#environment-replacement
 */
export function splitExpansions(text: MappedText): (Expansion | Literal)[] {
  if (!text.text.includes('$')) return text.length === 0 ? [] : [{ kind: 'literal', at: text }];
  const parts: (Expansion | Literal)[] = [];
  let literal = 0;
  let at = text.text.indexOf('$');
  while (at !== -1) {
    EXPANSION.lastIndex = at;
    const match = EXPANSION.exec(text.text);
    if (match === null) {
      at = text.text.indexOf('$', at + 1);
      continue;
    }
    if (literal < at) parts.push({ kind: 'literal', at: text.slice(literal, at) });
    const end = at + match[0].length;
    const [, braced, operator, , plain] = match;
    parts.push({
      kind: 'expansion',
      name: braced ?? plain ?? '',
      fallback: operator?.endsWith('-') || operator?.endsWith('=') ? fallbackOf(text, match, operator) : undefined,
      at: text.slice(at, end),
    });
    literal = end;
    at = text.text.indexOf('$', end);
  }
  if (literal < text.length) parts.push({ kind: 'literal', at: text.slice(literal) });
  return parts;
}

function fallbackOf(text: MappedText, match: RegExpExecArray, operator: string): MappedText {
  const start = match.index + 2 + (match[1]?.length ?? 0) + operator.length;
  return text.slice(start, start + (match[3]?.length ?? 0));
}
