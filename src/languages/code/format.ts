import type { MappedText } from '../../text/mapped-text.ts';
import { type Expression, NOTHING, type TextExpression } from './expression.ts';

/** @see https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting */
const PERCENT = /%%|%(?:\((\w+)\))?[-+ #0]*(?:\d+|\*)?(?:\.\d+)?[a-zA-Z]/g;

/** @see https://docs.python.org/3/library/string.html#format-string-syntax */
const BRACES = /\{\{|\}\}|\{(\w*)(?:[.[][^{}:!]*)?(?:![rsa])?(?::[^{}]*)?\}/g;

/** Puts values at the `%s` and `%d` of a text, by position or by name. */
export function fillFormat(
  format: TextExpression,
  values: readonly Expression[],
  named: ReadonlyMap<string, Expression> = new Map(),
): TextExpression {
  return fill(format, PERCENT, '%%', values, named);
}

/** Puts values at the `{}`, `{0}` and `{name}` of a text. */
export function fillBraces(
  format: TextExpression,
  values: readonly Expression[],
  named: ReadonlyMap<string, Expression>,
): TextExpression {
  return fill(format, BRACES, '{{', values, named);
}

function fill(
  format: TextExpression,
  pattern: RegExp,
  escaped: string,
  values: readonly Expression[],
  named: ReadonlyMap<string, Expression>,
): TextExpression {
  let next = 0;
  const valueOf = (key: string | undefined): Expression => {
    if (key === undefined || key === '') return values[next++] ?? NOTHING;
    return (/^\d+$/.test(key) ? values[Number(key)] : named.get(key)) ?? NOTHING;
  };
  const parts: (MappedText | Expression)[] = [];
  for (const part of format.parts) {
    if ('kind' in part) {
      parts.push(part);
      continue;
    }
    let copied = 0;
    for (const match of part.text.matchAll(pattern)) {
      const literal = match[0] === escaped || match[0] === '}}';
      parts.push(part.slice(copied, match.index + (literal ? 1 : 0)));
      if (!literal) parts.push(valueOf(match[1]));
      copied = match.index + match[0].length;
    }
    parts.push(part.slice(copied));
  }
  return { kind: 'text', parts: parts.filter((part) => 'kind' in part || part.length > 0) };
}
