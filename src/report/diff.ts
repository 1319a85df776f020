import { formatPatch, OMIT_HEADERS } from 'diff';
import { encode } from '../files/encoding.ts';
import { diffHunks } from './hunks.ts';

/** A file before and after, as text; bytes that are not UTF-8 stand in it as lone surrogates U+DC80..DCFF. */
export interface FileChange {
  /** As it is to stand in the diff, with `/` between folders. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** How many unchanged lines stand around each change. */
export const DEFAULT_CONTEXT = 3;

/**
 * The unified diff of one file, in git's format: `git apply` of it gives exactly the bytes of
 * `after` (with `--unidiff-zero` where `context` is 0). Empty where nothing changed. The diffs of
 * several files are put behind one another.
 */
export function unifiedDiff(change: FileChange, context: number = DEFAULT_CONTEXT): Uint8Array {
  const hunks = hunksText(change, context);
  if (hunks === '') return new Uint8Array();
  const headers = diffHeaders(change.path, quotedName);
  return encode(`${headers.join('\n')}\n${hunks}`);
}

/** The diff without the lines above the hunks; empty where nothing changed. */
export function hunksText({ before, after }: FileChange, context: number): string {
  const hunks = diffHunks(before, after, context);
  if (hunks.length === 0) return '';
  const patch = { oldFileName: '', newFileName: '', oldHeader: '', newHeader: '', hunks };
  return formatPatch(patch, OMIT_HEADERS);
}

/**
 * The lines above the hunks of a file. As in git, a tab ends a name with a blank in it, because
 * other readers of diffs expect a time stamp behind a blank.
 */
export function diffHeaders(path: string, quote: (name: string) => string): [string, string, string] {
  const rest = path.startsWith('/') ? path : `/${path}`;
  const before = quote(`a${rest}`);
  const after = quote(`b${rest}`);
  const end = path.includes(' ') ? '\t' : '';
  return [`diff --git ${before} ${after}`, `--- ${before}${end}`, `+++ ${after}${end}`];
}

const ESCAPES: ReadonlyMap<number, string> = new Map([
  [0x07, '\\a'],
  [0x08, '\\b'],
  [0x09, '\\t'],
  [0x0a, '\\n'],
  [0x0b, '\\v'],
  [0x0c, '\\f'],
  [0x0d, '\\r'],
  [0x22, '\\"'],
  [0x5c, '\\\\'],
]);

/**
 * A file name as git writes it in a diff: in quotes and with C escapes where it has controls,
 * quotes, backslashes or bytes beyond ASCII.
 *
 * Source: https://git-scm.com/docs/git-config#Documentation/git-config.txt-corequotePath
 */
export function quotedName(name: string): string {
  if (/^[\x20-\x7e]*$/.test(name) && !/["\\]/.test(name)) return name;
  let quoted = '';
  for (const byte of encode(name)) {
    const isPlain = byte >= 0x20 && byte < 0x7f;
    quoted += ESCAPES.get(byte) ?? (isPlain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`);
  }
  return `"${quoted}"`;
}
