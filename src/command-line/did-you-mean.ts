import { nearest } from '../mapping/nearest.ts';

/**
 * What is likely meant by arguments that nobody knows.
 *
 * @param unknown as the parser names them: `aply`, `prot` for `--prot`
 * @param args the command line
 * @param commands the names of the commands: `apply`, `plan show`
 * @param help of the command that was found, which lists its flags
 * @returns commands and flags, such as `--port`
 */
export function didYouMean(
  unknown: readonly string[],
  args: readonly string[],
  commands: Iterable<string>,
  help: string,
): string[] {
  const paths = [...commands].map((name) => name.split(' '));
  const [first = '', second = ''] = args.filter((arg) => !arg.startsWith('-'));
  const known = paths.filter(([name]) => name === first);
  const wanted = known.length === 0 ? first : second;
  const names = known.length === 0 ? paths.map(([name = '']) => name) : known.flatMap(([, name = '']) => name);
  const command = unknown.includes(wanted) ? nearest(wanted, new Set(names)) : undefined;
  if (command !== undefined) return [command];
  const flags = new Set(help.match(/(?<=\s)--[a-z][a-z-]+/g));
  return unknown.flatMap((name) => {
    const written = args.find((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`) || arg === `--no-${name}`);
    const meant = written === undefined ? undefined : nearest(`--${name}`, flags);
    return meant === undefined ? [] : [written?.startsWith('--no-') === true ? meant.replace('--', '--no-') : meant];
  });
}
