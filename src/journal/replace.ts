import { type Diagnostic, DiagnosticError } from '../diagnostic.ts';
import { sha256 } from '../files/digest.ts';
import { type Disk, writeFileAtomic } from '../files/write.ts';
import { inParallel } from './parallel.ts';

interface Version {
  readonly bytes: Uint8Array;
  /** SHA-256, in hexadecimal. */
  readonly digest: string;
}

/** New content for one file, and what is there until then. */
export interface Replacement {
  /** As it is in the journal. */
  readonly path: string;
  readonly absolute: string;
  /** As the user knows it. */
  readonly shown: string;
  /** The permission bits. */
  readonly mode: number;
  readonly from: Version;
  readonly to: Version;
}

export type Outcome =
  /** `failed` are the paths that have their old content, with `keepGoing`. */
  { readonly kind: 'done'; readonly failed: readonly string[]; readonly diagnostics: readonly Diagnostic[] } | Failure;

export type Failure =
  /** One failed, and every file has its old content again. */
  | { readonly kind: 'taken-back'; readonly diagnostics: readonly Diagnostic[] }
  /** One failed, and then `stuck`, their paths, could not be given their old content. */
  | { readonly kind: 'stuck'; readonly stuck: readonly string[]; readonly diagnostics: readonly Diagnostic[] };

export interface ReplaceOptions {
  /** Leaves out the files that cannot be written. */
  readonly keepGoing: boolean;
  readonly disk: Disk;
}

/** Waiting for the disk to flush takes longest, and disks flush several files as fast as one. */
const AT_ONCE = 16;

/** Gives files their new content: all of them or, unless it is to keep going, none. */
export async function replaceAll(
  replacements: readonly Replacement[],
  { keepGoing, disk }: ReplaceOptions,
): Promise<Outcome> {
  const written: Replacement[] = [];
  const failed: string[] = [];
  const diagnostics: Diagnostic[] = [];
  try {
    await inParallel(replacements, AT_ONCE, async (replacement) => {
      try {
        await write(replacement, disk);
        written.push(replacement);
      } catch (error) {
        if (!(error instanceof DiagnosticError)) throw error;
        diagnostics.push(...error.diagnostics);
        if (await holds(replacement, replacement.to, disk)) written.push(replacement);
        else failed.push(replacement.path);
        if (!keepGoing) throw error;
      }
    });
    return { kind: 'done', failed, diagnostics };
  } catch (error) {
    const outcome = await takeBack(written, diagnostics, disk);
    if (!(error instanceof DiagnosticError)) throw error;
    return outcome;
  }
}

/** Gives files their old content again. */
export async function takeBack(
  written: readonly Replacement[],
  causes: readonly Diagnostic[],
  disk: Disk,
): Promise<Failure> {
  const stuck: string[] = [];
  const diagnostics = [...causes];
  await inParallel(written, AT_ONCE, async (replacement) => {
    const { from, to } = replacement;
    try {
      await write({ ...replacement, from: to, to: from }, disk);
    } catch (error) {
      if (!(error instanceof DiagnosticError)) throw error;
      diagnostics.push(...error.diagnostics);
      if (!(await holds(replacement, from, disk))) stuck.push(replacement.path);
    }
  });
  if (stuck.length > 0) return { kind: 'stuck', stuck, diagnostics };
  return { kind: 'taken-back', diagnostics: [...diagnostics, takenBack(written.length)] };
}

async function write({ absolute, shown, mode, from, to }: Replacement, disk: Disk): Promise<void> {
  await writeFileAtomic(absolute, to.bytes, { mode, expected: from.digest, shown, disk });
}

/** A failed write may have come as far as that: `not-durable`, or the reply of a remote disk that was lost. */
async function holds({ absolute }: Replacement, { digest }: Version, disk: Disk): Promise<boolean> {
  return disk.readFile(absolute).then(
    (bytes) => sha256(bytes) === digest,
    () => false,
  );
}

function takenBack(count: number): Diagnostic {
  const files = count === 1 ? 'the one file' : `the ${count} files`;
  const message =
    count === 0
      ? 'no file was changed'
      : `no file is changed: ${files} written before this ${count === 1 ? 'has its' : 'have their'} old content again`;
  return { code: 'rolled-back', severity: 'info', message };
}
