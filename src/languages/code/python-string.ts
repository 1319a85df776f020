import type { MappedText } from '../../text/mapped-text.ts';
import type { Expression, TextExpression } from './expression.ts';
import { decodeLiteral, type EscapeRules } from './literal.ts';
import { childNodes, type PythonNode, type PythonSource, readPython } from './python-tree.ts';

const OPENING = /^([A-Za-z]*)("""|'''|"|')/;

/**
 * Reads a string, an f-string with what is put into it, or several that stand side by side.
 *
 * @see https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals
 */
export function readPythonString(node: PythonNode, source: PythonSource): TextExpression {
  if (node.name === 'ContinuedString') {
    return { kind: 'text', parts: childNodes(node).flatMap((child) => readPythonString(child, source).parts) };
  }
  const whole = source.code.text.slice(node.from, node.to);
  const [opening, prefix = '', quote = ''] = OPENING.exec(whole) ?? [''];
  const start = node.from + opening.length;
  const end =
    quote !== '' && whole.length >= opening.length + quote.length && whole.endsWith(quote)
      ? node.to - quote.length
      : node.to;
  const rules: EscapeRules = {
    backslash: /r/i.test(prefix) ? 'none' : 'all',
    doubled: node.name === 'FormatString' ? '{}' : undefined,
  };
  const parts: (MappedText | Expression)[] = [];
  const literal = (from: number, to: number): void => {
    if (from < to) parts.push(decodeLiteral(source.code.slice(from, to), rules, 'python string'));
  };
  let copied = start;
  for (const child of childNodes(node)) {
    if (child.name !== 'FormatReplacement') continue;
    literal(copied, child.from);
    const value = childNodes(child).find((inner) => inner.name !== '{');
    if (value !== undefined) parts.push(readPython(value, source));
    copied = child.to;
  }
  literal(copied, end);
  return { kind: 'text', parts };
}
