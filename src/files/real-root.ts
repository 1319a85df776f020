import { realpath, stat } from 'node:fs/promises';

import { DiagnosticError } from '../diagnostic.ts';
import { fileProblem, printable } from './errors.ts';

/**
 * The directory that a run keeps to, with its links followed.
 *
 * @param root an absolute path
 * @param shown the root as messages name it
 * @throws {DiagnosticError} Where the root is missing, cannot be read or is no directory.
 */
export async function realRootOf(root: string, shown: string): Promise<string> {
  try {
    const real = await realpath(root);
    if ((await stat(real)).isDirectory()) return real;
  } catch (error) {
    throw new DiagnosticError([fileProblem(error, 'use as root', shown)]);
  }
  const message = `cannot use as root ${printable(shown)}: it is not a directory`;
  throw new DiagnosticError([{ code: 'not-a-directory', severity: 'error', message, file: shown }]);
}
