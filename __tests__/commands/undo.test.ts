import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type RunsFlags, runsCommand } from '../../src/commands/runs.ts';
import { resumeCommand, type UndoFlags, undoCommand } from '../../src/commands/undo.ts';
import { acquireLock } from '../../src/journal/lock.ts';
import type { RunRecord } from '../../src/journal/run.ts';
import { applyFiles } from '../../src/journal/transaction.ts';
import { removeTrees } from '../files/tree.ts';
import { ABOUT, contents, type Fleet, makeFleet, NEW, OLD } from '../journal/fleet.ts';
import { problemsOf } from '../journal/problems.ts';

afterEach(removeTrees);

const FLAGS = { color: 'never', quiet: false, verbose: false, keepGoing: false } as const;

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function run<Flags>(
  command: (flags: Flags, around: Parameters<typeof undoCommand>[1]) => Promise<number>,
  flags: Flags,
  cwd: string,
): Promise<Ended> {
  const out: string[] = [];
  const err: string[] = [];
  const stream = (texts: string[]) => ({ write: (text: string) => texts.push(text) });
  const code = await command(flags, { stdout: stream(out), stderr: stream(err), cwd, env: {} });
  return { code, stdout: out.join(''), stderr: err.join('') };
}

const undo = ({ root }: Fleet, flags: Partial<UndoFlags> = {}) => run(undoCommand, { ...FLAGS, ...flags }, root);
const resume = ({ root }: Fleet) => run(resumeCommand, FLAGS, root);
const runs = ({ root }: Fleet, flags: Partial<RunsFlags> = {}) => run(runsCommand, { ...FLAGS, ...flags }, root);

async function apply(fleet: Fleet): Promise<RunRecord> {
  const { run: record } = await applyFiles(fleet.journal, fleet.changes, ABOUT);
  if (record === undefined) throw new Error('nothing was written');
  return record;
}

function setState({ journal }: Fleet, { id }: RunRecord, state: string): void {
  const path = join(journal.directory, 'runs', id, 'state.json');
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), state }));
}

describe('reberth undo', () => {
  test('takes back the last run, then the one before, then nothing', async () => {
    const fleet = await makeFleet(['a/Dockerfile', 'b/Dockerfile']);
    const both = { ...fleet, changes: fleet.changes.slice(0, 1) };
    const first = await apply(both);
    const second = await apply({ ...fleet, changes: fleet.changes.slice(1) });
    expect(await undo(fleet)).toEqual({
      code: 0,
      stdout: '',
      stderr: `Took back run ${second.id}: 1 file changed back.\n`,
    });
    expect(contents(fleet)).toEqual(['new', 'old']);
    expect((await undo(fleet)).stderr).toBe(`Took back run ${first.id}: 1 file changed back.\n`);
    expect(contents(fleet)).toEqual(['old', 'old']);
    const error = await problemsOf(undo(fleet));
    expect(error.diagnostics).toMatchObject([
      { code: 'nothing-to-undo', message: 'there is no run to undo in .reberth' },
    ]);
  });

  test('takes back a named run, by the beginning of its name too', async () => {
    const fleet = await makeFleet(['a/Dockerfile', 'b/Dockerfile']);
    const first = await apply({ ...fleet, changes: fleet.changes.slice(0, 1) });
    const second = await apply({ ...fleet, changes: fleet.changes.slice(1) });
    await undo(fleet, { run: first.id.slice(0, 16) });
    expect(contents(fleet)).toEqual(['old', 'new']);
    expect((await problemsOf(undo(fleet, { run: first.id }))).diagnostics).toMatchObject([
      { code: 'already-undone', message: expect.stringContaining(`run ${first.id} was undone already`) },
    ]);
    expect((await problemsOf(undo(fleet, { run: '1999' }))).diagnostics).toMatchObject([
      { code: 'no-such-run', message: 'there is no run 1999' },
    ]);
    expect((await problemsOf(undo(fleet, { run: '20' }))).diagnostics).toMatchObject([
      { code: 'no-such-run', message: '2 runs begin with 20' },
    ]);
    await undo(fleet, { run: second.id });
    expect(contents(fleet)).toEqual(['old', 'old']);
  });

  test('names a file that was edited since, and with --keep-going leaves it, and ends with 2', async () => {
    const fleet = await makeFleet();
    const { id } = await apply(fleet);
    writeFileSync(fleet.paths[1] ?? '', 'FROM mine\n');
    expect((await problemsOf(undo(fleet))).diagnostics).toMatchObject([
      { code: 'changed-since', file: 'b/Dockerfile' },
    ]);
    expect(contents(fleet)).toEqual(['new', 'FROM mine\n', 'new']);
    const ended = await undo(fleet, { keepGoing: true });
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(/^b\/Dockerfile: error\[changed-since\]: b\/Dockerfile was changed since run/);
    expect(ended.stderr).toContain(`Took back run ${id}: 2 files changed back.\n`);
    expect(contents(fleet)).toEqual(['old', 'FROM mine\n', 'old']);
  });

  test('takes back an unfinished run before all others', async () => {
    const fleet = await makeFleet(['a/Dockerfile', 'b/Dockerfile']);
    const first = await apply({ ...fleet, changes: fleet.changes.slice(0, 1) });
    const second = await apply({ ...fleet, changes: fleet.changes.slice(1) });
    setState(fleet, second, 'writing');
    expect((await problemsOf(undo(fleet, { run: first.id }))).diagnostics).toMatchObject([{ code: 'run-unfinished' }]);
    await undo(fleet);
    expect(contents(fleet)).toEqual(['new', 'old']);
  });

  test('is refused while another run has the tree, and changes nothing', async () => {
    const fleet = await makeFleet();
    await apply(fleet);
    const lock = await acquireLock(fleet.journal, 'reberth apply');
    expect((await problemsOf(undo(fleet))).diagnostics).toMatchObject([{ code: 'locked' }]);
    await lock.release();
    expect(contents(fleet)).toEqual(['new', 'new', 'new']);
  });

  test('works from elsewhere with --root and --journal', async () => {
    const fleet = await makeFleet(['app/a/Dockerfile']);
    const { openJournal } = await import('../../src/journal/journal.ts');
    const journal = await openJournal({ cwd: fleet.root, root: 'app', directory: 'log' });
    await applyFiles(journal, fleet.changes, ABOUT);
    const error = await problemsOf(undo(fleet, { journal: 'log' }));
    expect(error.diagnostics).toMatchObject([
      { code: 'nothing-to-undo', hint: `it has runs on ${join(fleet.root, 'app')}: name one of these with --root` },
    ]);
    expect((await undo(fleet, { root: 'app', journal: 'log' })).code).toBe(0);
    expect(contents(fleet)).toEqual(['old']);
  });

  test('names a broken journal and changes nothing', async () => {
    const fleet = await makeFleet();
    const { id } = await apply(fleet);
    writeFileSync(join(fleet.journal.directory, 'runs', id, 'run.json'), '{');
    expect((await problemsOf(undo(fleet))).diagnostics).toMatchObject([{ code: 'journal-broken' }]);
    expect(contents(fleet)).toEqual(['new', 'new', 'new']);
  });
});

