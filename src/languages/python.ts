import { createRequire } from 'node:module';
import type { Finding } from '../occurrence.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { type CodeOptions, findInCode } from './code/find.ts';
import { maskPython } from './code/mask.ts';
import { readPythonTree } from './code/python-tree.ts';
import { readCode } from './code/read-code.ts';

/**
 * The ports in Python code, version 2 or 3, such as the argument of `python -c`.
 *
 * Expansions of the shell may stand in it. Code that is not well-formed is read as far as it goes;
 * no input makes it throw.
 */
export function findInPython(code: MappedText, options?: CodeOptions): Finding[] {
  return readCode(code, () => {
    const { parser } = createRequire(import.meta.url)('@lezer/python') as typeof import('@lezer/python');
    const { text, expansions } = maskPython(code);
    return findInCode(readPythonTree(parser.parse(text).topNode, code, expansions), code, 'python', options);
  });
}
