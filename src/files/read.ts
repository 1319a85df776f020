import { Buffer } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, type Stats, statSync } from 'node:fs';

import { type Diagnostic, DiagnosticError } from '../diagnostic.ts';
import { decode } from './encoding.ts';
import { fileProblem, printable } from './errors.ts';

/** A Dockerfile as it was on disk at one moment. */
export interface DockerfileContent {
  readonly bytes: Uint8Array;
  /** The bytes as `decode` reads them. */
  readonly text: string;
  /** The permission bits, such as `0o644`. */
  readonly mode: number;
}

/** Windows has no such flag: there, opening never waits. */
const NO_WAITING = constants.O_NONBLOCK ?? 0;

/**
 * Reads a Dockerfile, whole. A FIFO, a socket or a device is refused without waiting for it.
 *
 * @param absolute - The real path, as `discoverDockerfiles` gives it.
 * @param shown - The file as the user knows it, for diagnostics.
 * @throws DiagnosticError where the file cannot be read, is no regular file, or is not UTF-8 text.
 */
export function readDockerfile(absolute: string, shown: string = absolute): DockerfileContent {
  const { bytes, mode } = readRegularFile(absolute, shown, false);
  return contentOf(new Uint8Array(bytes), mode, shown);
}

/**
 * Reads a Dockerfile if it is worth it. Synchronous: for very many small files, the calls themselves
 * take less time than to wait for them.
 *
 * @param isWorthIt is given the bytes, which it must not keep
 * @param isRegular whether it is known to be a regular file, as for what `discoverDockerfiles` found
 * @returns undefined where it is not worth it
 * @throws DiagnosticError as `readDockerfile` does
 */
export function readIfWorthIt(
  absolute: string,
  shown: string,
  isWorthIt: (bytes: Uint8Array) => boolean,
  isRegular = false,
): DockerfileContent | undefined {
  const { bytes, mode } = readRegularFile(absolute, shown, isRegular);
  return isWorthIt(bytes) ? contentOf(new Uint8Array(bytes), mode, shown) : undefined;
}

function contentOf(bytes: Uint8Array, mode: number, shown: string): DockerfileContent {
  const decoded = decode(bytes);
  if (decoded.kind === 'problem') throw new DiagnosticError([{ ...decoded.problem, file: shown }]);
  return { bytes, text: decoded.text, mode };
}

/** What a path is that is neither a regular file nor a directory, in words. */
function kindOf(stats: Pick<Stats, 'isDirectory' | 'isFIFO' | 'isSocket'>): string {
  if (stats.isDirectory()) return 'a directory';
  if (stats.isFIFO()) return 'a FIFO';
  return stats.isSocket() ? 'a socket' : 'a device';
}

/** Says that something else than a regular file is where a Dockerfile should be. */
export function notAFile(stats: Pick<Stats, 'isDirectory' | 'isFIFO' | 'isSocket'>, shown: string): Diagnostic {
  return {
    code: stats.isDirectory() ? 'is-a-directory' : 'not-a-file',
    severity: 'error',
    message: `${printable(shown)} is ${kindOf(stats)}, not a regular file`,
    file: shown,
    hint: stats.isDirectory() ? undefined : 'to read from a pipe, use - and standard input',
  };
}

/** Most Dockerfiles fit in here; larger ones get a buffer of their own. */
const scratch = Buffer.allocUnsafeSlow(1 << 16);

/** The bytes are good until the next file is read. */
function readRegularFile(absolute: string, shown: string, isRegular: boolean): { bytes: Uint8Array; mode: number } {
  try {
    // Opening a device can have effects and a FIFO would wait, so look first; and look again at what was opened.
    const before = isRegular ? undefined : statSync(absolute);
    if (before?.isFile() === false) throw new DiagnosticError([notAFile(before, shown)]);
    const file = openSync(absolute, constants.O_RDONLY | NO_WAITING);
    try {
      const stats = fstatSync(file);
      if (!stats.isFile()) throw new DiagnosticError([notAFile(stats, shown)]);
      const mode = stats.mode & 0o7777;
      if (stats.size >= scratch.length) return { bytes: readFileSync(file), mode };
      const length = readSync(file, scratch, 0, scratch.length, null);
      // A file that grows while it is read, or that has no size, such as those in /proc.
      if (length !== stats.size)
        return { bytes: Buffer.concat([scratch.subarray(0, length), readFileSync(file)]), mode };
      return { bytes: scratch.subarray(0, length), mode };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    throw new DiagnosticError([fileProblem(error, 'read', shown)]);
  }
}
