import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

/** A CommonJS file that has run. */
export interface Compiled {
  /** What the file exports. */
  readonly exports: unknown;
  /** Leaves the code as it is compiled by now for the next process, unless that has been done. Never fails. */
  keep(): void;
}

/** Code that was kept longer ago may be of a version that is gone. */
const KEPT_FOR_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Runs a CommonJS file as `require` does, with the code that an earlier process has compiled where there is
 * some. Node's own cache is for version 22 and later. The engine sees whether the code fits its own version
 * (https://nodejs.org/api/vm.html#new-vmscriptcode-options), but not whether it fits the file.
 *
 * @param file the absolute path of a file in ASCII, without dynamic imports; other content has another name
 * @param purpose what of the file runs, in lower case: other code is compiled for another purpose
 * @param folder where compiled code is kept, if at all
 */
export function loadCompiled(file: string, purpose: string, folder: string | undefined): Compiled {
  const kept = folder === undefined ? undefined : join(folder, `${basename(file)}-${purpose}${SUFFIX}`);
  const cachedData = kept === undefined ? undefined : readKept(kept);
  const source = readFileSync(file, 'latin1');
  const script = new Script(`(function(exports,require,module,__filename,__dirname){${source}\n})`, {
    filename: file,
    cachedData,
  });
  const isCompiled = cachedData !== undefined && script.cachedDataRejected !== true;
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  return {
    exports: module.exports,
    keep() {
      if (kept !== undefined && !isCompiled) tryToWrite(kept, script.createCachedData());
    },
  };
}

/** Each engine compiles to code of its own. */
const SUFFIX = `-${process.version}-${process.arch}`;
/** The names of what is kept, also by other versions. */
const KEPT = /\.cjs-[a-z]+-v\d+\.\d+\.\d+-\w+$/;

/**
 * Where compiled code is kept: `reberth` in the user's cache folder.
 *
 * @returns undefined where it is not wanted, nobody's home is known, or someone else may write there
 * @see https://specifications.freedesktop.org/basedir-spec/latest/
 * @see https://nodejs.org/api/cli.html#node_disable_compile_cache1
 */
export function compileCacheFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  if (env['NODE_DISABLE_COMPILE_CACHE']) return undefined;
  const { XDG_CACHE_HOME: caches = '' } = env;
  try {
    const folder = isAbsolute(caches) ? join(caches, 'reberth') : join(homedir(), '.cache', 'reberth');
    return isAbsolute(folder) && isOwn(folder) ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the folder is there for this user alone to write, or still to be made. */
function isOwn(folder: string): boolean {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) return true;
  return (
    stats.isDirectory() &&
    (process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & 0o022) === 0))
  );
}

/** The engine does not look whether code is whole, and breaks down on what is not: a checksum stands before it. */
const CHECKSUM_BYTES = 4;

function readKept(path: string): Buffer | undefined {
  try {
    if (!lstatSync(path).isFile()) return undefined;
    const bytes = readFileSync(path);
    const code = bytes.subarray(CHECKSUM_BYTES);
    return bytes.readUInt32LE() === crc32(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

function tryToWrite(path: string, code: Uint8Array): void {
  const folder = dirname(path);
  try {
    // A home that is not there is not made.
    for (const each of [dirname(folder), folder]) if (!existsSync(each)) mkdirSync(each, { mode: 0o700 });
    writeWhole(path, code);
    removeOld(folder);
  } catch {
    // A disk that is full or read-only: the next process compiles again.
  }
}

/** Other processes find all of the file or none, even where the machine stops meanwhile. */
function writeWhole(path: string, code: Uint8Array): void {
  const checksum = Buffer.alloc(CHECKSUM_BYTES);
  checksum.writeUInt32LE(crc32(code));
  const partial = `${path}.${process.pid}`;
  const descriptor = openSync(partial, 'wx', 0o600);
  try {
    writeFileSync(descriptor, checksum);
    writeFileSync(descriptor, code);
    fsyncSync(descriptor);
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (KEPT.test(name) && Date.now() - lstatSync(path).mtimeMs > KEPT_FOR_MS) rmSync(path, { force: true });
  }
}
