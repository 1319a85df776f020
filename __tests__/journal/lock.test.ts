import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { type Journal, openJournal } from '../../src/journal/journal.ts';
import { acquireLock, findLocked } from '../../src/journal/lock.ts';
import { fateOf, thisProcess } from '../../src/journal/process.ts';
import { createRun } from '../../src/journal/store.ts';
import { assertNoneUnfinished } from '../../src/journal/unfinished.ts';
import { makeTree, removeTrees } from '../files/tree.ts';
import { bundleDriver, drive, endDriven } from './drive.ts';
import { problemsOf } from './problems.ts';

afterEach(endDriven);
afterEach(removeTrees);

const lockOf = ({ home }: Journal): string => join(home, 'lock');

/** Writes the lock of a process of this machine that has ended. */
function leaveLock(path: string, token: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const holder = {
    ...thisProcess(),
    pid: 2 ** 22 + 1,
    token,
    since: '2026-11-22T10:15:00.000Z',
    command: 'reberth apply x',
  };
  writeFileSync(path, JSON.stringify(holder));
}

test('the second one is told who has the lock; after its release it can be had', async () => {
  const journal = await openJournal({ cwd: makeTree() });
  const lock = await acquireLock(journal, 'reberth apply one');
  expect(lock.diagnostics).toEqual([]);
  const error = await problemsOf(acquireLock(journal, 'reberth apply two'));
  const [problem] = error.diagnostics;
  expect(problem).toMatchObject({ code: 'locked', severity: 'error', hint: 'wait until it is done' });
  expect(problem?.message).toMatch(
    /^another run is changing \.: process \d+ on \S+, since 20\d\d-\d\d-\d\dT\S+Z: reberth apply one$/,
  );
  expect(problem?.message).toContain(`process ${process.pid} on ${hostname()}`);
  expect(await findLocked(journal)).toEqual(problem);
  await lock.release();
  expect(await findLocked(journal)).toBeUndefined();
  const next = await acquireLock(journal, 'reberth apply two');
  await lock.release();
  expect(await findLocked(journal)).toBeDefined();
  await next.release();
});

test('leaves nothing behind, but the journal where there is one', async () => {
  const journal = await openJournal({ cwd: makeTree() });
  await (await acquireLock(journal, 'x')).release();
  expect(readdirSync(journal.root)).toEqual([]);
  const lock = await acquireLock(journal, 'x');
  await createRun(journal, { mapping: '', command: '' }, []);
  await lock.release();
  expect(readdirSync(journal.home).sort()).toEqual(['.gitignore', 'runs']);
});

test('the lock is in the tree, wherever the journal is', async () => {
  const root = makeTree();
  const one = await openJournal({ cwd: root, directory: 'one' });
  const two = await openJournal({ cwd: root, directory: 'two' });
  const lock = await acquireLock(one, 'x');
  await problemsOf(acquireLock(two, 'x'));
  await lock.release();
});

test('a lock that cannot be read is nobody’s to take', async () => {
  const journal = await openJournal({ cwd: makeTree({ '.reberth/lock': '{"pid": "me"}' }) });
  const error = await problemsOf(acquireLock(journal, 'x'));
  expect(error.diagnostics).toMatchObject([
    { code: 'locked', hint: 'make sure that no reberth is running, then remove .reberth/lock' },
  ]);
});

test('the lock of a dead process is taken over, and it is said so', async () => {
  const journal = await openJournal({ cwd: makeTree() });
  leaveLock(lockOf(journal), 'dead');
  expect(await findLocked(journal)).toBeUndefined();
  const lock = await acquireLock(journal, 'x');
  expect(lock.diagnostics).toMatchObject([
    {
      code: 'stale-lock',
      severity: 'info',
      message: expect.stringContaining(`process ${2 ** 22 + 1} on ${hostname()}`),
    },
  ]);
  await problemsOf(acquireLock(journal, 'y'));
  await lock.release();
  expect(existsSync(lockOf(journal))).toBe(false);
});

test('so is that of one that died while it took over another', async () => {
  const journal = await openJournal({ cwd: makeTree() });
  leaveLock(lockOf(journal), 'dead');
  leaveLock(`${lockOf(journal)}.takeover`, 'dead, too');
  const lock = await acquireLock(journal, 'x');
  expect(readdirSync(journal.home).sort()).toEqual(['.gitignore', 'lock']);
  await problemsOf(acquireLock(journal, 'y'));
  await lock.release();
});

