// The declarations that users of the package see: those that its entry reaches, and no others.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const RELATIVE_IMPORT = /(\bfrom |\bimport\()(['"])(\.[^'"]*)\.ts\2/g;

/**
 * Copies the declarations that an entry reaches, and makes them import `.js`, as declarations in a package do: tsc
 * leaves the endings of declarations alone.
 *
 * @param entry the path of the declaration to begin with, in the folder
 * @throws Error when a declaration imports one that does not exist
 */
export function copyReachedTypes({ from, to, entry }) {
  const reached = new Set();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    if (!existsSync(join(from, path))) throw new Error(`${path} is imported, but does not exist`);
    const text = readFileSync(join(from, path), 'utf8');
    for (const [, , , name] of text.matchAll(RELATIVE_IMPORT)) waiting.push(join(dirname(path), `${name}.d.ts`));
    mkdirSync(dirname(join(to, path)), { recursive: true });
    writeFileSync(join(to, path), text.replace(RELATIVE_IMPORT, '$1$2$3.js$2'));
  }
}
