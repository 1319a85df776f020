import { link, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { type Diagnostic, DiagnosticError } from '../diagnostic.ts';
import { errorCode, fileProblem, printable } from '../files/errors.ts';
import { createHiddenFolder, type Journal, removeUnusedFolder } from './journal.ts';
import { fateOf, type ProcessIdentity, thisProcess } from './process.ts';
import { isObject } from './run.ts';

/** Who has the right to change a tree. */
export interface Holder extends ProcessIdentity {
  /** Of this one lock: no other one ever has it. */
  readonly token: string;
  /** ISO 8601, in UTC. */
  readonly since: string;
  /** What it was taken for, for people: `reberth apply`, `reberth undo 20261122T1015`. */
  readonly command: string;
}

export interface Lock {
  /** That the lock of a dead process was taken over. */
  readonly diagnostics: readonly Diagnostic[];
  /** Gives the tree free again. Does nothing the second time. */
  release(): Promise<void>;
}

/** Systems and file systems that have no hard links. */
const NO_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL']);

/** Others may take and release the lock at the same moment, but not so many times in a row. */
const ATTEMPTS = 50;
const PAUSE_MILLISECONDS = 10;

/**
 * Takes the lock of a tree: whoever has it is the only one who changes files in the tree and
 * journals of it. The lock of a process that surely is gone is taken over.
 *
 * @param command - What it is taken for, for others who come meanwhile.
 * @throws {DiagnosticError} `locked` where somebody has it.
 */
export async function acquireLock(journal: Journal, command: string): Promise<Lock> {
  const path = lockPath(journal);
  const own: Holder = { token: crypto.randomUUID(), ...thisProcess(), since: new Date().toISOString(), command };
  try {
    const replaced = await claim(path, own, journal);
    let isHeld = true;
    return {
      diagnostics: replaced === undefined ? [] : [takenOver(replaced)],
      async release() {
        if (!isHeld) return;
        isHeld = false;
        await unlink(path).catch(() => undefined);
        await removeUnusedFolder(journal.home);
      },
    };
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    throw new DiagnosticError([fileProblem(error, 'create the lock', journal.shown(path))]);
  }
}

/** Why nobody else can change the tree now; undefined where nobody is at it. */
export async function findLocked(journal: Journal): Promise<Diagnostic | undefined> {
  const path = lockPath(journal);
  try {
    const holder = await readHolder(path);
    return holder === undefined || isGone(holder) ? undefined : locked(holder, path, journal);
  } catch (error) {
    return fileProblem(error, 'read the lock', journal.shown(path));
  }
}

function lockPath({ home }: Journal): string {
  return join(home, 'lock');
}

/**
 * Puts `own` where there is no lock, or one of a dead process. To replace a dead one takes a claim
 * of its own, beside it, because between looking at a lock and replacing it another process could
 * do the same, and be done, and a third one hold the new lock: with the claim, nobody else replaces
 * what was looked at, and the dead one does not remove it. The claim of a process that died over it
 * is replaced by the same rule.
 *
 * @returns the dead one
 */
async function claim(path: string, own: Holder, journal: Journal): Promise<Holder | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await create(path, own)) return undefined;
    const other = await readHolder(path);
    if (other === undefined) continue;
    if (other === 'unreadable') {
      await wait(PAUSE_MILLISECONDS);
      continue;
    }
    if (!isGone(other)) throw new DiagnosticError([locked(other, path, journal)]);
    const guard = `${path}.takeover`;
    await claim(guard, own, journal);
    try {
      const now = await readHolder(path);
      if (typeof now !== 'object' || now.token !== other.token) continue;
      await replace(path, own);
      return other;
    } finally {
      await unlink(guard).catch(() => undefined);
    }
  }
  throw new DiagnosticError([locked(await readHolder(path), path, journal)]);
}

/** Creates the lock, whole from its first moment on; false where there is one. */
async function create(path: string, own: Holder): Promise<boolean> {
  const temporary = await prepare(path, own);
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    const code = errorCode(error) ?? '';
    if (code === 'EEXIST') return false;
    if (!NO_LINKS.has(code)) throw error;
    return await createWithoutLinks(path, own);
  } finally {
    await unlink(temporary);
  }
}

async function createWithoutLinks(path: string, own: Holder): Promise<boolean> {
  try {
    await writeFile(path, toText(own), { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function replace(path: string, own: Holder): Promise<void> {
  await rename(await prepare(path, own), path);
}

/** Writes a lock beside its place. Who releases a lock may remove the folder just now. */
async function prepare(path: string, own: Holder): Promise<string> {
  const temporary = `${path}.${own.token}`;
  for (let attempt = 0; ; attempt++) {
    try {
      await createHiddenFolder(dirname(path));
      await writeFile(temporary, toText(own));
      return temporary;
    } catch (error) {
      if (errorCode(error) !== 'ENOENT' || attempt === ATTEMPTS) throw error;
    }
  }
}

/** `unreadable` while a system without hard links is writing it, and where it is no lock of this program. */
async function readHolder(path: string): Promise<Holder | 'unreadable' | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const value: unknown = JSON.parse(text);
    return isHolder(value) ? value : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

function isHolder(value: unknown): value is Holder {
  if (!isObject(value) || !Number.isSafeInteger(value['pid']) || Number(value['pid']) <= 0) return false;
  const { token, host, since, command, boot, namespace, start } = value;
  const given = [token, host, since, command];
  const perhaps = [boot, namespace, start].filter((part) => part !== undefined);
  return [...given, ...perhaps].every((part) => typeof part === 'string');
}

function toText(holder: Holder): string {
  return `${JSON.stringify(holder, null, 2)}\n`;
}

function isGone(holder: Holder | 'unreadable'): boolean {
  return holder !== 'unreadable' && fateOf(holder) === 'gone';
}

function locked(holder: Holder | 'unreadable' | undefined, path: string, journal: Journal): Diagnostic {
  const shown = printable(journal.shown(path));
  const tree = printable(journal.shown(journal.root));
  if (typeof holder !== 'object') {
    const message = `another run may be changing ${tree}: its lock ${shown} cannot be read`;
    const hint = `make sure that no reberth is running, then remove ${shown}`;
    return { code: 'locked', severity: 'error', message, hint };
  }
  return {
    code: 'locked',
    severity: 'error',
    message: `another run is changing ${tree}: ${describe(holder)}`,
    hint:
      fateOf(holder) === 'running'
        ? 'wait until it is done'
        : `it cannot be seen from here; wait until it is done, or make sure that it is gone and remove ${shown}`,
  };
}

function takenOver(holder: Holder): Diagnostic {
  const message = `took over the lock of a run that has ended without releasing it: ${describe(holder)}`;
  return { code: 'stale-lock', severity: 'info', message };
}

function describe({ pid, host, since, command }: Holder): string {
  return `process ${pid} on ${printable(host)}, since ${printable(since)}: ${printable(command)}`;
}
