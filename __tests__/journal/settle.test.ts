import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { sha256 } from '../../src/files/digest.ts';
import { DISK } from '../../src/files/write.ts';
import { openJournal } from '../../src/journal/journal.ts';
import type { RunRecord } from '../../src/journal/run.ts';
import { resumeRun, undoRun } from '../../src/journal/settle.ts';
import { readRuns } from '../../src/journal/store.ts';
import { type ApplyOptions, applyFiles } from '../../src/journal/transaction.ts';
import { findUnfinished } from '../../src/journal/unfinished.ts';
import { growTree, removeTrees } from '../files/tree.ts';
import { faultyDisk } from './faulty-disk.ts';
import { ABOUT, contents, type Fleet, makeFleet, NEW, OLD, temporaryFiles } from './fleet.ts';
import { problemsOf } from './problems.ts';

afterEach(removeTrees);

async function apply(fleet: Fleet, options: Partial<ApplyOptions> = {}): Promise<RunRecord> {
  const { run } = await applyFiles(fleet.journal, fleet.changes, { ...ABOUT, ...options });
  if (run === undefined) throw new Error('nothing was written');
  return run;
}

/** As if the run was killed: it is unfinished, its files hold this, and temporary files are left. */
async function kill(
  fleet: Fleet,
  held: readonly string[],
  state: 'writing' | 'undoing' = 'writing',
): Promise<RunRecord> {
  const run = await apply(fleet);
  const path = join(fleet.journal.directory, 'runs', run.id, 'state.json');
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), state }));
  for (const [i, content] of held.entries()) {
    const file = fleet.paths[i] ?? '';
    writeFileSync(file, content);
    writeFileSync(join(dirname(file), `.x.reberth-000000000000000${i}.tmp`), NEW.slice(0, 9));
  }
  const open = await findUnfinished(fleet.journal);
  if (open === undefined) throw new Error('the run is not unfinished');
  return open;
}

const states = async ({ journal }: Fleet): Promise<string[]> =>
  (await readRuns(journal)).runs.map(({ state }) => state);

