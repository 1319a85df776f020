import type { Finding } from '../../occurrence.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { findAddresses } from '../address.ts';
import { findInNamedValue } from '../named.ts';
import type { ArgumentsPlace } from './reading.ts';

/** The ports in the arguments of a tool: only addresses, and what a path such as authbind's byport/80 says. */
export function findInToolArguments(program: string, args: readonly MappedText[], place: ArgumentsPlace): Finding[] {
  return args.flatMap((arg): Finding[] => {
    const found = findAddresses(arg);
    if (found.length > 0 || !/\d/.test(arg.text)) return found;
    // A script may have the name of a tool; a tool that is the container's program is rather one.
    const named = place.kind === 'start' ? /^--?([\w.-]*port)=/i.exec(arg.text) : null;
    if (named !== null) {
      return findInNamedValue({ name: named[1] ?? '', value: arg.slice(named[0].length), what: 'option' });
    }
    return /port/i.test(arg.text) ? [] : [{ kind: 'other', at: arg, reason: `argument of ${program}` }];
  });
}
