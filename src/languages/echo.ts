import { type MappedText, MappedTextBuilder } from '../text/mapped-text.ts';

/**
 * What `echo` or `printf` prints for its arguments, escapes such as `\n` not yet decoded; undefined
 * for nothing. The arguments of `printf` stand in the places of its format, which is used again as
 * long as there are more.
 */
export function printedBy(program: 'echo' | 'printf', args: readonly MappedText[]): MappedText | undefined {
  const printed = [...args];
  while (printed[0] !== undefined && /^-(?:[neE]+|-|v)$/.test(printed[0].text)) printed.shift();
  const [first, ...rest] = printed;
  if (first === undefined) return undefined;
  const text = new MappedTextBuilder();
  if (program === 'printf') formatInto(text, first, rest);
  else {
    for (const [i, arg] of printed.entries()) {
      if (i > 0) text.replace(' ', arg, 0, 0);
      text.copy(arg);
    }
  }
  return text.build(`output of ${program}`, first);
}

/** @see https://pubs.opengroup.org/onlinepubs/9699919799/utilities/printf.html */
function formatInto(text: MappedTextBuilder, format: MappedText, args: readonly MappedText[]): void {
  const places = [...format.text.matchAll(/%(?:%|[-+ #0]*\d*(?:\.\d+)?[bcdeEfgGiosuxX])/g)];
  const takesArguments = places.some(([place]) => place !== '%%');
  let next = 0;
  do {
    let plain = 0;
    for (const place of places) {
      text.copy(format, plain, place.index);
      plain = place.index + place[0].length;
      if (place[0] === '%%') text.replace('%', format, place.index, plain);
      else {
        const arg = args[next++];
        if (arg !== undefined) text.copy(arg);
      }
    }
    text.copy(format, plain);
  } while (takesArguments && next < args.length);
}
