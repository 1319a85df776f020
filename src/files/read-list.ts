import { readFile } from 'node:fs/promises';

import { DiagnosticError } from '../diagnostic.ts';
import { decode } from './encoding.ts';
import { fileProblem } from './errors.ts';

export interface PathListOptions {
  /** Paths are separated by NUL bytes, as `git ls-files -z` and `find -print0` write them. */
  readonly nul?: boolean | undefined;
  /** What `-` reads; standard input by default. */
  readonly input?: AsyncIterable<Uint8Array | string> | undefined;
}

/**
 * Reads a list of paths: `--files-from`. Empty entries are skipped; a list with one path per line
 * may have `\r\n` ends and a byte order mark. Blanks belong to the paths.
 *
 * @param source - A file, a pipe (`<(git ls-files)`), or `-` for standard input.
 * @throws DiagnosticError where the list cannot be read or surely is not of this kind.
 */
export async function readPathList(source: string, options: PathListOptions = {}): Promise<string[]> {
  const shown = source === '-' ? 'standard input' : source;
  const bytes = await readAll(source, options.input ?? process.stdin, shown);
  // Not `decode`: `a\0b\0` is a list of short names, not UTF-16.
  if (options.nul) return withoutEmpty(bytes.toString('utf8').split('\0'));
  const decoded = decode(bytes);
  if (decoded.kind === 'problem') throw new DiagnosticError([{ ...decoded.problem, file: shown }]);
  return readLines(decoded.text, shown);
}

async function readAll(source: string, input: AsyncIterable<Uint8Array | string>, shown: string): Promise<Buffer> {
  try {
    if (source !== '-') return await readFile(source);
    const chunks: Uint8Array[] = [];
    for await (const chunk of input) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    return Buffer.concat(chunks);
  } catch (error) {
    throw new DiagnosticError([fileProblem(error, 'read the list of files from', shown)]);
  }
}

function readLines(text: string, shown: string): string[] {
  if (text.includes('\0')) {
    const message = 'the list of files has NUL bytes in it';
    const hint = 'a list from git ls-files -z or find -print0 is read with -0';
    throw new DiagnosticError([{ code: 'list-with-nul', severity: 'error', message, file: shown, hint }]);
  }
  return withoutEmpty(text.replace(/^\uFEFF/, '').split(/\r?\n/));
}

function withoutEmpty(paths: readonly string[]): string[] {
  return paths.filter((path) => path !== '');
}
