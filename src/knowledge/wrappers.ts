import type { Wrapper } from './wrapper.ts';
import { containerWrappers } from './wrappers/container.ts';
import { languageWrappers } from './wrappers/language.ts';
import { packageWrappers } from './wrappers/packages.ts';
import { systemWrappers } from './wrappers/system.ts';

export { type Interpreter, interpreters } from './interpreters.ts';
export type { Wrapper } from './wrapper.ts';

/** The programs that start another program. Scripts such as `docker-entrypoint.sh`: `passesItsArgumentsOn`. */
export const wrappers: readonly Wrapper[] = [
  ...containerWrappers,
  ...languageWrappers,
  ...packageWrappers,
  ...systemWrappers,
];

const ENTRY_SCRIPT =
  /^(?:(?:.*[-_.])?(?:entry-?point|docker-(?:cmd|entry|init|run|start))(?:[-_.].*)?|(?:with-contenv|init|my_init))$/i;

/**
 * Whether a program with this base name is, by convention, a script that ends with `exec "$@"`: its
 * operands from the first one on are a command of their own.
 *
 * @see https://docs.docker.com/build/building/best-practices/#entrypoint
 */
export function passesItsArgumentsOn(name: string): boolean {
  return ENTRY_SCRIPT.test(name);
}
