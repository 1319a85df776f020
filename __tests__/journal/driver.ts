/**
 * A process that the tests start and kill: `lock`, `apply`, `undo` or `resume`, and a root. Says `ready` when it
 * begins, and how it ended. `lock` keeps the lock until its standard input ends.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { DiagnosticError } from '../../src/diagnostic.ts';
import { sha256 } from '../../src/files/digest.ts';
import { openJournal } from '../../src/journal/journal.ts';
import { acquireLock, type Lock } from '../../src/journal/lock.ts';
import { isUnfinished } from '../../src/journal/run.ts';
import { resumeRun, undoRun } from '../../src/journal/settle.ts';
import { readRuns } from '../../src/journal/store.ts';
import { applyFiles, type FileChange } from '../../src/journal/transaction.ts';
import { assertNoneUnfinished } from '../../src/journal/unfinished.ts';

const OLD = '8095';
const NEW = '18096';

const [command = '', root = ''] = process.argv.slice(2);

try {
  const journal = await openJournal({ cwd: root });
  say('ready');
  const lock = await acquireLock(journal, `driver ${command}`);
  for (const { code } of lock.diagnostics) say(code);
  if (command === 'lock') await keep(lock);
  else if (command === 'apply') {
    await assertNoneUnfinished(journal, lock);
    await applyFiles(journal, await changes(), { mapping: 'digest', command: 'driver apply' });
  } else {
    const { runs } = await readRuns(journal);
    const run = runs.findLast(isUnfinished) ?? runs.findLast(({ state }) => state === 'done');
    if (run !== undefined) await (command === 'undo' ? undoRun : resumeRun)(journal, run);
  }
  await lock.release();
  say('done');
} catch (error) {
  say(error instanceof DiagnosticError ? error.diagnostics.map(({ code }) => code).join(' ') : String(error));
  process.exitCode = 2;
}

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

async function keep(_lock: Lock): Promise<void> {
  say('locked by me');
  for await (const _ of process.stdin);
}

async function changes(): Promise<FileChange[]> {
  const folders = (await readdir(root)).filter((name) => !name.startsWith('.'));
  return Promise.all(
    folders.map(async (name) => {
      const absolute = join(root, name, 'Dockerfile');
      const before = await readFile(absolute);
      const text = before.toString('latin1');
      const edits = [...text.matchAll(/8095/g)].map(({ index }) => ({ offset: index, length: OLD.length, text: NEW }));
      const after = Buffer.from(text.replaceAll(OLD, NEW), 'latin1');
      return {
        path: `${name}/Dockerfile`,
        absolute,
        mode: 0o644,
        digest: sha256(before),
        before,
        after,
        edits,
        moves: [],
      };
    }),
  );
}
