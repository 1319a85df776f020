import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { DiagnosticError } from '../diagnostic.ts';
import { decode } from './encoding.ts';
import { fileProblem } from './errors.ts';

/**
 * Reads a file that is to be understood as a whole.
 *
 * @param file - As the user gave it, for diagnostics, too.
 * @param what - What it is to be: `mapping`.
 * @throws DiagnosticError where it cannot be read, or is not UTF-8 text.
 */
export function readText(file: string, cwd: string, what: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(resolve(cwd, file));
  } catch (error) {
    throw new DiagnosticError([fileProblem(error, `read the ${what}`, file)]);
  }
  const decoded = decode(bytes);
  if (decoded.kind === 'problem') throw new DiagnosticError([{ ...decoded.problem, file }]);
  return decoded.text;
}
