import { lstat, mkdir, readdir, rmdir, stat, unlink, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';

import { type Diagnostic, DiagnosticError } from '../diagnostic.ts';
import { errorCode, fileProblem, printable } from '../files/errors.ts';
import { realRootOf } from '../files/real-root.ts';

/** The folder in a root that the journal is in, unless the user names another. */
const JOURNAL_NAME = '.reberth';

const IGNORES_ALL = '*\n';

/** Where the runs on one tree are written down. */
export interface Journal {
  /** The real path of the tree's top. */
  readonly root: string;
  /** `.reberth` in the root: the lock is always here. */
  readonly home: string;
  /** Where the runs are: `home`, or what `--journal` names. Absolute, and perhaps not there yet. */
  readonly directory: string;
  /** Flags that name this tree and this journal on a command line, each with a blank before it. */
  readonly flags: string;
  /** An absolute path as the user knows it: relative to the current directory, with forward slashes. */
  shown(absolute: string): string;
}

export interface JournalPlace {
  readonly cwd: string;
  /** The tree's top; `cwd` where it is left out. */
  readonly root?: string | undefined;
  /** What `--journal` names. */
  readonly directory?: string | undefined;
}

/**
 * Finds the journal of a tree. Nothing is created.
 *
 * @throws {DiagnosticError} Where the root is no directory, or where something else than a journal
 *   is in the journal's place.
 */
export async function openJournal({ cwd, root, directory }: JournalPlace): Promise<Journal> {
  const realRoot = await realRootOf(resolve(cwd, root ?? '.'), root ?? '.');
  const home = join(realRoot, JOURNAL_NAME);
  const named = directory === undefined ? home : resolve(cwd, directory);
  const journal: Journal = {
    root: realRoot,
    home,
    directory: named,
    flags:
      (root === undefined ? '' : ` --root ${argument(root)}`) +
      (named === home ? '' : ` --journal ${argument(directory ?? named)}`),
    shown: (absolute) => (relative(cwd, absolute) || '.').split(sep).join('/'),
  };
  await assertJournalFolder(home, journal);
  if (named !== home) await assertJournalFolder(named, journal);
  return journal;
}

/** Whether runs on this tree have been recorded in its own journal. */
export function hasJournal(root: string): Promise<boolean> {
  return stat(runsOf({ directory: join(root, JOURNAL_NAME) })).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

/** The folder of all runs. */
export function runsOf({ directory }: Pick<Journal, 'directory'>): string {
  return join(directory, 'runs');
}

/** Creates a folder that git does not see. */
export async function createHiddenFolder(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  try {
    await writeFile(join(directory, '.gitignore'), IGNORES_ALL, { flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}

/** Removes what `createHiddenFolder` made, if nothing else is in it. */
export async function removeUnusedFolder(directory: string): Promise<void> {
  const entries = await readdir(directory).catch(() => []);
  if (entries.length !== 1 || entries[0] !== '.gitignore') return;
  await unlink(join(directory, '.gitignore')).catch(() => undefined);
  await rmdir(directory).catch(() => undefined);
}

async function assertJournalFolder(directory: string, journal: Journal): Promise<void> {
  const shown = journal.shown(directory);
  const isHome = directory === journal.home;
  try {
    // A link could lead out of the root.
    const stats = isHome ? await lstat(directory) : await stat(directory);
    if (!stats.isDirectory()) throw notAJournal(shown, 'it is not a directory');
    if (isHome) return;
    const entries = (await readdir(directory)).filter((name) => name !== '.gitignore');
    if (entries.length > 0 && !entries.includes('runs')) throw notAJournal(shown, 'other things are in it');
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    if (errorCode(error) === 'ENOENT') return;
    throw new DiagnosticError([fileProblem(error, 'use as journal', shown)]);
  }
}

function notAJournal(shown: string, why: string): DiagnosticError {
  const problem: Diagnostic = {
    code: 'not-a-journal',
    severity: 'error',
    message: `cannot use ${printable(shown)} as journal: ${why}`,
    file: shown,
    hint: 'name a new or an empty folder with --journal',
  };
  return new DiagnosticError([problem]);
}

/** A word of a command line that a shell reads as it is. */
function argument(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
