import { resolve } from 'node:path';
import { type Diagnostic, DiagnosticError, toDiagnosticResult } from '../diagnostic.ts';
import { decode, encode } from '../files/encoding.ts';
import { servicesOf } from '../journal/from-plan.ts';
import { openHistory } from '../journal/history.ts';
import { openJournal } from '../journal/journal.ts';
import { acquireLock } from '../journal/lock.ts';
import { assertNoneUnfinished } from '../journal/unfinished.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { Certainty } from '../occurrence.ts';
import { entryResults } from '../report/entries.ts';
import type { ApplyFormat } from '../report/formats.ts';
import { progressOn } from '../report/progress.ts';
import type { Summary } from '../report/result.ts';
import { allDiagnostics, changedFiles, hasErrors, type Written, writePlan } from '../run/apply-plan.ts';
import { planRun, planText, type RunOptions, type RunPlan } from '../run/run.ts';
import { unmatchedEntries } from '../run/unmatched.ts';
import { assertOutputs } from './assert-outputs.ts';
import { explainCommand } from './explain.ts';
import { type MappingFlags, mappingOfFlags } from './mapping-of-flags.ts';
import { type PathFlags, pathsOfFlags } from './paths-of-flags.ts';
import { showRun } from './show-run.ts';
import type { Surroundings } from './surroundings.ts';
import { tellInterruption } from './tell-interruption.ts';
import { resumeCommand } from './undo.ts';
import type { VoiceFlags } from './voice.ts';
import { writeAsked } from './write-asked.ts';

export interface ApplyFlags extends MappingFlags, PathFlags, VoiceFlags {
  readonly dryRun: boolean;
  readonly check: boolean;
  readonly format?: ApplyFormat | undefined;
  readonly comments: boolean;
  readonly certainty: Certainty;
  readonly splitRanges: boolean;
  readonly keepGoing: boolean;
  readonly strict: boolean;
  readonly stdinFilename?: string | undefined;
  readonly context: number;
  readonly interactive: boolean;
  readonly stat: boolean;
  /** The version of this program. */
  readonly version: string;
  readonly explain?: string | undefined;
  readonly journal?: string | undefined;
  readonly allowDirty: boolean;
  readonly resume: boolean;
  /** Files to write the completion report to. */
  readonly report: readonly string[];
  readonly rebuildScript?: string | undefined;
  readonly bake?: string | undefined;
}

/**
 * Runs `reberth apply`.
 *
 * @returns the exit code: 0 done, 1 `--check` or `--strict` found something, 2 an error
 * @throws {DiagnosticError} for what stops the run before there is anything to report
 */
export async function applyCommand(flags: ApplyFlags, around: Surroundings): Promise<number> {
  if (flags.explain !== undefined) return explainCommand(flags.explain, around);
  if (flags.resume) return resumeCommand(flags, around);
  const { options, notes } = await readOptions(flags, around);
  await assertOutputs([...flags.report, flags.rebuildScript, flags.bake], flags, options);
  if (options.paths.includes('-')) return filter(flags, options, around);

  const journal = await openJournal({ cwd: around.cwd, root: flags.root, directory: flags.journal });
  const progress = progressOn(around.stderr, 'Dockerfiles');
  const onProgress = flags.quiet ? undefined : progress.update;
  const planned = async (): Promise<RunPlan> =>
    withNotes(await planRun({ ...options, history: openHistory(journal), onProgress }).finally(progress.end), notes);
  if (flags.interactive) (await import('../interactive/terminal-walk.ts')).assertTerminal(around);
  if (isDryRun(flags)) {
    await assertNoneUnfinished(journal);
    return finish(flags, around, await chosen(flags, around, options.mapping, await planned()), NOT_WRITTEN, options);
  }
  const lock = await acquireLock(journal, 'reberth apply');
  try {
    await assertNoneUnfinished(journal, lock);
    const plan = await chosen(flags, around, options.mapping, await planned());
    const written = hasErrors(plan, flags.keepGoing)
      ? NOT_WRITTEN
      : await tellInterruption(around, journal.flags, () =>
          writePlan(journal, plan, {
            ...flags,
            mapping: options.mapping,
            command: 'reberth apply',
            env: around.env,
          }),
        );
    const diagnostics = [...lock.diagnostics, ...written.diagnostics];
    return await finish(flags, around, plan, { ...written, diagnostics }, options);
  } finally {
    await lock.release();
  }
}

/** What was to be said of the plan document comes first. */
function withNotes(plan: RunPlan, notes: readonly Diagnostic[]): RunPlan {
  return { ...plan, diagnostics: [...notes, ...plan.diagnostics] };
}

/** With `--interactive`, the plan with what the user chooses; a plan that is refused anyway is not asked about. */
async function chosen(flags: ApplyFlags, around: Surroundings, mapping: Mapping, plan: RunPlan): Promise<RunPlan> {
  if (!flags.interactive || hasErrors(plan, flags.keepGoing)) return plan;
  const { chooseChanges } = await import('./choose-changes.ts');
  return chooseChanges(plan, mapping, flags, around);
}

