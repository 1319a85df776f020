import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Content, or `{ link }` for a symbolic link; a path with a slash at its end is an empty directory. */
export type Tree = Readonly<Record<string, string | Uint8Array | { readonly link: string }>>;

const made: string[] = [];

/** A new directory under the system's one for temporary files, by its real path. */
export function makeTree(tree: Tree = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'reberth-test-')));
  made.push(root);
  growTree(root, tree);
  return root;
}

export function growTree(root: string, tree: Tree): void {
  for (const [path, content] of Object.entries(tree)) {
    const absolute = join(root, path);
    mkdirSync(path.endsWith('/') ? absolute : dirname(absolute), { recursive: true });
    if (path.endsWith('/')) continue;
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(absolute, content);
    else symlinkSync(content.link, absolute);
  }
}

export function removeTrees(): void {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
}
