import type { Finding } from '../occurrence.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { type CodeOptions, findInCode } from './code/find.ts';
import { readCode } from './code/read-code.ts';
import { readScript } from './code/script-parser.ts';
import type { ScriptLanguage } from './code/script-syntax.ts';

/**
 * The ports in PHP, Perl, Ruby, Lua or R, such as the argument of `php -r`.
 *
 * Expansions of the shell may stand in it. Code that is not well-formed is read as far as it goes;
 * no input makes it throw.
 */
export function findInScript(code: MappedText, language: ScriptLanguage, options?: CodeOptions): Finding[] {
  return readCode(code, () => findInCode(readScript(code, language), code, language, options));
}
