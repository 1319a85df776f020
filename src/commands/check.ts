import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CheckResult } from '../check/result.ts';
import { checkFleet, isClean } from '../check/verdict.ts';
import { type Diagnostic, DiagnosticError } from '../diagnostic.ts';
import { decode } from '../files/encoding.ts';
import { fileProblem } from '../files/errors.ts';
import { readPathList } from '../files/read-list.ts';
import { findMergedPorts } from '../mapping/conflicts.ts';
import { mappingFromArguments } from '../mapping/inline.ts';
import { parseMapping } from '../mapping/load.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { checkText } from '../report/check-text.ts';
import { type ColorChoice, colorsFor } from '../report/color.ts';
import type { Completion } from '../report/completion.ts';
import { githubText } from '../report/github.ts';
import { reportHtml } from '../report/html.ts';
import { junitText } from '../report/junit.ts';
import { reportMarkdown } from '../report/markdown.ts';
import { progressOn } from '../report/progress.ts';
import { toDiagnosticResult } from '../report/result.ts';
import { safeJson } from '../report/safe-json.ts';
import { sarifText } from '../report/sarif.ts';
import { reportDiagnostics, type Verbosity } from '../report/terminal.ts';
import { readFleet } from './read-fleet.ts';
import type { Surroundings } from './surroundings.ts';

export const CHECK_FORMATS = ['text', 'json', 'markdown', 'github', 'sarif', 'junit'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

export interface CheckFlags {
  readonly paths: readonly string[];
  readonly map?: string | undefined;
  readonly port: readonly string[];
  readonly root?: string | undefined;
  readonly format: CheckFormat;
  /** Files to write the report to: `.html` for a page, else Markdown. */
  readonly report: readonly string[];
  readonly strict: boolean;
  readonly ignore: boolean;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly filesFrom?: string | undefined;
  readonly null: boolean;
  readonly color: ColorChoice;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

export interface CheckSources {
  /** The version of this program, for reports that name it. */
  readonly version: string;
  /** The plan; `--map` and `--port` if it is left out. */
  readonly mapping?: Mapping | undefined;
}

/**
 * Runs `reberth check`: says whether every service is on its port, and every Dockerfile agrees with
 * itself.
 *
 * @returns the exit code: 0 everything is as it should be, 1 it is not (with `--strict` also for
 *   warnings and items for review), 2 an error
 * @throws {DiagnosticError} for what stops the run before there is anything to report
 */
export async function checkCommand(flags: CheckFlags, around: Surroundings, sources: CheckSources): Promise<number> {
  const mapping = sources.mapping ?? loadPlan(flags, around.cwd);
  const merged = mapping === undefined ? [] : findMergedPorts(mapping);
  if (merged.length > 0) throw new DiagnosticError(merged);
  const paths = await collectPaths(flags, mapping, around);
  const progress = progressOn(around.stderr, 'Dockerfiles');
  const { fleet, diagnostics } = await readFleet(mapping, {
    paths,
    cwd: around.cwd,
    root: flags.root,
    include: flags.include,
    exclude: flags.exclude,
    noIgnore: !flags.ignore,
    shown: flags.format === 'json' ? 'root' : 'cwd',
    onProgress: flags.quiet ? undefined : progress.update,
  }).finally(progress.end);
  const result = checkFleet(fleet, diagnostics.map(toDiagnosticResult));
  show(result, flags, around, sources.version);
  const failed = await writeReports(flags.report, { before: result }, around.cwd);
  tell(failed, flags, around);
  const { errors, warnings, review } = result.summary;
  if (errors + failed.length > 0) return 2;
  const isStrictlyClean = !flags.strict || warnings + review === 0;
  return isClean(result) && isStrictlyClean ? 0 : 1;
}

function loadPlan(flags: CheckFlags, cwd: string): Mapping | undefined {
  const given = mappingFromArguments(flags.port);
  if (flags.map === undefined) return flags.port.length === 0 ? undefined : given;
  const mapping = parseMapping(readText(flags.map, cwd), flags.map);
  return { ...mapping, moves: [...mapping.moves, ...given.moves] };
}

function readText(file: string, cwd: string): string {
  try {
    const decoded = decode(readFileSync(resolve(cwd, file)));
    if (decoded.kind === 'problem') throw new DiagnosticError([{ ...decoded.problem, file }]);
    return decoded.text;
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    throw new DiagnosticError([fileProblem(error, 'read the mapping', file)]);
  }
}

/** Without paths: what the plan names, or else everything below the current directory. */
async function collectPaths(
  { filesFrom, paths, null: nul }: CheckFlags,
  mapping: Mapping | undefined,
  { cwd, stdin }: Surroundings,
): Promise<readonly string[]> {
  const source = filesFrom === undefined || filesFrom === '-' ? filesFrom : resolve(cwd, filesFrom);
  const listed = source === undefined ? [] : await readPathList(source, { nul, input: stdin });
  if (paths.length > 0 || filesFrom !== undefined) return [...paths, ...listed];
  return mapping === undefined || mapping.services.length === 0 ? ['.'] : [];
}

function show(result: CheckResult, flags: CheckFlags, { stdout, stderr, env }: Surroundings, version: string): void {
  const colors = colorsFor({ choice: flags.color, env, isTTY: stdout.isTTY === true });
  switch (flags.format) {
    case 'text':
      stdout.write(checkText(result, { verbosity: verbosityOf(flags), colors }));
      break;
    case 'json':
      stdout.write(safeJson(result));
      break;
    case 'markdown':
      stdout.write(reportMarkdown({ before: result }));
      break;
    case 'github':
      stdout.write(githubText(result));
      break;
    case 'sarif':
      stdout.write(sarifText(result, version));
      break;
    case 'junit':
      stdout.write(junitText(result));
      break;
  }
  const forPeople = colorsFor({ choice: flags.color, env, isTTY: stderr.isTTY === true });
  stderr.write(reportDiagnostics(result.diagnostics, { verbosity: verbosityOf(flags), colors: forPeople }));
}

/**
 * Writes the completion report to each of the files, as a page where the file is called `.html` or
 * `.htm`, else as Markdown.
 *
 * @returns what went wrong
 */
export async function writeReports(files: readonly string[], data: Completion, cwd: string): Promise<Diagnostic[]> {
  const problems: Diagnostic[] = [];
  for (const file of files) {
    const text = /\.html?$/i.test(file) ? reportHtml(data) : reportMarkdown(data);
    try {
      await writeFile(resolve(cwd, file), text);
    } catch (error) {
      problems.push(fileProblem(error, 'write the report', file));
    }
  }
  return problems;
}

function tell(problems: readonly Diagnostic[], flags: CheckFlags, { stderr, env }: Surroundings): void {
  const colors = colorsFor({ choice: flags.color, env, isTTY: stderr.isTTY === true });
  stderr.write(reportDiagnostics(problems.map(toDiagnosticResult), { verbosity: verbosityOf(flags), colors }));
}

function verbosityOf({ quiet, verbose }: CheckFlags): Verbosity {
  return quiet ? 'quiet' : verbose ? 'verbose' : 'normal';
}
