import { statSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * The file and the section that `--plan` names: `plan.md#port-assignments`. A file that is called so
 * as a whole is that file.
 */
export function splitArgument(argument: string, cwd: string): { file: string; section: string | undefined } {
  const at = argument.indexOf('#');
  if (at <= 0 || isFile(resolve(cwd, argument))) return { file: argument, section: undefined };
  const section = argument.slice(at + 1);
  return { file: argument.slice(0, at), section: section === '' ? undefined : section };
}

/** Whether a regular file is at a path, links followed. */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