describe('reberth apply --resume', () => {
  test('carries an unfinished run to its end', async () => {
    const fleet = await makeFleet();
    const record = await apply(fleet);
    expect((await problemsOf(resume(fleet))).diagnostics).toMatchObject([{ code: 'nothing-to-resume' }]);
    setState(fleet, record, 'writing');
    writeFileSync(fleet.paths[2] ?? '', OLD);
    expect((await resume(fleet)).stderr).toBe(
      `Finished run ${record.id}: 1 file changed, 2 had been changed already.\n`,
    );
    expect(contents(fleet)).toEqual(['new', 'new', 'new']);
    expect(readFileSync(fleet.paths[2] ?? '', 'utf8')).toBe(NEW);
  });
});

describe('reberth runs', () => {
  test('lists the runs, the latest first', async () => {
    const fleet = await makeFleet(['a/Dockerfile', 'b/Dockerfile']);
    const first = await apply({ ...fleet, changes: fleet.changes.slice(0, 1) });
    const second = await apply({ ...fleet, changes: fleet.changes.slice(1) });
    await undo(fleet);
    expect(await runs(fleet)).toEqual({
      code: 0,
      stdout: [
        'RUN                    STATE   FILES  EDITS  COMMAND',
        `${second.id}  undone      1      2  ${ABOUT.command}`,
        `${first.id}  done        1      2  ${ABOUT.command}`,
        '',
      ].join('\n'),
      stderr: '',
    });
  });

  test('as JSON has everything but the files', async () => {
    const fleet = await makeFleet();
    const record = await apply(fleet);
    const { stdout } = await runs(fleet, { format: 'json' });
    const { root: _, ...listed } = record;
    expect(JSON.parse(stdout)).toEqual({ version: 1, root: fleet.root, runs: [listed] });
  });

  test('says so where there are none', async () => {
    const fleet = await makeFleet();
    expect(await runs(fleet)).toEqual({
      code: 0,
      stdout: '',
      stderr: 'info[no-runs]: there are no runs in .reberth\n',
    });
    expect(JSON.parse((await runs(fleet, { format: 'json' })).stdout)).toMatchObject({ runs: [] });
  });

  test('tells a run that was killed from one that is going on', async () => {
    const fleet = await makeFleet();
    setState(fleet, await apply(fleet), 'writing');
    const killed = await runs(fleet);
    expect(killed.stdout).toContain('  unfinished  ');
    expect(killed.stderr).toMatch(/^warning\[run-unfinished\].*\n {2}hint: reberth undo takes it back/);
    const lock = await acquireLock(fleet.journal, 'reberth apply');
    const going = await runs(fleet);
    expect(going.stdout).toContain('  going on  ');
    expect(going.stderr).toMatch(/^info\[locked\]/);
    await lock.release();
  });

  test('lists what it can read, and names what it cannot', async () => {
    const fleet = await makeFleet(['a/Dockerfile', 'b/Dockerfile']);
    const first = await apply({ ...fleet, changes: fleet.changes.slice(0, 1) });
    const second = await apply({ ...fleet, changes: fleet.changes.slice(1) });
    writeFileSync(join(fleet.journal.directory, 'runs', first.id, 'state.json'), 'x');
    const listed = await runs(fleet);
    expect(listed.code).toBe(2);
    expect(listed.stdout).toContain(second.id);
    expect(listed.stderr).toContain(`.reberth/runs/${first.id}/state.json: error[journal-broken]`);
  });
});