describe('undoRun', () => {
  test('gives all files their old content, and keeps the mode that they have', async () => {
    const fleet = await makeFleet();
    const run = await apply(fleet);
    chmodSync(fleet.paths[1] ?? '', 0o600);
    const settled = await undoRun(fleet.journal, run);
    expect(contents(fleet)).toEqual(['old', 'old', 'old']);
    expect(settled).toMatchObject({ written: 3, already: 0, diagnostics: [], run: { state: 'undone', except: [] } });
    expect(await states(fleet)).toEqual(['undone']);
    expect(statSync(fleet.paths[1] ?? '').mode & 0o777).toBe(0o600);
  });

  test('leaves files alone that have their old content already', async () => {
    const fleet = await makeFleet();
    const run = await apply(fleet);
    writeFileSync(fleet.paths[0] ?? '', OLD);
    expect(await undoRun(fleet.journal, run)).toMatchObject({ written: 2, already: 1 });
    expect(contents(fleet)).toEqual(['old', 'old', 'old']);
  });

  test('leaves the run done where nothing can be written down, and does not call it unfinished', async () => {
    const fleet = await makeFleet();
    const run = await apply(fleet);
    const { disk } = faultyDisk({ at: 1, code: 'EACCES', forever: true, onlyWrites: true });
    const { diagnostics } = await problemsOf(undoRun(fleet.journal, run, { disk }));
    expect(diagnostics.map(({ code }) => code)).toEqual(['permission-denied']);
    expect(contents(fleet)).toEqual(['new', 'new', 'new']);
    expect(await states(fleet)).toEqual(['done']);
  });

  test('names all files that were edited since, are gone or cannot be written, and changes none', async () => {
    const fleet = await makeFleet(['a/D', 'b/D', 'c/D', 'd/D', 'e/D']);
    const run = await apply(fleet);
    const [a = '', b = '', c = '', d = ''] = fleet.paths;
    writeFileSync(a, `${NEW}# mine\n`);
    rmSync(b);
    chmodSync(c, 0o444);
    renameSync(d, `${d}.moved`);
    symlinkSync(`${d}.moved`, d);
    const error = await problemsOf(undoRun(fleet.journal, run));
    expect(error.diagnostics).toMatchObject([
      { code: 'changed-since', file: 'a/D', message: expect.stringContaining(`since run ${run.id}: its content`) },
      { code: 'changed-since', file: 'b/D', message: expect.stringContaining('it is gone') },
      { code: 'read-only-file', file: 'c/D' },
      { code: 'changed-since', file: 'd/D', message: expect.stringContaining('not a regular file any more') },
    ]);
    expect(contents(fleet)).toEqual([`${NEW}# mine\n`, 'gone', 'new', 'new', 'new']);
    expect(await states(fleet)).toEqual(['done']);
  });

  test('with keepGoing takes back the others, and later the rest', async () => {
    const fleet = await makeFleet();
    const run = await apply(fleet);
    writeFileSync(fleet.paths[0] ?? '', `${NEW}# mine\n`);
    const settled = await undoRun(fleet.journal, run, { keepGoing: true });
    expect(settled).toMatchObject({
      written: 2,
      diagnostics: [{ code: 'changed-since', severity: 'error', file: 'a/Dockerfile' }],
      run: { state: 'undone', except: ['a/Dockerfile'] },
    });
    expect(contents(fleet)).toEqual([`${NEW}# mine\n`, 'old', 'old']);
    writeFileSync(fleet.paths[0] ?? '', NEW);
    expect(await undoRun(fleet.journal, settled.run)).toMatchObject({
      written: 1,
      run: { state: 'undone', except: [] },
    });
    expect(contents(fleet)).toEqual(['old', 'old', 'old']);
  });

  test('with keepGoing is refused where no file can be taken back', async () => {
    const fleet = await makeFleet(['Dockerfile']);
    const run = await apply(fleet);
    writeFileSync(fleet.paths[0] ?? '', 'FROM other\n');
    await problemsOf(undoRun(fleet.journal, run, { keepGoing: true }));
    expect(await states(fleet)).toEqual(['done']);
  });

  test('does not touch what the run itself could not write', async () => {
    const fleet = await makeFleet();
    writeFileSync(fleet.paths[0] ?? '', 'FROM other\n');
    const run = await apply(fleet, { keepGoing: true });
    expect(await undoRun(fleet.journal, run)).toMatchObject({ written: 2, already: 0, run: { state: 'undone' } });
    expect(contents(fleet)).toEqual(['FROM other\n', 'old', 'old']);
  });

  test('names the later run that has changed a file', async () => {
    const fleet = await makeFleet(['Dockerfile']);
    const again = await apply(fleet);
    const [change] = fleet.changes;
    if (change === undefined) throw new Error('no change');
    const later = {
      ...change,
      before: change.after,
      after: Buffer.from(`${NEW}#`),
      digest: sha256(change.after),
      edits: [{ offset: NEW.length, length: 0, text: '#' }],
    };
    const { run: last } = await applyFiles(fleet.journal, [later], ABOUT);
    const error = await problemsOf(undoRun(fleet.journal, again));
    expect(error.diagnostics[0]?.hint).toBe(`run ${last?.id} has changed it after that: undo that run first`);
  });

  test('refuses a journal whose edits do not give the old content', async () => {
    const fleet = await makeFleet(['Dockerfile']);
    const run = await apply(fleet);
    const path = join(fleet.journal.directory, 'runs', run.id, 'files.jsonl');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"old":"8095"', '"old":"8094"'));
    const error = await problemsOf(undoRun(fleet.journal, run));
    expect(error.diagnostics).toMatchObject([
      {
        code: 'journal-broken',
        file: `.reberth/runs/${run.id}/files.jsonl`,
        hint: expect.stringContaining(`remove .reberth/runs/${run.id}`),
      },
    ]);
    expect(contents(fleet)).toEqual(['new']);
  });

  test('finds the files when the tree as a whole has been moved', async () => {
    const fleet = await makeFleet();
    const run = await apply(fleet);
    const moved = `${fleet.root}/moved`;
    mkdirSync(moved);
    for (const name of ['a', 'b', '.reberth']) renameSync(join(fleet.root, name), join(moved, name));
    const journal = await openJournal({ cwd: moved });
    await undoRun(journal, run);
    expect(contents({ paths: fleet.paths.map((path) => path.replace(fleet.root, moved)) })).toEqual([
      'old',
      'old',
      'old',
    ]);
  });
});

