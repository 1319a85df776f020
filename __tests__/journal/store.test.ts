import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { openJournal } from '../../src/journal/journal.ts';
import { runIdAfter } from '../../src/journal/run.ts';
import { createRun, readFiles, readRuns, setProgress } from '../../src/journal/store.ts';
import { findUnfinished } from '../../src/journal/unfinished.ts';
import { growTree, makeTree, removeTrees } from '../files/tree.ts';
import { faultyDisk } from './faulty-disk.ts';
import { ABOUT, type Fleet, makeFleet } from './fleet.ts';
import { problemsOf } from './problems.ts';

afterEach(removeTrees);

const DIGEST = '0'.repeat(64);
const RECORD = { path: 'Dockerfile', mode: 0o644, before: DIGEST, after: DIGEST, edits: [], moves: [] };

function runPath({ journal }: Fleet, id: string, file: string): string {
  return join(journal.directory, 'runs', id, file);
}

test('reads what was written, the oldest run first', async () => {
  const { journal } = await makeFleet();
  const records = [{ ...RECORD, path: 'new\nline \u2028"' }, RECORD];
  const first = await createRun(journal, ABOUT, records);
  const second = await createRun(journal, ABOUT, [RECORD]);
  expect((await readRuns(journal)).runs).toEqual([first, second]);
  expect(await readFiles(journal, first)).toEqual(records);
  const done = await setProgress(journal, first, { state: 'done', except: ['Dockerfile'] });
  expect((await readRuns(journal)).runs).toEqual([done, second]);
});

test('copes with 10,000 files', async () => {
  const { journal } = await makeFleet();
  const edits = Array.from({ length: 5 }, (_, i) => ({ offset: i * 10, old: '8095', new: '8096' }));
  const records = Array.from({ length: 10_000 }, (_, i) => ({ ...RECORD, path: `services/${i}/Dockerfile`, edits }));
  const start = performance.now();
  const run = await createRun(journal, ABOUT, records);
  expect(run).toMatchObject({ files: 10_000, edits: 50_000 });
  expect(await readFiles(journal, run)).toEqual(records);
  await setProgress(journal, run, { state: 'done', except: [] });
  expect(performance.now() - start).toBeLessThan(10_000);
});

describe('runIdAfter', () => {
  const now = new Date('2026-11-22T10:15:00.900Z');

  test('is the time, and sorts after all earlier ones', () => {
    expect(runIdAfter(undefined, now, '3f9a')).toBe('20261122T101500Z-3f9a');
    expect(runIdAfter('20261122T101459Z-ffff', now, '3f9a')).toBe('20261122T101500Z-3f9a');
  });

  test('of two runs in one second, or where the clock was set back, is later all the same', () => {
    expect(runIdAfter('20261122T101500Z-ffff', now, '0000')).toBe('20261122T101501Z-0000');
    expect(runIdAfter('20281231T235959Z-ffff', now, '0000')).toBe('20290101T000000Z-0000');
  });
});

describe('a journal that is not as it was written', () => {
  test.each([
    ['run.json', '{"version": 1, "id": "x"'],
    ['run.json', '[]'],
    ['run.json', ''],
    ['state.json', '{"version": 1, "state": "fine", "changed": "", "except": []}'],
    ['state.json', '{"state": "done", "changed": "", "except": []}'],
    ['state.json', 'null'],
  ])('%s with %s is named, with what to do', async (file, content) => {
    const fleet = await makeFleet();
    const { id } = await createRun(fleet.journal, ABOUT, [RECORD]);
    const other = await createRun(fleet.journal, ABOUT, [RECORD]);
    writeFileSync(runPath(fleet, id, file), content);
    const { runs, problems } = await readRuns(fleet.journal);
    expect(runs).toEqual([other]);
    expect(problems).toMatchObject([
      {
        code: 'journal-broken',
        severity: 'error',
        file: `.reberth/runs/${id}/${file}`,
        hint: `restore it from a copy; or, where run ${id} need not be taken back, remove .reberth/runs/${id}`,
      },
    ]);
    await problemsOf(findUnfinished(fleet.journal));
  });

  test.each([
    ['a line that is no JSON', '{"path":\n', 1],
    ['a digest that is none', `${JSON.stringify(RECORD)}\n${JSON.stringify({ ...RECORD, before: 'x' })}\n`, 2],
    ['an edit without an offset', `${JSON.stringify({ ...RECORD, edits: [{ old: '', new: '' }] })}\n`, 1],
    ['a move to nowhere', `${JSON.stringify({ ...RECORD, moves: [{ from: 1, edits: 1 }] })}\n`, 1],
    ['lines missing', `${JSON.stringify(RECORD)}\n`, undefined],
  ])('files.jsonl with %s is named, with the line', async (_, content, line) => {
    const fleet = await makeFleet();
    const run = await createRun(fleet.journal, ABOUT, [RECORD, RECORD]);
    writeFileSync(runPath(fleet, run.id, 'files.jsonl'), content);
    const error = await problemsOf(readFiles(fleet.journal, run));
    expect(error.diagnostics).toMatchObject([
      { code: 'journal-broken', file: `.reberth/runs/${run.id}/files.jsonl`, line },
    ]);
  });

  test('a part that is missing is named', async () => {
    const fleet = await makeFleet();
    const { id } = await createRun(fleet.journal, ABOUT, [RECORD]);
    rmSync(runPath(fleet, id, 'state.json'));
    const { problems } = await readRuns(fleet.journal);
    expect(problems).toMatchObject([
      { code: 'no-such-file', file: `.reberth/runs/${id}/state.json`, hint: expect.stringContaining('remove') },
    ]);
  });

  test('that of a newer version is not touched', async () => {
    const fleet = await makeFleet();
    const { id } = await createRun(fleet.journal, ABOUT, [RECORD]);
    writeFileSync(runPath(fleet, id, 'run.json'), '{"version": 2}');
    expect((await readRuns(fleet.journal)).problems).toMatchObject([{ code: 'journal-newer' }]);
  });

  test('files of others in it are not looked at', async () => {
    const fleet = await makeFleet();
    const run = await createRun(fleet.journal, ABOUT, [RECORD]);
    growTree(fleet.root, {
      '.reberth/runs/.DS_Store': 'x',
      '.reberth/runs/notes/': '',
      '.reberth/runs/.new-20261122T101500Z-3f9a/': '',
    });
    expect(await readRuns(fleet.journal)).toEqual({ runs: [run], problems: [], otherRoots: [] });
  });
});

