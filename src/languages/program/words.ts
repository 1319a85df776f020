import type { MappedText } from '../../text/mapped-text.ts';
import { isKnownProgram } from './rows.ts';

/**
 * The words of a command whose first word may be a whole command line, as in
 * `["npm", "http-server -p 8002"]`. A name with a blank in it, such as `C:\Program Files\x.exe`,
 * stays one word.
 */
export function commandWords(words: readonly MappedText[]): readonly MappedText[] {
  const [first, ...rest] = words;
  if (first === undefined || !/^[^\s'"]+\s+[^'"]*$/.test(first.text)) return words;
  const split = first.split(/\s+/g).filter((word) => word.length > 0);
  const [program, ...args] = split;
  if (program === undefined || args.length === 0) return words;
  const isPath = program.text.includes('\\');
  const isCommandLine = isKnownProgram(program.text) || (!isPath && args.some((arg) => /^--?[A-Za-z]/.test(arg.text)));
  return isCommandLine ? [...split, ...rest] : words;
}

/** `TCP-LISTEN:8095`, `0.0.0.0:8000`, `:80/tcp`. */
const ADDRESS = /^[A-Za-z][\w-]*:[\w.,=:-]*\d|^[^\s/]*:\d+(?:$|[/,])/;

/**
 * Whether the first word of a command is no program but an argument of the ENTRYPOINT that the
 * base image has: a flag, a number, an address.
 *
 * @see https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact
 */
export function isNoProgram(word: string): boolean {
  return /^-+\w/.test(word) || /^\d+$/.test(word) || (!/^[A-Za-z]:\\/.test(word) && ADDRESS.test(word));
}
