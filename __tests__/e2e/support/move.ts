import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, reberth } from '../../support/process.ts';

/** Ports to put in place of those that a file of the tests is written with. */
export type Ports = Readonly<Record<number, number>>;

/** A copy of a folder in which `reberth apply` has run. */
export interface Moved {
  /** The content of a file as it was before, and as it is now. */
  read(path: string): { readonly before: Buffer; readonly after: Buffer };
}

/**
 * Copies a folder and runs the built command in the copy.
 *
 * @param args the arguments of `reberth apply`
 * @param ports put in place of others in all files and arguments first, as bare text
 * @throws Error when the command fails
 */
export async function applyToCopy(folder: string, args: readonly string[], ports: Ports = {}): Promise<Moved> {
  const [old, copy] = [folderWith({}), folderWith({})];
  cpSync(folder, old, { recursive: true });
  for (const entry of readdirSync(old, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) writeFileSync(path, withPorts(readFileSync(path, 'latin1'), ports), 'latin1');
  }
  cpSync(old, copy, { recursive: true });
  const { code, stderr } = await reberth(['apply', ...args.map((arg) => withPorts(arg, ports))], { cwd: copy });
  if (code !== 0) throw new Error(`reberth apply ${args.join(' ')}: exit code ${code}\n${stderr}`);
  return { read: (path) => ({ before: readFileSync(join(old, path)), after: readFileSync(join(copy, path)) }) };
}

function withPorts(text: string, ports: Ports): string {
  return text.replace(/\d+/g, (digits) => String(ports[Number(digits)] ?? digits));
}