function isDryRun({ dryRun, check, format }: ApplyFlags): boolean {
  return dryRun || check || format !== undefined;
}

async function readOptions(
  flags: ApplyFlags,
  around: Surroundings,
): Promise<{ options: RunOptions; notes: readonly Diagnostic[] }> {
  const paths = await collectPaths(flags, around);
  const { mapping, diagnostics } = await mappingOfFlags(flags, paths, around.cwd);
  if (mapping === undefined) {
    throw usage('no-mapping', 'nothing says which ports move', 'give --map ports.yaml, or --port 8095=8096');
  }
  if (paths.length === 0 && mapping.services.length === 0) {
    throw usage(
      'no-paths',
      'no Dockerfile is named, and the mapping has no services',
      'name files or directories, such as "."',
    );
  }
  const options = {
    mapping,
    paths,
    cwd: around.cwd,
    root: flags.root,
    include: flags.include,
    exclude: flags.exclude,
    noIgnore: !flags.ignore,
    certainty: flags.certainty,
    comments: flags.comments,
    splitRanges: flags.splitRanges,
  };
  return { options, notes: diagnostics };
}

const NOT_WRITTEN: Written = { files: [], diagnostics: [] };

async function finish(
  flags: ApplyFlags,
  around: Surroundings,
  plan: RunPlan,
  written: Written,
  { mapping }: RunOptions,
): Promise<number> {
  const refused = hasErrors(plan, flags.keepGoing);
  const changed = refused ? [] : changedFiles(plan);
  const dryRun = isDryRun(flags);
  const asked = writeAsked(flags, around.cwd, { plan, mapping, changed, dryRun, refused });
  const outcome = { ...written, diagnostics: [...written.diagnostics, ...asked.diagnostics] };
  const summary = summaryOf(plan, mapping, dryRun, outcome);
  const diagnostics = [...plan.diagnostics, ...outcome.diagnostics].map(toDiagnosticResult);
  const owners = servicesOf(mapping);
  await showRun(flags, around, { plan, changed, diagnostics, summary, owners, refused, wroteOthers: asked.wrote });
  if (summary.errors > 0) return 2;
  const wouldChange = flags.check && changed.length > 0;
  const strict = flags.strict && (summary.warnings > 0 || summary.review > 0);
  return wouldChange || strict ? 1 : 0;
}

async function collectPaths(flags: ApplyFlags, around: Surroundings): Promise<readonly string[]> {
  const paths = await pathsOfFlags(flags, around);
  if (paths.includes('-') && paths.length > 1) {
    throw usage('stdin-and-files', '"-" filters standard input and takes no other paths', 'name "-" alone');
  }
  const { filesFrom, map, plan } = flags;
  if (paths.length === 0 && filesFrom === undefined && map === undefined && plan === undefined) {
    throw usage('no-paths', 'no Dockerfile is named', 'name files or directories, such as "."');
  }
  return paths;
}

function usage(code: string, message: string, hint: string): DiagnosticError {
  return new DiagnosticError([{ code, severity: 'error', message, hint }]);
}

/** Standard input to standard output, as a filter. */
async function filter(flags: ApplyFlags, options: RunOptions, around: Surroundings): Promise<number> {
  const path = flags.stdinFilename ?? 'Dockerfile';
  const { buffer } = await import('node:stream/consumers');
  const bytes = await buffer(around.stdin as NodeJS.ReadableStream & AsyncIterable<Uint8Array>);
  const decoded = decode(bytes);
  if (decoded.kind === 'problem') throw new DiagnosticError([{ ...decoded.problem, file: path }]);
  const { file, moves, diagnostics } = planText(path, decoded.text, options);
  const content = { bytes, text: decoded.text, mode: 0 };
  const planned = { ...file, absolute: resolve(around.cwd, path), services: [], moves, movedBefore: [], content };
  const found = unmatchedEntries(options.mapping, [planned]);
  const plan: RunPlan = { files: [planned], filesRead: 1, diagnostics: [...diagnostics, ...found] };
  if (isDryRun(flags) || hasErrors(plan, flags.keepGoing)) return finish(flags, around, plan, NOT_WRITTEN, options);
  around.stdout.write(encode(file.after));
  const written = { files: changedFiles(plan).map(({ path: name }) => name), diagnostics: [] };
  return finish(flags, around, plan, written, options);
}

function countOf(diagnostics: readonly Diagnostic[], severity: Diagnostic['severity']): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
}

function summaryOf(plan: RunPlan, mapping: Mapping, dryRun: boolean, { files, diagnostics }: Written): Summary {
  const all = [...allDiagnostics(plan), ...diagnostics];
  return {
    dryRun,
    filesRead: plan.filesRead,
    filesChanged: plan.files.filter(({ edits }) => edits.length > 0).length,
    filesWritten: files.length,
    edits: plan.files.reduce((sum, { edits }) => sum + edits.length, 0),
    review: plan.files.reduce((sum, { review }) => sum + review.length, 0),
    warnings: countOf(all, 'warning'),
    errors: countOf(all, 'error'),
    entries: entryResults(mapping, plan.files),
  };
}
