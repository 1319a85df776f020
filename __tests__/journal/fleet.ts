import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { sha256 } from '../../src/files/digest.ts';
import { isTemporaryName } from '../../src/files/write.ts';
import { type Journal, openJournal } from '../../src/journal/journal.ts';
import type { FileChange } from '../../src/journal/transaction.ts';
import { makeTree } from '../files/tree.ts';

export const OLD = 'FROM a\nENV PORT=8095\nEXPOSE 8095\n';
export const NEW = 'FROM a\nENV PORT=18096\nEXPOSE 8096\n';
/** Of `OLD`, in the order of the file. */
const EDITS = [
  { offset: 16, length: 4, text: '18096' },
  { offset: 28, length: 4, text: '8096' },
];
export const ABOUT = { mapping: 'digest', command: 'reberth apply . -m ports.yaml' };

export interface Fleet {
  readonly root: string;
  readonly journal: Journal;
  readonly paths: readonly string[];
  readonly changes: readonly FileChange[];
}

/** A tree of Dockerfiles that are to be moved. */
export async function makeFleet(
  names: readonly string[] = ['a/Dockerfile', 'b/Dockerfile', 'b/x.Dockerfile'],
): Promise<Fleet> {
  const root = makeTree(Object.fromEntries(names.map((name) => [name, OLD])));
  const journal = await openJournal({ cwd: root });
  const paths = names.map((name) => join(root, name));
  return { root, journal, paths, changes: paths.map((path) => moving(root, path)) };
}

/** The move of a file that has the content `OLD`. */
export function moving(root: string, absolute: string): FileChange {
  const before = Buffer.from(OLD);
  return {
    path: relative(root, absolute),
    absolute,
    mode: 0o644,
    digest: sha256(before),
    before,
    after: Buffer.from(NEW),
    edits: EDITS,
    moves: [{ service: 'web', from: 8095, to: 8096, edits: 2 }],
  };
}

/** What each file holds: `old`, `new`, or its content; `gone` where there is none. */
export function contents({ paths }: Pick<Fleet, 'paths'>): string[] {
  return paths.map((path) => {
    if (!existsSync(path)) return 'gone';
    const text = readFileSync(path, 'utf8');
    return text === OLD ? 'old' : text === NEW ? 'new' : text;
  });
}

/** The names of files that a killed or failed write has left beside the files. */
export function temporaryFiles({ paths }: Pick<Fleet, 'paths'>): string[] {
  return [...new Set(paths.map(dirname))].flatMap((folder) => readdirSync(folder)).filter(isTemporaryName);
}
