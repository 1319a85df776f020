import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { type Diagnostic, DiagnosticError } from '../diagnostic.ts';
import { errorCode, fileProblem, printable } from '../files/errors.ts';
import { flushDirectory } from '../files/flush-directory.ts';
import { DISK, type Disk, writeFileAtomic } from '../files/write.ts';
import { createHiddenFolder, type Journal, runsOf } from './journal.ts';
import {
  type FileRecord,
  isFileRecord,
  isObject,
  isRunHeader,
  isRunId,
  isRunProgress,
  isUnfinished,
  type RunHeader,
  type RunProgress,
  type RunRecord,
  runIdAfter,
} from './run.ts';

/** Rises when an older program could not take a run back any more. */
const VERSION = 1;

/** What a run's folder holds. The first two are written once, the last one at each change of state. */
const HEADER = 'run.json';
const FILES = 'files.jsonl';
const PROGRESS = 'state.json';

/** What a folder is called until all of it is on disk. */
const UNFINISHED = '.new-';

/**
 * Writes down what a run is going to do. When this returns, it outlasts a power failure.
 *
 * @throws {DiagnosticError} Where it could not be written. Nothing of it is left then.
 */
export async function createRun(
  journal: Journal,
  about: Pick<RunHeader, 'mapping' | 'command'>,
  files: readonly FileRecord[],
  disk: Disk = DISK,
): Promise<RunRecord> {
  const runs = runsOf(journal);
  const now = new Date();
  let folder: string | undefined;
  let unfinished: string | undefined;
  try {
    await createHiddenFolder(journal.directory);
    await mkdir(runs, { recursive: true });
    const id = runIdAfter((await runIds(journal)).at(-1), now, crypto.randomUUID().slice(0, 4));
    const header: RunHeader = {
      id,
      started: now.toISOString(),
      root: journal.root,
      mapping: about.mapping,
      command: about.command,
      files: files.length,
      edits: files.reduce((sum, { edits }) => sum + edits.length, 0),
    };
    const progress: RunProgress = { state: 'writing', changed: header.started, except: [] };
    unfinished = join(runs, UNFINISHED + id);
    await mkdir(unfinished);
    await createFile(join(unfinished, HEADER), toText(header), disk);
    await createFile(join(unfinished, FILES), files.map((file) => `${JSON.stringify(file)}\n`).join(''), disk);
    await createFile(join(unfinished, PROGRESS), toText(progress), disk);
    await flushDirectory(unfinished, disk);
    folder = join(runs, id);
    await disk.rename(unfinished, folder);
    for (const directory of [runs, journal.directory, journal.root]) await flushDirectory(directory, disk);
    return { ...header, ...progress };
  } catch (error) {
    for (const path of [unfinished, folder]) {
      if (path !== undefined) await rm(path, { recursive: true, force: true }).catch(() => undefined);
    }
    throw new DiagnosticError([fileProblem(error, 'write the journal', journal.shown(journal.directory))]);
  }
}

