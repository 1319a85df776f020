import { access, constants, lstat, open, readFile, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { type Diagnostic, DiagnosticError } from '../diagnostic.ts';
import { sha256 } from './digest.ts';
import { errorCode, fileProblem, printable } from './errors.ts';
import { flushDirectory } from './flush-directory.ts';
import { notAFile } from './read.ts';

/** The calls that writing needs, so that a test can let the n-th of them fail. */
export const DISK = { access, lstat, open, readFile, rename, unlink };
export type Disk = typeof DISK;

export interface WriteOptions {
  /** The permission bits that the file gets, such as `0o644`. */
  readonly mode: number;
  /** SHA-256, in hexadecimal, of what the file must still hold; a file that does not is left alone. */
  readonly expected?: string | undefined;
  /** The file as the user knows it, for diagnostics. */
  readonly shown?: string | undefined;
  readonly disk?: Disk | undefined;
}

/** What the name of a temporary file ends with. */
const TEMPORARY = /\.reberth-[0-9a-f]{16}\.tmp$/;

/** A name has at most 255 bytes, and a UTF-16 unit takes at most 3. */
const LONGEST_KEPT_NAME = 60;

/** Whether a file of this name is what a killed `writeFileAtomic` left behind. */
export function isTemporaryName(name: string): boolean {
  return name.startsWith('.') && TEMPORARY.test(name);
}

/**
 * Replaces the content of an existing file such that at any moment, also after a crash, either the
 * old or the new content is there, whole. Owner and group stay where the system allows it; further
 * hard links keep the old content.
 *
 * @param absolute - The real path, not a link to it.
 * @throws DiagnosticError where the file could not be replaced. It then is as it was, and nothing is
 * left beside it; only when the code is `not-durable` the new content is there, but a power failure
 * could still take it back.
 */
export async function writeFileAtomic(absolute: string, bytes: Uint8Array, options: WriteOptions): Promise<void> {
  const { mode, expected, shown = absolute, disk = DISK } = options;
  const readOnly = await findWriteObstacle(absolute, shown, disk);
  if (readOnly !== undefined) throw new DiagnosticError([readOnly]);
  const temporary = temporaryPath(absolute);
  let created = false;
  try {
    const { uid, gid } = await disk.lstat(absolute);
    const file = await disk.open(temporary, 'wx', 0o600);
    created = true;
    try {
      await file.writeFile(bytes);
      await keepOwner(file, uid, gid);
      await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    if (expected !== undefined) await assertUnchanged(absolute, expected, shown, disk);
    await disk.rename(temporary, absolute);
  } catch (error) {
    if (created) await disk.unlink(temporary).catch(() => undefined);
    if (error instanceof DiagnosticError) throw error;
    throw new DiagnosticError([fileProblem(error, 'write', shown)]);
  }
  try {
    // The rename is in the directory, not in the file.
    await flushDirectory(dirname(absolute), disk);
  } catch (error) {
    const problem = fileProblem(error, 'flush the directory of', shown);
    throw new DiagnosticError([{ ...problem, code: 'not-durable' }]);
  }
}

/**
 * Why `writeFileAtomic` could not replace this file, as far as can be told without trying;
 * undefined where nothing speaks against it. A file without any write bit is somebody's wish to
 * keep it as it is, so it is refused to root as well.
 */
export async function findWriteObstacle(
  absolute: string,
  shown: string = absolute,
  disk: Disk = DISK,
): Promise<Diagnostic | undefined> {
  try {
    const stats = await disk.lstat(absolute);
    if (stats.isSymbolicLink()) return changedMeanwhile(shown, 'it is a symbolic link now');
    if (!stats.isFile()) return notAFile(stats, shown);
    if ((stats.mode & 0o222) === 0) return readOnlyFile(shown);
    await disk.access(absolute, constants.W_OK);
    await disk.access(dirname(absolute), constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    return fileProblem(error, 'write', shown);
  }
}

function temporaryPath(absolute: string): string {
  const random = crypto.randomUUID().replaceAll('-', '').slice(0, 16);
  const name = `.${basename(absolute).slice(0, LONGEST_KEPT_NAME)}.reberth-${random}.tmp`;
  return join(dirname(absolute), name);
}

type FileHandle = Awaited<ReturnType<typeof open>>;

async function keepOwner(file: FileHandle, uid: number, gid: number): Promise<void> {
  const own = await file.stat();
  if (own.uid === uid && own.gid === gid) return;
  try {
    await file.chown(uid, gid);
  } catch {
    await file.chown(own.uid, gid).catch(() => undefined);
  }
}

async function assertUnchanged(absolute: string, expected: string, shown: string, disk: Disk): Promise<void> {
  let content: Uint8Array;
  try {
    content = await disk.readFile(absolute);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    throw new DiagnosticError([changedMeanwhile(shown, 'it is gone')]);
  }
  if (sha256(content) !== expected)
    throw new DiagnosticError([changedMeanwhile(shown, 'its content is not what was read')]);
}

function changedMeanwhile(shown: string, how: string): Diagnostic {
  return {
    code: 'changed-meanwhile',
    severity: 'error',
    message: `${printable(shown)} was changed by someone else during this run: ${how}`,
    file: shown,
    hint: 'run again, with nothing else writing to these files',
  };
}

function readOnlyFile(shown: string): Diagnostic {
  return {
    code: 'read-only-file',
    severity: 'error',
    message: `cannot write ${printable(shown)}: it is read-only`,
    file: shown,
    hint: 'chmod u+w it, if it may change',
  };
}
