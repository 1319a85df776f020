import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { openJournal } from '../../src/journal/journal.ts';
import { acquireLock } from '../../src/journal/lock.ts';
import { resumeRun, undoRun } from '../../src/journal/settle.ts';
import { readRuns } from '../../src/journal/store.ts';
import { assertNoneUnfinished, findUnfinished } from '../../src/journal/unfinished.ts';
import { makeTree, removeTrees } from '../files/tree.ts';
import { bundleDriver, drive, endDriven } from './drive.ts';
import { temporaryFiles } from './fleet.ts';
import { problemsOf } from './problems.ts';

afterAll(endDriven);
afterAll(removeTrees);

const KILLS = Number(process.env['REBERTH_TEST_KILLS'] ?? 20);
const FILES = 300;

const OLD = `FROM alpine\n${'# a comment that makes the file longer\n'.repeat(50)}EXPOSE 8095\nCMD ["serve", "--port", "8095"]\n`;
const NEW = OLD.replaceAll('8095', '18096');

interface Tree {
  readonly root: string;
  readonly paths: readonly string[];
}

function makeOldTree(): Tree {
  const names = Array.from({ length: FILES }, (_, i) => `${i}/Dockerfile`);
  const root = makeTree(Object.fromEntries(names.map((name) => [name, OLD])));
  return { root, paths: names.map((name) => join(root, name)) };
}

/** How many files are old, and how many new. A file that is neither is torn. */
function count({ paths }: Tree): { old: number; new: number } {
  const found = { old: 0, new: 0 };
  for (const path of paths) {
    const text = readFileSync(path, 'utf8');
    if (text !== OLD && text !== NEW) throw new Error(`${path} is torn: ${JSON.stringify(text)}`);
    found[text === OLD ? 'old' : 'new']++;
  }
  return found;
}

/** Starts the command, kills it after a random part of the time that it takes, and gives what it left. */
async function killDuring(bundle: string, command: string, tree: Tree, milliseconds: number): Promise<void> {
  const driven = drive(bundle, command, tree.root);
  await driven.said('ready');
  await wait(Math.random() * milliseconds);
  await driven.kill();
}

async function timeOf(bundle: string, command: string, { root }: Tree): Promise<number> {
  const driven = drive(bundle, command, root);
  await driven.said('ready');
  const start = performance.now();
  expect(await driven.output).toMatch(/done\n$/);
  return performance.now() - start;
}

async function settle({ root }: Tree, how: 'undo' | 'resume'): Promise<void> {
  const journal = await openJournal({ cwd: root });
  const lock = await acquireLock(journal, how);
  const run = await findUnfinished(journal);
  if (run !== undefined) {
    await problemsOf(assertNoneUnfinished(journal, lock));
    await (how === 'undo' ? undoRun : resumeRun)(journal, run);
  }
  await assertNoneUnfinished(journal, lock);
  await lock.release();
}

test(`${KILLS} kills of runs over ${FILES} files: after undo all old, after resume all new, nothing torn`, async () => {
  const bundle = bundleDriver();
  const tree = makeOldTree();
  const apply = await timeOf(bundle, 'apply', tree);
  expect(count(tree)).toEqual({ old: 0, new: FILES });
  const undo = await timeOf(bundle, 'undo', tree);
  expect(count(tree)).toEqual({ old: FILES, new: 0 });

  const figures = { beforeTheFirstWrite: 0, inTheMiddle: 0, afterTheLastWrite: 0, ofUndo: 0, temporaryFiles: 0 };
  // On a machine that has other work to do, a kill may come too early or too late more often than not.
  const isEnough = (): boolean => figures.inTheMiddle > KILLS / 4;
  for (let kill = 0; kill < KILLS || (!isEnough() && kill < 10 * KILLS); kill++) {
    for (const path of tree.paths) if (readFileSync(path, 'utf8') !== OLD) writeFileSync(path, OLD);
    await killDuring(bundle, 'apply', tree, apply * 1.1);
    if (kill % 4 === 3) {
      await killDuring(bundle, 'undo', tree, undo * 1.1);
      figures.ofUndo++;
    }
    const left = count(tree);
    figures.temporaryFiles += temporaryFiles(tree).length;
    if (left.new === 0) figures.beforeTheFirstWrite++;
    else if (left.old === 0) figures.afterTheLastWrite++;
    else figures.inTheMiddle++;
    const wasUnfinished = await isUnfinished(tree);
    if (!wasUnfinished) expect([0, FILES]).toContain(left.new);
    const how = kill % 2 === 0 ? 'undo' : 'resume';
    await settle(tree, how);
    expect(temporaryFiles(tree)).toEqual([]);
    expect(count(tree)).toEqual(
      wasUnfinished ? { old: how === 'undo' ? FILES : 0, new: how === 'undo' ? 0 : FILES } : left,
    );
  }
  if (process.env['REBERTH_TEST_KILLS'] !== undefined) process.stderr.write(`${JSON.stringify(figures)}\n`);
  expect(isEnough()).toBe(true);
}, 600_000);

async function isUnfinished({ root }: Tree): Promise<boolean> {
  const journal = await openJournal({ cwd: root });
  expect((await readRuns(journal)).problems).toEqual([]);
  return (await findUnfinished(journal)) !== undefined;
}
