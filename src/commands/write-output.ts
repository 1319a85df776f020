import { chmodSync, existsSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { type Diagnostic, DiagnosticError } from '../diagnostic.ts';
import { fileProblem, printable } from '../files/errors.ts';
import { isDockerfileName } from '../files/names.ts';
import type { Completion } from '../report/completion.ts';
import { reportHtml } from '../report/html.ts';
import { reportMarkdown } from '../report/markdown.ts';

/**
 * Checks before a run that what it is to write beside Dockerfiles has a folder to be in.
 *
 * @throws {DiagnosticError} when it has not
 */
export function assertWritableOutputs(files: readonly (string | undefined)[], cwd: string): void {
  const diagnostics = files.flatMap((file): Diagnostic[] => {
    if (file === undefined) return [];
    const folder = dirname(resolve(cwd, file));
    if (existsSync(folder) && statSync(folder).isDirectory()) return [];
    const message = `cannot write ${file}: its folder is not there`;
    return [{ code: 'no-such-folder', severity: 'error', message, file, hint: `create ${dirname(file)} first` }];
  });
  if (diagnostics.length > 0) throw new DiagnosticError(diagnostics);
}

/**
 * Checks before a run that what it is to write is nothing that it reads: a mistyped command line must not cost a file.
 *
 * @param outputs what flags such as `--report` name
 * @param inputs what the run is told to read
 * @throws {DiagnosticError} `output-is-input`
 */
export function assertNoInputs(
  outputs: readonly (string | undefined)[],
  inputs: readonly (string | undefined)[],
  cwd: string,
): void {
  const read = new Set(inputs.flatMap((file) => (file === undefined ? [] : [resolve(cwd, file)])));
  const diagnostics = outputs.flatMap((file): Diagnostic[] => {
    if (file === undefined) return [];
    const problem =
      file === '-'
        ? 'a file is to be named, not -'
        : read.has(resolve(cwd, file))
          ? 'this run reads it'
          : isDockerfileName(basename(file)) && existsSync(resolve(cwd, file))
            ? 'a Dockerfile is there'
            : undefined;
    if (problem === undefined) return [];
    const message = `cannot write ${printable(file)}: ${problem}`;
    return [{ code: 'output-is-input', severity: 'error', message, hint: 'choose another name for what is written' }];
  });
  if (diagnostics.length > 0) throw new DiagnosticError(diagnostics);
}

/**
 * Writes what a flag such as `--report` asked for, replacing what is there.
 *
 * @param file as the user gave it
 * @param mode the permission bits it gets, if not the usual ones
 * @returns what went wrong
 */
export function writeOutput(file: string, text: string, cwd: string, mode?: number): Diagnostic[] {
  try {
    writeFileSync(resolve(cwd, file), text);
    if (mode !== undefined) chmodSync(resolve(cwd, file), mode);
    return [];
  } catch (error) {
    return [fileProblem(error, 'write', file)];
  }
}

/**
 * Writes a completion report to each file: as a page to `.html`, else as Markdown.
 *
 * @returns what went wrong
 */
export function writeReports(files: readonly string[], data: Completion, cwd: string): Diagnostic[] {
  const problems: Diagnostic[] = [];
  for (const file of files) {
    const text = /\.html?$/i.test(file) ? reportHtml(data) : reportMarkdown(data);
    problems.push(...writeOutput(file, text, cwd));
  }
  return problems;
}
