import { relative, sep } from 'node:path';
import { type Colors, colorsFor, wantsColor } from '../report/color.ts';
import { unifiedDiff } from '../report/diff.ts';
import { toFileResult } from '../report/from-plan.ts';
import { linkerFor } from '../report/hyperlink.ts';
import { jsonText } from '../report/json.ts';
import type { MoveOwners } from '../report/moved-ports.ts';
import { patchText } from '../report/patch.ts';
import { patchDate, patchSurroundings } from '../report/patch-surroundings.ts';
import type { RunResult } from '../report/result.ts';
import { reviewHtml } from '../report/review-html.ts';
import { statText } from '../report/stat.ts';
import { summaryLine, summaryTotals } from '../report/summary.ts';
import { summaryTable } from '../report/summary-table.ts';
import { type ReportOptions, reportDiagnostics, reportFile, reportTotals } from '../report/terminal.ts';
import { terminalDiff } from '../report/terminal-diff.ts';
import type { PlannedFile, RunPlan } from '../run.ts';
import type { ApplyFlags } from './apply.ts';
import type { Surroundings } from './surroundings.ts';

/** A run with what came of it. */
export interface ShownRun {
  readonly plan: RunPlan;
  /** The files that changed, or would. */
  readonly changed: readonly PlannedFile[];
  readonly result: RunResult;
  readonly owners: MoveOwners;
  /** Errors kept the whole run from being done. */
  readonly refused: boolean;
}

/** Prints the form that was asked for on standard output, and what there is to say on standard error. */
export async function showRun(flags: ApplyFlags, around: Surroundings, run: ShownRun): Promise<void> {
  const format = flags.format ?? (flags.dryRun ? 'diff' : undefined);
  if (flags.stat) await showStat(around, flags, run);
  if (format === 'diff' && !flags.stat) showDiff(flags, around, run.changed);
  else if (format === 'json') around.stdout.write(jsonText(run.result));
  else if (format === 'summary') showSummary(flags, around, run.result);
  else if (format === 'html') await showPage(flags, around, run);
  else if (format === 'patch') await showPatch(flags, around, run);
  showReport(flags, around, run);
}

function showSummary(flags: ApplyFlags, { stdout, env }: Surroundings, { files, summary }: RunResult): void {
  const colors = colorsFor({ choice: flags.color, env, isTTY: stdout.isTTY === true });
  stdout.write(files.map((file) => summaryLine(file, colors)).join('') + summaryTotals(summary, colors));
}

function showReport(
  flags: ApplyFlags,
  { stderr, env, cwd }: Surroundings,
  { plan, result, owners, refused }: ShownRun,
): void {
  const colors: Colors = colorsFor({ choice: flags.color, env, isTTY: stderr.isTTY === true });
  const options: ReportOptions = { verbosity: flags.quiet ? 'quiet' : flags.verbose ? 'verbose' : 'normal', colors };
  // A summary has said how much changes; what is left to say is what needs a person.
  const isSummed = flags.format === 'summary';
  const link = linkerFor({ env, isTTY: stderr.isTTY === true });
  for (const file of plan.files) {
    const shown = { ...toFileResult(file), path: fromHere(file, cwd) };
    const linked = { ...options, link: (text: string) => link(text, file.absolute) };
    stderr.write(reportFile(isSummed ? { ...shown, edits: [] } : shown, linked));
  }
  stderr.write(reportDiagnostics(result.diagnostics, options));
  if (stderr.isTTY === true && !flags.quiet && owners.size > 1) stderr.write(summaryTable(plan.files, colors, owners));
  if (!isSummed) stderr.write(reportTotals(result.summary, options, refused));
}

function showDiff(flags: ApplyFlags, { stdout, env, cwd }: Surroundings, changed: readonly PlannedFile[]): void {
  const question = { choice: flags.color, env, isTTY: stdout.isTTY === true };
  const colored = wantsColor(question) || question.isTTY;
  for (const file of changed) {
    const change = { path: fromHere(file, cwd), before: file.before, after: file.after };
    stdout.write(
      colored ? terminalDiff(change, colorsFor(question), flags.context) : unifiedDiff(change, flags.context),
    );
  }
}

async function showStat({ stdout, env, cwd }: Surroundings, flags: ApplyFlags, { changed }: ShownRun): Promise<void> {
  const colors = colorsFor({ choice: flags.color, env, isTTY: stdout.isTTY === true });
  const width = stdout.isTTY === true ? stdout.columns : undefined;
  stdout.write(
    statText(
      changed.map((file) => ({ ...file, path: fromHere(file, cwd) })),
      { colors, width },
    ),
  );
}

async function showPage(
  flags: ApplyFlags,
  { stdout }: Surroundings,
  { plan, result, owners }: ShownRun,
): Promise<void> {
  const { diagnostics, summary } = result;
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
