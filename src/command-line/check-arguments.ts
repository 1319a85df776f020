import { SWITCHES } from './arrange-arguments.ts';

/**
 * Refuses a switch with a value that is neither `true` nor `false`: the parser would take `--dry-run=yes` for
 * `--dry-run=false`.
 *
 * @throws Error for people, without a stack
 */
export function assertSwitchesHaveNoValues(args: readonly string[]): void {
  const end = args.indexOf('--');
  for (const arg of end === -1 ? args : args.slice(0, end)) {
    const [, flag = '', value = ''] = /^(--[^=]+|-\w+)=(.*)$/s.exec(arg) ?? [];
    if (!isSwitch(flag) || value === 'true' || value === 'false') continue;
    throw new Error(`${flag} takes no value: write ${flag} alone, or ${flag}=false`);
  }
}

/** As the parser reads it, a flag may be in camel case; of short ones in a row the last has the value. */
function isSwitch(flag: string): boolean {
  if (!flag.startsWith('--')) return SWITCHES.has(flag.slice(-1));
  return SWITCHES.has(
    flag
      .slice(2)
      .replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
      .replace(/^no-/, ''),
  );
}

/** What may be given several times. */
const LISTS: ReadonlySet<string> = new Set(['_', 'paths', 'include', 'exclude', 'port', 'report', 'path']);
/** These have words of their own for what is empty. */
const OPERANDS: ReadonlySet<string> = new Set(['_', 'paths', 'run', 'file']);

/**
 * Refuses a flag that is given twice where it can have one value only, and an empty value.
 *
 * @param flags as the parser gives them
 * @throws Error for people, without a stack
 */
export function assertFlagsAreSingle(flags: Readonly<Record<string, unknown>>): true {
  for (const [name, value] of Object.entries(flags)) {
    const flag = name.length === 1 ? `-${name}` : `--${name}`;
    if (Array.isArray(value) && !LISTS.has(name)) throw new Error(`${flag} is given more than once`);
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (!OPERANDS.has(name) && values.includes('')) {
      throw new Error(`the value of ${flag} is empty: check the variable that it comes from`);
    }
  }
  return true;
}
