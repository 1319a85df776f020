import { type MappedText, MappedTextBuilder } from '../text/mapped-text.ts';

/**
 * What `echo` or `printf` prints for its arguments, escapes such as `\n` not yet decoded; undefined
 * for nothing. A format of `printf` and its arguments are taken as lines of their own.
 */
export function printedBy(program: 'echo' | 'printf', args: readonly MappedText[]): MappedText | undefined {
  const printed = [...args];
  while (printed[0] !== undefined && /^-(?:[neE]+|-|v)$/.test(printed[0].text)) printed.shift();
  const [first] = printed;
  if (first === undefined) return undefined;
  const text = new MappedTextBuilder();
  for (const [i, arg] of printed.entries()) {
    if (i > 0) text.replace(program === 'echo' ? ' ' : '\n', arg, 0, 0);
    text.copy(arg);
  }
  return text.build(`output of ${program}`, first);
}