/** Creates a file whose content outlasts a power failure once its directory is flushed, too. */
async function createFile(path: string, content: string, disk: Disk): Promise<void> {
  const file = await disk.open(path, 'wx', 0o644);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Writes down that a run has come to another state.
 *
 * @throws {DiagnosticError} Where it could not be written, so that the old state stands; or, at the
 *   beginning of something, where it may not outlast a power failure. An end need not: the run would
 *   be unfinished again, and could be ended again.
 */
export async function setProgress(
  journal: Journal,
  run: RunRecord,
  { state, except }: Pick<RunProgress, 'state' | 'except'>,
  disk: Disk = DISK,
): Promise<RunRecord> {
  const progress: RunProgress = { state, changed: new Date().toISOString(), except };
  const path = join(folderOf(journal, run), PROGRESS);
  try {
    await writeFileAtomic(path, Buffer.from(toText(progress)), { mode: 0o644, shown: journal.shown(path), disk });
  } catch (error) {
    const isWritten = error instanceof DiagnosticError && error.diagnostics.every(({ code }) => code === 'not-durable');
    if (!isWritten || isUnfinished(progress)) throw error;
  }
  return { ...run, ...progress };
}

export interface ReadRuns {
  /** The runs on this tree, the oldest first. */
  readonly runs: readonly RunRecord[];
  /** One for each run that cannot be read. */
  readonly problems: readonly Diagnostic[];
  /** Other trees that have runs in this journal. */
  readonly otherRoots: readonly string[];
}

/** Reads what runs there are, without their files. A journal that is not there has none. */
export async function readRuns(journal: Journal): Promise<ReadRuns> {
  const runs: RunRecord[] = [];
  const problems: Diagnostic[] = [];
  const otherRoots = new Set<string>();
  try {
    for (const id of await runIds(journal)) {
      const run = await readRun(journal, id);
      if ('severity' in run) problems.push(run);
      else if (journal.directory === journal.home || run.root === journal.root) runs.push(run);
      else otherRoots.add(run.root);
    }
  } catch (error) {
    problems.push(fileProblem(error, 'read the journal', journal.shown(journal.directory)));
  }
  return { runs, problems, otherRoots: [...otherRoots] };
}

/**
 * Reads what a run does to its files.
 *
 * @throws {DiagnosticError} Where the journal is not what was written.
 */
export async function readFiles(journal: Journal, run: RunRecord): Promise<FileRecord[]> {
  const path = filesPath(journal, run);
  const text = await readText(journal, path, run.id);
  if (typeof text !== 'string') throw new DiagnosticError([text]);
  const records = text.split('\n').slice(0, -1).map(parse);
  const wrong = records.findIndex((record) => !isFileRecord(record));
  if (wrong !== -1) throw new DiagnosticError([broken(journal, path, run.id, wrong + 1)]);
  const files = records.filter(isFileRecord);
  if (files.length !== run.files) throw new DiagnosticError([broken(journal, path, run.id)]);
  return files;
}

/** The folder of a run. */
export function folderOf(journal: Journal, { id }: Pick<RunRecord, 'id'>): string {
  return join(runsOf(journal), id);
}

/** Where the files of a run are listed. */
export function filesPath(journal: Journal, run: RunRecord): string {
  return join(folderOf(journal, run), FILES);
}

/** Where a file of a run is now. The tree may have been moved as a whole, with the journal in it. */
export function absolutePath(journal: Journal, { path }: FileRecord): string {
  return resolve(journal.root, path);
}

/** Says that a part of a run's journal cannot be used. */
export function broken(journal: Journal, path: string, id: string, line?: number): Diagnostic {
  const shown = journal.shown(path);
  return {
    code: 'journal-broken',
    severity: 'error',
    message: `${printable(shown)} is not what reberth has written`,
    file: shown,
    line,
    hint: `restore it from a copy; or, where run ${id} need not be taken back, remove ${journal.shown(folderOf(journal, { id }))}`,
  };
}

async function runIds(journal: Journal): Promise<string[]> {
  try {
    return (await readdir(runsOf(journal))).filter(isRunId).sort();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

async function readRun(journal: Journal, id: string): Promise<RunRecord | Diagnostic> {
  const folder = folderOf(journal, { id });
  const header = await readJson(journal, join(folder, HEADER), id, isRunHeader);
  if ('severity' in header) return header;
  const progress = await readJson(journal, join(folder, PROGRESS), id, isRunProgress);
  return 'severity' in progress ? progress : { ...header, ...progress, id };
}

async function readJson<T extends object>(
  journal: Journal,
  path: string,
  id: string,
  isExpected: (value: unknown) => value is T,
): Promise<T | Diagnostic> {
  const text = await readText(journal, path, id);
  if (typeof text !== 'string') return text;
  const parsed = parse(text);
  const { version, ...value } = isObject(parsed) ? parsed : {};
  if (typeof version === 'number' && version > VERSION) {
    const message = `${printable(journal.shown(path))} is of a newer reberth`;
    const hint = 'use the version that wrote it';
    return { code: 'journal-newer', severity: 'error', message, file: journal.shown(path), hint };
  }
  return version === VERSION && isExpected(value) ? value : broken(journal, path, id);
}

async function readText(journal: Journal, path: string, id: string): Promise<string | Diagnostic> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const problem = fileProblem(error, 'read the journal', journal.shown(path));
    return { ...problem, hint: problem.hint ?? broken(journal, path, id).hint };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toText(part: RunHeader | RunProgress): string {
  return `${JSON.stringify({ version: VERSION, ...part }, null, 2)}\n`;
}
