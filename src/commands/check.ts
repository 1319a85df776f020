import type { CheckResult } from '../check/result.ts';
import type { Fleet } from '../check/types.ts';
import { checkFleet, isClean } from '../check/verdict.ts';
import { type Diagnostic, DiagnosticError, toDiagnosticResult } from '../diagnostic.ts';
import { findMergedPorts } from '../mapping/conflicts.ts';
import { checkText } from '../report/check-text.ts';
import type { CheckFormat } from '../report/formats.ts';
import { githubText } from '../report/github.ts';
import { junitText } from '../report/junit.ts';
import { reportMarkdown } from '../report/markdown.ts';
import { progressOn } from '../report/progress.ts';
import { safeJson } from '../report/safe-json.ts';
import { sarifText } from '../report/sarif.ts';
import { assertOutputs } from './assert-outputs.ts';
import { type MappingFlags, mappingOfFlags } from './mapping-of-flags.ts';
import { type PathFlags, pathsOfFlags } from './paths-of-flags.ts';
import { readFleet } from './read-fleet.ts';
import type { Surroundings } from './surroundings.ts';
import { type Voice, type VoiceFlags, voiceOf } from './voice.ts';
import { writeReports } from './write-output.ts';

export interface CheckFlags extends MappingFlags, PathFlags, VoiceFlags {
  readonly format: CheckFormat;
  /** Files to write the report to: `.html` for a page, else Markdown. */
  readonly report: readonly string[];
  readonly strict: boolean;
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
  const listed = await pathsOfFlags(flags, around);
  const { mapping, diagnostics: notes } = await mappingOfFlags(flags, listed, around.cwd);
  const merged = mapping === undefined ? [] : findMergedPorts(mapping);
  if (merged.length > 0) throw new DiagnosticError(merged);
  // Else the Dockerfiles that the plan names, or everything below the current directory.
  const isAnyNamed = flags.paths.length > 0 || flags.filesFrom !== undefined;
  const files = {
    paths: isAnyNamed || (mapping !== undefined && mapping.services.length > 0) ? listed : ['.'],
    cwd: around.cwd,
    root: flags.root,
    include: flags.include,
    exclude: flags.exclude,
    noIgnore: !flags.ignore,
  };
  await assertOutputs(flags.report, flags, { ...files, mapping });
  const progress = progressOn(around.stderr, 'Dockerfiles');
  const { fleet, diagnostics } = await readFleet(mapping, {
    ...files,
    shown: flags.format === 'json' ? 'root' : 'cwd',
    onProgress: flags.quiet ? undefined : progress.update,
  }).finally(progress.end);
  const problems = [...notes, ...diagnostics, ...nothingFound(fleet, diagnostics, flags)];
  const result = checkFleet(fleet, problems.map(toDiagnosticResult));
  const voice = voiceOf(flags, around);
  around.stdout.write(textOf(result, flags.format, voice, version));
  voice.report(result.diagnostics);
  const failed = writeReports(flags.report, { before: result }, around.cwd);
  voice.report(failed);
  const { errors, warnings, review } = result.summary;
  if (errors + failed.length > 0) return 2;
  const isStrictlyClean = !flags.strict || warnings + review === 0;
  return isClean(result) && isStrictlyClean ? 0 : 1;
}

/** A folder without Dockerfiles is rather a slip than all right; an empty list of files is what it is. */
function nothingFound(fleet: Fleet, found: readonly Diagnostic[], { filesFrom }: CheckFlags): Diagnostic[] {
  if (filesFrom !== undefined || fleet.services.length + fleet.others.length > 0) return [];
  if (found.some(({ severity }) => severity === 'error')) return [];
  const hint = 'check the path; files with other names can be named, or taken with --include';
  return [{ code: 'no-dockerfiles', severity: 'error', message: 'no Dockerfile was found', hint }];
}

function textOf(result: CheckResult, format: CheckFormat, { verbosity, stdout }: Voice, version: string): string {
  switch (format) {
    case 'text':
      return checkText(result, { verbosity, colors: stdout.colors });
    case 'json':
      return safeJson(result);
    case 'markdown':
      return reportMarkdown({ before: result });
    case 'github':
      return githubText(result);
    case 'sarif':
      return sarifText(result, version);
    case 'junit':
      return junitText(result);
  }
}
