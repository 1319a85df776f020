import { relative, sep } from 'node:path';
import type { DiagnosticResult } from '../diagnostic.ts';
import { inChunks } from '../report/chunks.ts';
import { unifiedDiff } from '../report/diff.ts';
import { toFileResult } from '../report/from-plan.ts';
import { linkerFor } from '../report/hyperlink.ts';
import { jsonWriter } from '../report/json.ts';
import type { MoveOwners } from '../report/moved-ports.ts';
import { patchText } from '../report/patch.ts';
import type { FileResult, Summary } from '../report/result.ts';
import { statText } from '../report/stat.ts';
import { summaryLine, summaryTotals } from '../report/summary.ts';
import { summaryTable } from '../report/summary-table.ts';
import { type ReportOptions, reportDiagnostics, reportFile, reportTotals } from '../report/terminal.ts';
import { terminalDiff } from '../report/terminal-diff.ts';
import type { PlannedFile, RunPlan } from '../run/run.ts';
import type { ApplyFlags } from './apply.ts';
import { patchDate, patchSurroundings } from './patch-surroundings.ts';
import type { Surroundings } from './surroundings.ts';
import { type Voice, voiceOf } from './voice.ts';

/** A run with what came of it. */
export interface ShownRun {
  readonly plan: RunPlan;
  /** The files that changed, or would. */
  readonly changed: readonly PlannedFile[];
  readonly diagnostics: readonly DiagnosticResult[];
  readonly summary: Summary;
  readonly owners: MoveOwners;
  /** Errors kept the whole run from being done. */
  readonly refused: boolean;
  /** A file other than a Dockerfile was written, such as a report. */
  readonly wroteOthers: boolean;
}

/** Prints the form that was asked for on standard output, and what there is to say on standard error. */
export async function showRun(flags: ApplyFlags, around: Surroundings, run: ShownRun): Promise<void> {
  const format = flags.format ?? (flags.dryRun ? 'diff' : undefined);
  const voice = voiceOf(flags, around);
  if (flags.stat) showStat(voice, around, run);
  if (format === 'diff' && !flags.stat) showDiff(flags, voice, around, run.changed);
  else if (format === 'json') showJson(around, run);
  else if (format === 'summary') showSummary(voice, around, run);
  else if (format === 'html') await showPage(flags, around, run);
  else if (format === 'patch') await showPatch(flags, around, run);
  showReport(flags, voice, around, run);
}

function showJson({ stdout }: Surroundings, { plan, diagnostics, summary }: ShownRun): void {
  const json = jsonWriter();
  const output = inChunks((text) => stdout.write(text));
  for (const file of plan.files.map(toFileResult)) if (saysSomething(file)) output.write(json.file(file));
  output.write(json.end({ diagnostics, summary }));
  output.end();
}

function saysSomething({ edits, review, diagnostics }: FileResult): boolean {
  return edits.length + review.length + diagnostics.length > 0;
}

function showSummary(voice: Voice, { stdout }: Surroundings, { plan, summary, refused, wroteOthers }: ShownRun): void {
  const { colors } = voice.stdout;
  const output = inChunks((text) => stdout.write(text));
  for (const file of plan.files) output.write(summaryLine(toFileResult(file), colors));
  output.write(summaryTotals(summary, colors, { refused, wroteOthers }));
  output.end();
}

function showReport(
  flags: ApplyFlags,
  { verbosity, stderr: { colors, isTerminal } }: Voice,
  { stderr, env, cwd }: Surroundings,
  { plan, diagnostics, summary, owners, refused, wroteOthers }: ShownRun,
): void {
  const options: ReportOptions = { verbosity, colors };
  // A summary has said how much changes; what is left to say is what needs a person.
  const isSummed = flags.format === 'summary';
  const link = linkerFor({ env, isTTY: isTerminal });
  const output = inChunks((text) => stderr.write(text));
  for (const file of plan.files) {
    const { edits, review, diagnostics: own, leftAlone } = toFileResult(file);
    const shown = { path: fromHere(file, cwd), edits: isSummed ? [] : edits, review, diagnostics: own, leftAlone };
    output.write(reportFile(shown, { ...options, link: (text: string) => link(text, file.absolute) }));
  }
  output.write(reportDiagnostics(diagnostics, options));
  if (isTerminal && verbosity !== 'quiet' && owners.size > 1) output.write(summaryTable(plan.files, colors, owners));
  if (!isSummed) output.write(reportTotals(summary, options, { refused, wroteOthers }));
  output.end();
}

function showDiff(
  { context }: ApplyFlags,
  voice: Voice,
  { stdout, cwd }: Surroundings,
  changed: readonly PlannedFile[],
): void {
  const { colors, isTerminal } = voice.stdout;
  const isForPeople = isTerminal || colors.isColorSupported;
  const output = inChunks<Uint8Array>((text) => stdout.write(text));
  for (const file of changed) {
    const change = { path: fromHere(file, cwd), before: file.before, after: file.after };
    output.write(isForPeople ? terminalDiff(change, colors, context) : unifiedDiff(change, context));
  }
  output.end();
}

function showStat(voice: Voice, { stdout, cwd }: Surroundings, { changed }: ShownRun): void {
  const { colors, isTerminal } = voice.stdout;
  const files = changed.map((file) => ({ ...file, path: fromHere(file, cwd) }));
  stdout.write(statText(files, { colors, width: isTerminal ? stdout.columns : undefined }));
}

async function showPage(
  flags: ApplyFlags,
  { stdout }: Surroundings,
  { plan, diagnostics, summary, owners }: ShownRun,
): Promise<void> {
  const { reviewHtml } = await import('../report/review-html.ts');
  stdout.write(reviewHtml({ files: plan.files, diagnostics, summary, owners, context: flags.context }));
}

async function showPatch(
  flags: ApplyFlags,
  { stdout, env, cwd }: Surroundings,
  { plan, owners }: ShownRun,
): Promise<void> {
  const { top, author } = await patchSurroundings(cwd, env);
  const files = plan.files.map((file) => ({ ...file, path: fromHere(file, top) }));
  stdout.write(
    patchText(files, {
      date: patchDate(env, new Date()),
      author,
      version: flags.version,
      context: flags.context,
      owners,
    }),
  );
}

/** The path relative to the current directory, with forward slashes. */
function fromHere({ absolute }: PlannedFile, cwd: string): string {
  return relative(cwd, absolute).split(sep).join('/');
}
