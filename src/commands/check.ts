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
import { loadPlan } from '../plan/load.ts';
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
  /** A plan, in whatever form; instead of a mapping. */
  readonly plan?: string | undefined;
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

/**
 * Runs `reberth check`: says whether every service is on its port, and every Dockerfile agrees with
 * itself.
 *
 * @param version of this program, for reports that name it
 * @returns the exit code: 0 everything is as it should be, 1 it is not (with `--strict` also for
 *   warnings and items for review), 2 an error
 * @throws {DiagnosticError} for what stops the run before there is anything to report
 */
export async function checkCommand(flags: CheckFlags, around: Surroundings, version: string): Promise<number> {
  const listed = await listedPaths(flags, around);
  const { mapping, diagnostics: notes } = await readPlan(flags, listed, around.cwd);
  const merged = mapping === undefined ? [] : findMergedPorts(mapping);
  if (merged.length > 0) throw new DiagnosticError(merged);
  const progress = progressOn(around.stderr, 'Dockerfiles');
  const { fleet, diagnostics } = await readFleet(mapping, {
    paths: listed ?? (mapping === undefined || mapping.services.length === 0 ? ['.'] : []),
    cwd: around.cwd,
    root: flags.root,
    include: flags.include,
    exclude: flags.exclude,
    noIgnore: !flags.ignore,
    shown: flags.format === 'json' ? 'root' : 'cwd',
    onProgress: flags.quiet ? undefined : progress.update,
  }).finally(progress.end);
  const result = checkFleet(fleet, [...notes, ...diagnostics].map(toDiagnosticResult));
  show(result, flags, around, version);
  const failed = await writeReports(flags.report, { before: result }, around.cwd);
  tell(failed, flags, around);
  const { errors, warnings, review } = result.summary;
  if (errors + failed.length > 0) return 2;
  const isStrictlyClean = !flags.strict || warnings + review === 0;
  return isClean(result) && isStrictlyClean ? 0 : 1;
}

interface ReadPlan {
  /** Undefined where there is no plan. */
  readonly mapping: Mapping | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

async function readPlan(flags: CheckFlags, paths: readonly string[] = [], cwd: string): Promise<ReadPlan> {
  const { map, plan, port, root, include, exclude, ignore } = flags;
  const given = mappingFromArguments(port);
  if (map !== undefined && plan !== undefined) {
    const message = '--map and --plan both say where the services are to be';
    throw new DiagnosticError([{ code: 'two-plans', severity: 'error', message, hint: 'give one of them' }]);
  }
  if (plan !== undefined) {
    const { mapping, diagnostics } = await loadPlan(plan, { cwd, root, paths, include, exclude, noIgnore: !ignore });
    return { mapping: { ...mapping, moves: [...mapping.moves, ...given.moves] }, diagnostics };
  }
  if (map === undefined) return { mapping: port.length === 0 ? undefined : given, diagnostics: [] };
  const mapping = parseMapping(readText(map, cwd), map);
  return { mapping: { ...mapping, moves: [...mapping.moves, ...given.moves] }, diagnostics: [] };
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

/** What the user names; undefined for what the plan names, or else everything below the current directory. */
async function listedPaths(
  { filesFrom, paths, null: nul }: CheckFlags,
  { cwd, stdin }: Surroundings,
): Promise<readonly string[] | undefined> {
  if (filesFrom === undefined) return paths.length === 0 ? undefined : paths;
  const source = filesFrom === '-' ? filesFrom : resolve(cwd, filesFrom);
  return [...paths, ...(await readPathList(source, { nul, input: stdin }))];
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
