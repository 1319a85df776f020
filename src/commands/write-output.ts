import { chmodSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { fileProblem } from '../files/errors.ts';
import type { Completion } from '../report/completion.ts';
import { reportHtml } from '../report/html.ts';
import { reportMarkdown } from '../report/markdown.ts';

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
