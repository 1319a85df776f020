import { Buffer } from 'node:buffer';

/**
 * A function that remembers what it has given: the same few texts stand in most Dockerfiles.
 *
 * @param compute must depend on its argument alone
 * @param most so many results are kept at once
 */
export function remember<T>(compute: (text: string) => T, most = 4096): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const result = known.get(text);
    if (result !== undefined || known.has(text)) return result as T;
    if (known.size >= most) known.clear();
    const computed = compute(text);
    known.set(detached(text), computed);
    return computed;
  };
}

/** The same text apart from the one that it may be a piece of, which the engine would keep in memory with it. */
function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
