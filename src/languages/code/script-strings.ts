import type { MappedText } from '../../text/mapped-text.ts';
import type { Expression, TextExpression } from './expression.ts';
import { decodeLiteral } from './literal.ts';
import type { QuoteRule } from './script-syntax.ts';

/** `{$a->b}`, `${a}`, `$a`, `$a{b}`, `$a['b']`, `$a->b` */
const DOLLAR =
  /\\.|\{(\$[^{}]*(?:\{[^{}]*\})?[^{}]*)\}|\$\{([A-Za-z_]\w*)\}|(\$[A-Za-z_]\w*(?:\{['"]?\w+['"]?\}|\[['"]?\w+['"]?\]|->\w+)?)/gs;
/** `#{a}` */
const HASH = /\\.|#\{((?:[^{}]|\{[^{}]*\})*)\}/gs;

/**
 * Reads the inside of a string with the values that are put into it.
 *
 * @param read reads a piece of the language
 */
export function readScriptString(
  inside: MappedText,
  rule: QuoteRule,
  language: string,
  read: (code: MappedText) => Expression,
): TextExpression {
  const parts: (MappedText | Expression)[] = [];
  let copied = 0;
  const literal = (from: number, to: number): void => {
    if (from < to)
      parts.push(decodeLiteral(inside.slice(from, to), { backslash: rule.backslash }, `${language} string`));
  };
  const pattern = rule.interpolates === 'dollar' ? DOLLAR : HASH;
  for (const match of rule.interpolates === 'no' ? [] : inside.text.matchAll(pattern)) {
    const [whole, first, braced, plain] = match;
    if (first === undefined && braced === undefined && plain === undefined) continue;
    const end = match.index + whole.length;
    literal(copied, match.index);
    const shell = inside.slice(match.index, end);
    if (braced !== undefined)
      parts.push({
        kind: 'name',
        name: `$${braced}`,
        at: shell,
        shell: /^[A-Z_][A-Z0-9_]*$/.test(braced) ? shell : undefined,
      });
    else if (plain !== undefined) parts.push(read(shell));
    else parts.push(read(inside.slice(match.index + whole.indexOf('{') + 1, end - 1)));
    copied = end;
  }
  literal(copied, inside.length);
  return { kind: 'text', parts };
}
