import { chmodSync, readdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { DiagnosticError } from '../../src/diagnostic.ts';
import { sha256 } from '../../src/files/digest.ts';
import { DISK, type Disk } from '../../src/files/write.ts';
import { undoRun } from '../../src/journal/settle.ts';
import { readFiles, readRuns } from '../../src/journal/store.ts';
import { applyFiles } from '../../src/journal/transaction.ts';
import { findUnfinished } from '../../src/journal/unfinished.ts';
import { removeTrees } from '../files/tree.ts';
import { type Fault, faultyDisk } from './faulty-disk.ts';
import { ABOUT, contents, makeFleet, moving, NEW, OLD, temporaryFiles } from './fleet.ts';
import { codes, problemsOf } from './problems.ts';

afterEach(removeTrees);

test('writes all files, and what it did into the journal', async () => {
  const fleet = await makeFleet();
  chmodSync(fleet.paths[0] ?? '', 0o755);
  const changes = fleet.changes.map((change, i) => (i === 0 ? { ...change, mode: 0o755 } : change));
  const { run, written, diagnostics } = await applyFiles(fleet.journal, changes, ABOUT);
  expect(contents(fleet)).toEqual(['new', 'new', 'new']);
  expect(written).toEqual(['a/Dockerfile', 'b/Dockerfile', 'b/x.Dockerfile']);
  expect(diagnostics).toEqual([]);
  expect(statSync(fleet.paths[0] ?? '').mode & 0o777).toBe(0o755);
  expect(run).toMatchObject({ ...ABOUT, state: 'done', files: 3, edits: 6, root: fleet.root, except: [] });
  const { runs } = await readRuns(fleet.journal);
  expect(runs).toEqual([run]);
  const [record] = run === undefined ? [] : await readFiles(fleet.journal, run);
  expect(record).toEqual({
    path: 'a/Dockerfile',
    mode: 0o755,
    before: changes[0]?.digest,
    after: expect.stringMatching(/^[0-9a-f]{64}$/),
    edits: [
      { offset: 16, old: '8095', new: '18096' },
      { offset: 28, old: '8095', new: '8096' },
    ],
    moves: [{ service: 'web', from: 8095, to: 8096, edits: 2 }],
  });
  expect(readFileSync(join(fleet.root, '.reberth/.gitignore'), 'utf8')).toBe('*\n');
});

test('has the whole journal on disk before it writes a Dockerfile', async () => {
  const fleet = await makeFleet();
  const seen: string[] = [];
  const rename: Disk['rename'] = async (from, to) => {
    if (to === fleet.paths[0]) {
      const run = await findUnfinished(fleet.journal);
      seen.push(run === undefined ? 'no run' : run.state);
      if (run !== undefined) seen.push(...(await readFiles(fleet.journal, run)).map(({ path }) => path));
    }
    return DISK.rename(from, to);
  };
  await applyFiles(fleet.journal, fleet.changes, { ...ABOUT, disk: { ...DISK, rename } });
  expect(seen).toEqual(['writing', 'a/Dockerfile', 'b/Dockerfile', 'b/x.Dockerfile']);
});

test('leaves no journal where there is nothing to write', async () => {
  const fleet = await makeFleet();
  const same = fleet.changes.map((change) => ({ ...change, after: change.before, edits: [] }));
  expect(await applyFiles(fleet.journal, same, ABOUT)).toEqual({ run: undefined, written: [], diagnostics: [] });
  expect(readdirSync(fleet.root)).toEqual(['a', 'b']);
});

test('refuses edits that could not be taken back exactly', async () => {
  const fleet = await makeFleet();
  const wrong = fleet.changes.map((change, i) => (i === 1 ? { ...change, edits: change.edits.slice(1) } : change));
  const error = await problemsOf(applyFiles(fleet.journal, wrong, ABOUT));
  expect(error.diagnostics).toMatchObject([{ code: 'edits-inexact', file: 'b/Dockerfile' }]);
  expect(contents(fleet)).toEqual(['old', 'old', 'old']);
});

describe('a file that cannot be written', () => {
  test('is known before the first write, with all others that cannot', async () => {
    const fleet = await makeFleet();
    chmodSync(fleet.paths[0] ?? '', 0o444);
    unlinkSync(fleet.paths[2] ?? '');
    const error = await problemsOf(applyFiles(fleet.journal, fleet.changes, ABOUT));
    expect(error.diagnostics).toMatchObject([
      { code: 'read-only-file', file: 'a/Dockerfile' },
      { code: 'no-such-file', file: 'b/x.Dockerfile' },
    ]);
    expect(contents(fleet)).toEqual(['old', 'old', 'gone']);
    expect(readdirSync(fleet.root)).not.toContain('.reberth');
  });

  test('is left out with keepGoing', async () => {
    const fleet = await makeFleet();
    chmodSync(fleet.paths[0] ?? '', 0o444);
    writeFileSync(fleet.paths[1] ?? '', 'FROM other\n');
    const applied = await applyFiles(fleet.journal, fleet.changes, { ...ABOUT, keepGoing: true });
    expect(applied.diagnostics).toMatchObject([
      { code: 'read-only-file', file: 'a/Dockerfile' },
      { code: 'changed-meanwhile', file: 'b/Dockerfile' },
    ]);
    expect(applied.written).toEqual(['b/x.Dockerfile']);
    expect(contents(fleet)).toEqual(['old', 'FROM other\n', 'new']);
    expect(applied.run).toMatchObject({ state: 'done', except: ['b/Dockerfile'] });
  });

  test('leaves a run that changed nothing, with keepGoing, when there are no others', async () => {
    const fleet = await makeFleet(['Dockerfile']);
    writeFileSync(fleet.paths[0] ?? '', 'FROM other\n');
    const applied = await applyFiles(fleet.journal, fleet.changes, { ...ABOUT, keepGoing: true });
    expect(applied).toMatchObject({ written: [], run: { state: 'rolled-back' }, diagnostics: [{ severity: 'error' }] });
  });
});

test('takes back what was written when a file turns out to be changed', async () => {
  const fleet = await makeFleet(Array.from({ length: 40 }, (_, i) => `${i}/Dockerfile`));
  writeFileSync(fleet.paths[39] ?? '', 'FROM other\n');
  const error = await problemsOf(applyFiles(fleet.journal, fleet.changes, ABOUT));
  expect(error.diagnostics).toMatchObject([
    { code: 'changed-meanwhile', severity: 'error', file: '39/Dockerfile' },
    { code: 'rolled-back', severity: 'info', message: expect.stringMatching(/^no file is changed: the \d+ files/) },
  ]);
  expect(contents(fleet)).toEqual([...Array.from({ length: 39 }, () => 'old'), 'FROM other\n']);
  expect((await readRuns(fleet.journal)).runs).toMatchObject([{ state: 'rolled-back' }]);
});

test('does not overwrite what somebody wrote while it takes back', async () => {
  const fleet = await makeFleet(['a/Dockerfile', 'b/Dockerfile']);
  const [first = '', second = ''] = fleet.paths;
  let isFirstWritten: () => void;
  const firstWritten = new Promise<void>((done) => {
    isFirstWritten = done;
  });
  const rename: Disk['rename'] = async (from, to) => {
    if (to === second) {
      await firstWritten;
      throw Object.assign(new Error('EIO'), { code: 'EIO' });
    }
    await DISK.rename(from, to);
    if (to === first) {
      writeFileSync(first, `${NEW}# mine\n`);
      isFirstWritten();
    }
  };
  const error = await problemsOf(applyFiles(fleet.journal, fleet.changes, { ...ABOUT, disk: { ...DISK, rename } }));
  expect(contents(fleet)).toEqual([`${NEW}# mine\n`, 'old']);
  expect(codes(error)).toEqual(['io-error', 'changed-meanwhile', 'run-unfinished']);
  expect(error.diagnostics[2]?.message).toContain('a/Dockerfile');
  expect(await findUnfinished(fleet.journal)).toBeDefined();
});

describe('when the n-th call of the disk fails, for every n,', () => {
  const names = ['a/Dockerfile', 'a/Dockerfile.dev', 'b/Dockerfile'];

  /** Runs with the fault; then all files must be old, or all of them new. */
  async function runWith(fault: Fault): Promise<'done' | 'failed' | 'unfinished' | 'no fault'> {
    const fleet = await makeFleet(names);
    const { disk, calls } = faultyDisk(fault);
    const applied = applyFiles(fleet.journal, fleet.changes, { ...ABOUT, disk });
    const error = await applied.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (calls() < fault.at) return 'no fault';
    if (error === undefined) {
      expect(contents(fleet)).toEqual(['new', 'new', 'new']);
      expect(temporaryFiles(fleet)).toEqual([]);
      expect((await readRuns(fleet.journal)).runs).toMatchObject([{ state: 'done' }]);
      return 'done';
    }
    if (!(error instanceof DiagnosticError)) throw error;
    expect(error.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    const open = await findUnfinished(fleet.journal);
    expect(codes(error).includes('run-unfinished')).toBe(open !== undefined);
    if (open !== undefined) await undoRun(fleet.journal, open);
    expect(contents(fleet)).toEqual(['old', 'old', 'old']);
    expect(await findUnfinished(fleet.journal)).toBeUndefined();
    if (fault.forever !== true) expect(temporaryFiles(fleet)).toEqual([]);
    return open === undefined ? 'failed' : 'unfinished';
  }

  async function runForEachCall(fault: Omit<Fault, 'at'>): Promise<Record<string, number>> {
    const ends: Record<string, number> = {};
    for (let at = 1; at < 1000; at++) {
      const end = await runWith({ ...fault, at });
      if (end === 'no fault') return ends;
      ends[end] = (ends[end] ?? 0) + 1;
    }
    throw new Error('the run never ends');
  }

  test.each(['ENOSPC', 'EACCES', 'EIO'])('once, with %s: all is old again', async (code) => {
    const ends = await runForEachCall({ code });
    expect(ends['failed']).toBeGreaterThan(40);
    expect(ends['unfinished']).toBeUndefined();
    // What may fail without harm: flushing a directory where that is not allowed.
    expect(ends['done'] ?? 0).toBeLessThan(30);
  });

  test.each([
    ['ENOSPC', true],
    ['EIO', false],
  ])('and all later ones, with %s: all is old, or undo makes it so', async (code, onlyWrites) => {
    const ends = await runForEachCall({ code, forever: true, onlyWrites });
    expect(ends['failed']).toBeGreaterThan(10);
    expect(ends['unfinished']).toBeGreaterThan(10);
    // Flushing the directory of the last state: without it, a power failure may make the run unfinished.
    expect(ends['done']).toBeLessThan(4);
  });

  test('says what failed, which files are in which state, and the way out', async () => {
    const fleet = await makeFleet(['a/Dockerfile']);
    const rename: Disk['rename'] = async (from, to) => {
      if (String(to).endsWith('state.json')) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      return DISK.rename(from, to);
    };
    const open: Disk['open'] = async (path, ...rest) => {
      if (readFileSync(fleet.paths[0] ?? '', 'utf8') !== OLD && String(path).includes('.tmp')) {
        throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      }
      return DISK.open(path, ...rest);
    };
    const error = await problemsOf(
      applyFiles(fleet.journal, fleet.changes, { ...ABOUT, disk: { ...DISK, rename, open } }),
    );
    expect(codes(error)).toEqual(['disk-full', 'disk-full', 'run-unfinished']);
    const last = error.diagnostics.at(-1);
    expect(last?.message).toMatch(/is unfinished: a\/Dockerfile still with the new content, all others as before$/);
    expect(last?.hint).toBe('reberth undo takes it back, reberth apply --resume carries it to its end');
    expect(contents(fleet)).toEqual(['new']);
  });
});

test('an unexpected error is not dressed up, and all is taken back', async () => {
  const fleet = await makeFleet();
  const rename: Disk['rename'] = async (from, to) => {
    if (to === fleet.paths[2]) throw new TypeError('a bug');
    return DISK.rename(from, to);
  };
  const applied = applyFiles(fleet.journal, fleet.changes, { ...ABOUT, disk: { ...DISK, rename } });
  await expect(applied).rejects.toThrow(TypeError);
  expect(contents(fleet)).toEqual(['old', 'old', 'old']);
});

test('copes with odd names and bytes', async () => {
  const names = ['with space', 'new\nline', '-dash', 'größe 💀', 'quote\'"'];
  const fleet = await makeFleet(names);
  const before = Buffer.from(`\xff${OLD}\xfe`, 'latin1');
  const changes = fleet.paths.map((path) => {
    writeFileSync(path, before);
    const change = moving(fleet.root, path);
    const digest = sha256(before);
    return {
      ...change,
      before,
      digest,
      after: Buffer.from(`\xff${NEW}\xfe`, 'latin1'),
      edits: change.edits.map((edit) => ({ ...edit, offset: edit.offset + 1 })),
    };
  });
  const { run } = await applyFiles(fleet.journal, changes, ABOUT);
  for (const path of fleet.paths) expect(readFileSync(path).equals(Buffer.from(`\xff${NEW}\xfe`, 'latin1'))).toBe(true);
  if (run !== undefined) await undoRun(fleet.journal, run);
  for (const path of fleet.paths) expect(readFileSync(path).equals(before)).toBe(true);
});