describe('after a kill', () => {
  test.each(['writing', 'undoing'] as const)('of a run that was %s, undoRun makes all old', async (state) => {
    const fleet = await makeFleet();
    const run = await kill(fleet, [NEW, OLD, NEW], state);
    expect(await undoRun(fleet.journal, run)).toMatchObject({ written: 2, already: 1 });
    expect(contents(fleet)).toEqual(['old', 'old', 'old']);
    expect(temporaryFiles(fleet)).toEqual([]);
    expect(await states(fleet)).toEqual(['undone']);
  });

  test.each(['writing', 'undoing'] as const)('of a run that was %s, resumeRun makes all new', async (state) => {
    const fleet = await makeFleet();
    const run = await kill(fleet, [NEW, OLD, OLD], state);
    expect(await resumeRun(fleet.journal, run)).toMatchObject({ written: 2, already: 1 });
    expect(contents(fleet)).toEqual(['new', 'new', 'new']);
    expect(temporaryFiles(fleet)).toEqual([]);
    expect(await states(fleet)).toEqual(['done']);
  });

  test('both refuse a file that was edited since, and the run stays unfinished', async () => {
    const fleet = await makeFleet();
    const run = await kill(fleet, [NEW, OLD, 'FROM mine\n']);
    for (const settle of [undoRun, resumeRun]) {
      const error = await problemsOf(settle(fleet.journal, run));
      expect(error.diagnostics).toMatchObject([{ code: 'changed-since', file: 'b/x.Dockerfile' }]);
      expect(contents(fleet)).toEqual(['new', 'old', 'FROM mine\n']);
      expect(await states(fleet)).toEqual(['writing']);
    }
  });

  test('resumeRun with keepGoing leaves it out, and undoRun then does not ask for it', async () => {
    const fleet = await makeFleet();
    const run = await kill(fleet, [NEW, OLD, 'FROM mine\n']);
    const { run: done } = await resumeRun(fleet.journal, run, { keepGoing: true });
    expect(done).toMatchObject({ state: 'done', except: ['b/x.Dockerfile'] });
    await undoRun(fleet.journal, done);
    expect(contents(fleet)).toEqual(['old', 'old', 'FROM mine\n']);
  });
});

test('when the n-th call of the disk fails for undo, for every n, all files are new, or all old', async () => {
  const ends = { done: 0, failed: 0 };
  for (let at = 1; ; at++) {
    const fleet = await makeFleet();
    const run = await apply(fleet);
    const { disk, calls } = faultyDisk({ at, code: 'EIO' });
    const error = await undoRun(fleet.journal, run, { disk }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (calls() < at) break;
    expect(contents(fleet)).toEqual(error === undefined ? ['old', 'old', 'old'] : ['new', 'new', 'new']);
    expect(await states(fleet)).toEqual([error === undefined ? 'undone' : 'done']);
    expect(temporaryFiles(fleet)).toEqual([]);
    ends[error === undefined ? 'done' : 'failed']++;
  }
  expect(ends.failed).toBeGreaterThan(30);
  expect(ends.done).toBeLessThan(4);
});

test('a failed undo that cannot give the new content back says so, and can be finished', async () => {
  const fleet = await makeFleet(['a/Dockerfile']);
  const run = await apply(fleet);
  const rename: typeof DISK.rename = async (from, to) => {
    if (String(to).endsWith('state.json') && readFileSync(fleet.paths[0] ?? '', 'utf8') === OLD) throw failure();
    return DISK.rename(from, to);
  };
  const open: typeof DISK.open = async (path, ...rest) => {
    if (readFileSync(fleet.paths[0] ?? '', 'utf8') === OLD && String(path).includes('.Dockerfile.')) throw failure();
    return DISK.open(path, ...rest);
  };
  const failure = (): Error => Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
  const error = await problemsOf(undoRun(fleet.journal, run, { disk: { ...DISK, rename, open } }));
  expect(error.diagnostics.at(-1)).toMatchObject({ code: 'run-unfinished' });
  expect(error.diagnostics.at(-1)?.message).toContain('a/Dockerfile could not be given back the content');
  expect(await states(fleet)).toEqual(['undoing']);
  const left = await findUnfinished(fleet.journal);
  if (left !== undefined) await resumeRun(fleet.journal, left);
  expect(contents(fleet)).toEqual(['new']);
});

test('files of others in the folders stay', async () => {
  const fleet = await makeFleet(['a/Dockerfile']);
  growTree(fleet.root, { 'a/.notes.tmp': 'x', 'a/Dockerfile.tmp': 'y' });
  await undoRun(fleet.journal, await kill(fleet, [NEW]));
  expect(readFileSync(join(fleet.root, 'a/.notes.tmp'), 'utf8')).toBe('x');
  expect(readFileSync(join(fleet.root, 'a/Dockerfile.tmp'), 'utf8')).toBe('y');
});