test('of many who see a dead lock at once, exactly one gets it', async () => {
  for (let round = 0; round < 30; round++) {
    const journal = await openJournal({ cwd: makeTree() });
    leaveLock(lockOf(journal), 'dead');
    const all = await Promise.allSettled(Array.from({ length: 8 }, (_, i) => acquireLock(journal, `run ${i}`)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(readdirSync(journal.home).sort()).toEqual(['.gitignore', 'lock']);
  }
});

test('of many who find dead locks again and again, never two have one', async () => {
  const journal = await openJournal({ cwd: makeTree() });
  let holders = 0;
  let takeovers = 0;
  const die = (token: string): void => {
    leaveLock(`${lockOf(journal)}.${token}`, token);
    renameSync(`${lockOf(journal)}.${token}`, lockOf(journal));
  };
  die('first');
  const worker = async (_: unknown, i: number): Promise<void> => {
    for (let attempt = 0; attempt < 100; attempt++) {
      const lock = await acquireLock(journal, `run ${i}`).catch(() => undefined);
      if (lock === undefined) continue;
      holders++;
      takeovers += lock.diagnostics.length;
      expect(holders).toBe(1);
      await wait(Math.random() * 2);
      holders--;
      if (attempt % 10 === 9) await lock.release();
      else die(`${i}-${attempt}`);
    }
  };
  // All of them end, also when one fails: those that go on would put their locks where the trees were.
  const ends = await Promise.allSettled(Array.from({ length: 8 }, worker));
  expect(ends.filter(({ status }) => status === 'rejected')).toEqual([]);
  expect(takeovers).toBeGreaterThan(10);
});

describe('fateOf', () => {
  const here = { pid: process.pid, host: 'one', boot: 'b', namespace: 'n', start: thisProcess().start };
  const none = 2 ** 22 + 1;

  test.each([
    ['this process', {}, 'running'],
    ['a process that is not there', { pid: none }, 'gone'],
    ['another process that has its number now', { start: '1' }, 'gone'],
    ['a process from before the machine was started again', { boot: 'a' }, 'gone'],
    ['a process of another container', { namespace: 'm', pid: none }, 'unknown'],
    ['a process of another machine', { host: 'two', boot: 'a', pid: none }, 'unknown'],
    ['a process of this machine when it had another name', { host: 'two', pid: none }, 'gone'],
    ['a process of a system that tells little', { boot: undefined, namespace: undefined, start: undefined }, 'running'],
    ['a process of another machine that tells little', { host: 'two', boot: undefined, pid: none }, 'unknown'],
  ] as const)('%s', (_, difference, fate) => {
    const isLinux = thisProcess().start !== undefined;
    if (!isLinux && 'start' in difference && difference.start === '1') return;
    expect(fateOf({ ...here, ...difference }, here)).toBe(fate);
  });
});

const onLinux = thisProcess().start === undefined ? test.skip : test;
/** Ended, and its parent has not asked yet; or it has, just now. */
function isZombie(path: string): boolean {
  try {
    return readFileSync(path, 'utf8').includes(') Z ');
  } catch {
    return true;
  }
}

onLinux('a process that has ended is gone, also before its parent has asked for its end', async () => {
  const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 60']);
  const [pid] = (await once(parent.stdout, 'data')).map(Number);
  const path = `/proc/${pid}/stat`;
  while (existsSync(path) && !isZombie(path)) await wait(5);
  const fate = fateOf({ ...thisProcess(), pid: pid ?? 0, start: undefined });
  parent.kill();
  expect(fate).toBe('gone');
});

describe('between processes', () => {
  let bundle: string;
  beforeEach(() => {
    bundle = bundleDriver();
  });

  test('the lock holds until its process ends, whatever way', async () => {
    const journal = await openJournal({ cwd: makeTree() });
    const holder = drive(bundle, 'lock', journal.root);
    await holder.said('locked by me');
    const [problem] = (await problemsOf(acquireLock(journal, 'x'))).diagnostics;
    expect(problem?.message).toContain(`process ${holder.process.pid} on`);
    expect(problem?.message).toContain('driver lock');
    await holder.kill();
    const lock = await acquireLock(journal, 'x');
    expect(lock.diagnostics).toMatchObject([{ code: 'stale-lock' }]);
    const second = drive(bundle, 'lock', journal.root);
    expect(await second.output).toBe('ready\nlocked\n');
    await lock.release();
  });

  test('of several who find a dead lock, one takes it over', async () => {
    const journal = await openJournal({ cwd: makeTree() });
    for (let round = 0; round < 3; round++) {
      leaveLock(lockOf(journal), `dead ${round}`);
      const all = Array.from({ length: 4 }, () => drive(bundle, 'lock', journal.root));
      const ends = await Promise.all(
        all.map(({ said, output }) => Promise.race([said('locked by me').then(() => 'has it'), output])),
      );
      expect(ends.filter((end) => end === 'has it')).toHaveLength(1);
      expect(ends.filter((end) => end === 'ready\nlocked\n')).toHaveLength(3);
      for (const { process: child } of all) child.stdin?.end();
      await Promise.all(all.map(({ output }) => output));
      expect(existsSync(lockOf(journal))).toBe(false);
    }
  });

  test('a run that is going on is no unfinished one', async () => {
    const journal = await openJournal({ cwd: makeTree() });
    await createRun(journal, { mapping: '', command: 'reberth apply' }, []);
    const holder = drive(bundle, 'lock', journal.root);
    await holder.said('locked by me');
    expect((await problemsOf(assertNoneUnfinished(journal))).diagnostics).toMatchObject([{ code: 'locked' }]);
    await holder.kill();
    const error = await problemsOf(assertNoneUnfinished(journal));
    expect(error.diagnostics).toMatchObject([
      { code: 'run-unfinished', hint: 'reberth undo takes it back, reberth apply --resume carries it to its end' },
    ]);
    expect(readFileSync(lockOf(journal), 'utf8')).toContain('driver lock');
  });
});
