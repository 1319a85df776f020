import { resolve } from 'node:path';
import { DiagnosticError } from '../diagnostic.ts';
import { explainTokens } from '../explain.ts';
import { readDockerfile } from '../files/read.ts';
import { printable } from '../report/printable.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Prints how the numbers at `FILE:LINE[:COLUMN]` were read.
 *
 * @returns the exit code: 0, or 1 when there is no number
 * @throws {DiagnosticError} when the place is not of that form, or the file cannot be read
 */
export async function explainCommand(place: string, { cwd, stdout, stderr }: Surroundings): Promise<number> {
  const match = /^(.+?):(\d+)(?::(\d+))?$/s.exec(place);
  if (match === null) {
    const message = `--explain takes FILE:LINE or FILE:LINE:COLUMN, not "${place}"`;
    throw new DiagnosticError([
      { code: 'bad-place', severity: 'error', message, hint: 'for example: --explain Dockerfile:12:8' },
    ]);
  }
  const [, file = '', line = '', column] = match;
  const { text } = readDockerfile(resolve(cwd, file), file);
  const explanations = explainTokens(text, Number(line), column === undefined ? undefined : Number(column));
  for (const explanation of explanations) {
    const width = Math.max(...explanation.lines.map(([label]) => label.length));
    stdout.write(`${printable(file)}:${explanation.line}:${explanation.column}: ${explanation.digits}\n`);
    for (const [label, text] of explanation.lines) stdout.write(`  ${label.padEnd(width)}  ${printable(text)}\n`);
  }
  if (explanations.length > 0) return 0;
  stderr.write(`there is no number at ${printable(place)}\n`);
  return 1;
}