test.each([
  ['ENOSPC', 'disk-full'],
  ['EMFILE', 'too-many-open-files'],
])('a journal that cannot be written, for %s, leaves nothing that looks like a run', async (code, problem) => {
  for (let at = 1; ; at++) {
    const { journal } = await makeFleet();
    const { disk, calls } = faultyDisk({ at, code });
    const created = createRun(journal, ABOUT, [RECORD], disk);
    if (
      await created.then(
        () => calls() < at,
        () => false,
      )
    )
      break;
    const error = await problemsOf(created);
    expect(error.diagnostics).toMatchObject([{ code: problem, file: '.reberth' }]);
    expect(readdirSync(join(journal.directory, 'runs'))).toEqual([]);
    expect(at).toBeLessThan(100);
  }
});

describe('openJournal', () => {
  test('creates nothing', async () => {
    const root = makeTree();
    const journal = await openJournal({ cwd: root, directory: 'log' });
    expect(await readRuns(journal)).toEqual({ runs: [], problems: [], otherRoots: [] });
    expect(readdirSync(root)).toEqual([]);
  });

  test('puts runs where --journal says, and tells those on other trees apart', async () => {
    const root = makeTree({ 'one/': '', 'two/': '' });
    const one = await openJournal({ cwd: root, root: 'one', directory: 'log' });
    const two = await openJournal({ cwd: root, root: 'two', directory: 'log' });
    const run = await createRun(one, ABOUT, [RECORD]);
    expect(readdirSync(join(root, 'log/runs'))).toEqual([run.id]);
    expect(readFileSync(join(root, 'log/.gitignore'), 'utf8')).toBe('*\n');
    expect(existsSync(join(root, 'one/.reberth'))).toBe(false);
    expect((await readRuns(one)).runs).toEqual([run]);
    expect(await readRuns(two)).toEqual({ runs: [], problems: [], otherRoots: [join(root, 'one')] });
    expect(await findUnfinished(two)).toBeUndefined();
    expect(one.flags).toBe(' --root one --journal log');
  });

  test('writes the flags such that a shell reads them', async () => {
    const root = makeTree({ "it's here/": '' });
    const { flags } = await openJournal({ cwd: root, root: "it's here" });
    expect(flags).toBe(` --root 'it'\\''s here'`);
  });

  test.each([
    ['a file', 'no-folder', 'it is not a directory'],
    ['a folder with other things in it', 'src', 'other things are in it'],
    ['the root itself', '.', 'other things are in it'],
  ])('refuses %s as journal', async (_, directory, why) => {
    const root = makeTree({ 'no-folder': 'x', 'src/main.c': 'x' });
    const error = await problemsOf(openJournal({ cwd: root, directory }));
    expect(error.diagnostics).toMatchObject([
      { code: 'not-a-journal', file: directory, message: expect.stringContaining(why) },
    ]);
    expect(readdirSync(join(root, 'src'))).toEqual(['main.c']);
  });

  test('refuses a .reberth that leads elsewhere', async () => {
    const elsewhere = makeTree();
    const root = makeTree({ '.reberth': { link: elsewhere } });
    const error = await problemsOf(openJournal({ cwd: root }));
    expect(error.diagnostics).toMatchObject([{ code: 'not-a-journal' }]);
  });

  test('refuses a root that is not there, or is a file', async () => {
    const root = makeTree({ file: '' });
    expect((await problemsOf(openJournal({ cwd: root, root: 'none' }))).diagnostics).toMatchObject([
      { code: 'no-such-file' },
    ]);
    expect((await problemsOf(openJournal({ cwd: root, root: 'file' }))).diagnostics).toMatchObject([
      { code: 'not-a-directory' },
    ]);
  });

  test('takes a root through a link by its real path', async () => {
    const root = makeTree({ 'real/': '' });
    symlinkSync(join(root, 'real'), join(root, 'link'));
    expect((await openJournal({ cwd: root, root: 'link' })).root).toBe(join(root, 'real'));
  });

  test('keeps a .gitignore that is there', async () => {
    const root = makeTree();
    mkdirSync(join(root, '.reberth'));
    writeFileSync(join(root, '.reberth/.gitignore'), '!runs\n');
    await createRun(await openJournal({ cwd: root }), ABOUT, [RECORD]);
    expect(readFileSync(join(root, '.reberth/.gitignore'), 'utf8')).toBe('!runs\n');
  });
});
