import { type Diagnostic, DiagnosticError } from '../diagnostic.ts';
import { sha256 } from '../files/digest.ts';
import { findDirtyFiles, GIT_IS_MISSING, uncommitted } from '../files/git.ts';
import { servicesOf, toFileChange } from '../journal/from-plan.ts';
import { type Journal, openJournal } from '../journal/journal.ts';
import { acquireLock } from '../journal/lock.ts';
import { applyFiles } from '../journal/transaction.ts';
import { assertNoneUnfinished } from '../journal/unfinished.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { PlannedFile, RunPlan } from './run.ts';

/** How a plan is written. */
export interface WriteOptions {
  /** What the plan was made with. */
  readonly mapping: Mapping;
  /** What the journal says that has started the run: see `RunHeader`. */
  readonly command: string;
  /** Leaves out the files that have errors, or cannot be written; without it, nothing is written then. */
  readonly keepGoing?: boolean | undefined;
  /** Writes files with uncommitted changes, too. */
  readonly allowDirty?: boolean | undefined;
  /** The environment that git runs in. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What `applyPlan` is to know beside the plan. */
export interface ApplyPlanOptions extends Pick<WriteOptions, 'mapping' | 'keepGoing' | 'allowDirty'> {
  /** What relative paths are relative to, as in `RunOptions`. */
  readonly cwd: string;
  /** The top of the tree, where the journal is; `cwd` by default. */
  readonly root?: string | undefined;
  /** Where the run is recorded, so that `reberth undo` can take it back; `.reberth` in the root by default. */
  readonly journal?: string | undefined;
}

/** What came of a plan. */
export interface Written {
  /** The files that have their new content: their `path`. */
  readonly files: readonly string[];
  /** Why files were left out, or why nothing was written. */
  readonly diagnostics: readonly Diagnostic[];
}

const NOTHING: readonly string[] = [];

/**
 * Writes a plan: all files that change, or none. A file that is no longer as it was planned is an
 * error. The run is recorded in the journal first, so that it can be taken back.
 *
 * @throws {DiagnosticError} Where another run is going on or was cut short, where the plan has
 *   errors, or where nothing can be written; then every file is as it was.
 */
export async function applyPlan(plan: RunPlan, options: ApplyPlanOptions): Promise<Written> {
  const { mapping, cwd, root, keepGoing, allowDirty } = options;
  const journal = await openJournal({ cwd, root, directory: options.journal });
  const command = 'applyPlan';
  const lock = await acquireLock(journal, command);
  try {
    await assertNoneUnfinished(journal, lock);
    if (hasErrors(plan, keepGoing)) throw new DiagnosticError(allDiagnostics(plan));
    const written = await writePlan(journal, plan, { mapping, command, keepGoing, allowDirty, env: process.env });
    if (written.files.length === 0 && written.diagnostics.length > 0) throw new DiagnosticError(written.diagnostics);
    return { ...written, diagnostics: [...lock.diagnostics, ...written.diagnostics] };
  } finally {
    await lock.release();
  }
}

/**
 * The writing alone, for whoever has the lock and has looked for errors.
 *
 * @returns what was written, and what kept files from being written
 */
export async function writePlan(
  journal: Journal,
  plan: RunPlan,
  { mapping, command, keepGoing = false, allowDirty = false, env }: WriteOptions,
): Promise<Written> {
  const changed = changedFiles(plan);
  const absolutes = changed.map(({ absolute }) => absolute);
  const found = allowDirty ? [] : await findDirtyFiles(absolutes, { env });
  const dirty = found ?? [];
  const paths = new Map(changed.map(({ absolute, path }) => [absolute, path]));
  const diagnostics = [
    ...(found === undefined ? [GIT_IS_MISSING] : []),
    ...dirty.map((file) => uncommitted(file, paths.get(file.absolute) ?? file.absolute)),
  ];
  if (dirty.length > 0 && !keepGoing) return { files: NOTHING, diagnostics };
  const left = new Set(dirty.map(({ absolute }) => absolute));
  const files = changed.filter(({ absolute }) => !left.has(absolute));
  if (files.length === 0) return { files: NOTHING, diagnostics };
  const services = servicesOf(mapping);
  const changes = files.map((file) => toFileChange(file, services));
  try {
    const applied = await applyFiles(journal, changes, { mapping: digestOf(mapping), command, keepGoing });
    return { files: applied.written, diagnostics: [...diagnostics, ...applied.diagnostics] };
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    return { files: NOTHING, diagnostics: [...diagnostics, ...error.diagnostics] };
  }
}

/** The files of a plan that it changes. */
export function changedFiles({ files }: RunPlan): readonly PlannedFile[] {
  return files.filter(({ before, after }) => before !== after);
}

/** What is to be said of a plan: of the run, then of its files. */
export function allDiagnostics(plan: RunPlan): readonly Diagnostic[] {
  return [...plan.diagnostics, ...plan.files.flatMap(({ diagnostics }) => diagnostics)];
}

/** Whether errors keep the whole run from being written. */
export function hasErrors(plan: RunPlan, keepGoing = false): boolean {
  const errors = allDiagnostics(plan).filter(({ severity }) => severity === 'error');
  return errors.length > 0 && !(keepGoing && !plan.diagnostics.some(isConflict));
}

/** Conflicts between services cannot be worked around; a file with an error can be left out. */
function isConflict({ code, severity }: Diagnostic): boolean {
  return severity === 'error' && /^(?:port-conflict|port-reserved|port-merge)/.test(code);
}

/** The same for mappings that say the same. */
function digestOf({ services, moves }: Mapping): string {
  const said = [...services, { name: '', moves }].map(({ name, moves: own }) => [
    name,
    own.map(({ from, to, protocol }) => [from, to, protocol ?? '']),
  ]);
  return sha256(new TextEncoder().encode(JSON.stringify(said)));
}
