import type { Diagnostic } from '../diagnostic.ts';

interface Words {
  readonly code: string;
  /** Goes on after `cannot read x: `. */
  readonly words: string;
  readonly hint?: string;
}

const WORDS: Readonly<Record<string, Words>> = {
  ENOENT: { code: 'no-such-file', words: 'there is no such file' },
  ENOTDIR: { code: 'no-such-file', words: 'a part of its path is a file, not a directory' },
  EACCES: {
    code: 'permission-denied',
    words: 'permission denied',
    hint: 'check the owner and the mode of the file and of its directory',
  },
  EPERM: {
    code: 'permission-denied',
    words: 'the system does not permit it',
    hint: 'check for an immutable flag or a sandbox',
  },
  EISDIR: { code: 'is-a-directory', words: 'it is a directory' },
  ELOOP: { code: 'link-circular', words: 'its symbolic links go in a circle' },
  ENAMETOOLONG: { code: 'name-too-long', words: 'its name is too long for the file system' },
  ENOSPC: { code: 'disk-full', words: 'no space is left on the disk', hint: 'free some space and run again' },
  EDQUOT: { code: 'disk-full', words: 'the disk quota is used up', hint: 'free some space and run again' },
  EFBIG: { code: 'too-large', words: 'it is too large' },
  EROFS: { code: 'read-only-file-system', words: 'the file system is read-only' },
  EIO: { code: 'io-error', words: 'the disk reports an input/output error' },
  EBUSY: { code: 'file-busy', words: 'it is in use by another program' },
  ETXTBSY: { code: 'file-busy', words: 'it is in use by another program' },
  EMFILE: {
    code: 'too-many-open-files',
    words: 'too many files are open',
    hint: 'raise the limit of open files (ulimit -n)',
  },
  ENFILE: { code: 'too-many-open-files', words: 'too many files are open on this machine' },
  ENXIO: { code: 'not-a-file', words: 'it is not a regular file' },
  ERR_INVALID_ARG_VALUE: { code: 'invalid-path', words: 'its path has a NUL byte in it' },
};

/** The system's name of an error, such as `ENOENT`; undefined for what is not an error of the system. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/**
 * Says in words for people why the system could not do something to a file.
 *
 * @param error - What `node:fs` threw. What is not an error of the system is thrown again.
 * @param doing - What was tried: `read`, `write`.
 * @param file - The file as the user knows it.
 */
export function fileProblem(error: unknown, doing: string, file: string): Diagnostic {
  const code = errorCode(error);
  if (code === undefined) throw error;
  const known = WORDS[code] ?? { code: 'io-error', words: `the system reports ${code}` };
  return {
    code: known.code,
    severity: 'error',
    message: `cannot ${doing} ${printable(file)}: ${known.words}`,
    file,
    hint: known.hint ?? nameHint(file),
  };
}

/** What is likely to be wrong with a name that cannot be used. */
function nameHint(file: string): string | undefined {
  if (file === '-') return 'standard input is not read here: name a file; reberth apply - reads a Dockerfile from it';
  return file.includes('\uFFFD') ? 'names that are not UTF-8 cannot be used' : undefined;
}

/** A path for a message: as it is, or quoted where control characters would garble the terminal. */
export function printable(path: string): string {
  return path === '' || /[\u0000-\u001F\u007F-\u009F\uD800-\uDFFF]/u.test(path) ? JSON.stringify(path) : path;
}
