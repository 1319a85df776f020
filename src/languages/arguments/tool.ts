import type { Finding } from '../../occurrence.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { findAddresses } from '../address.ts';
import { findInNamedValue, otherUses } from '../named.ts';
import type { ArgumentsPlace } from './reading.ts';

/** Their numbers are those of users and groups. */
const SETS_IDS = /^(?:(?:user|group)(?:add|mod)|add(?:user|group))$/;

/** The ports in the arguments of a tool: only addresses, and what a path such as authbind's byport/80 says. */
export function findInToolArguments(program: string, args: readonly MappedText[], place: ArgumentsPlace): Finding[] {
  const reason = `argument of ${program}`;
  return args.flatMap((arg): Finding[] => {
    if (SETS_IDS.test(program)) return [...otherUses(arg, reason), { kind: 'other', at: arg, reason }];
    const found = findAddresses(arg);
    if (found.length > 0 || !/\d/.test(arg.text)) return found;
    // A script may have the name of a tool; a tool that is the container's program is rather one.
    const named = place.kind === 'start' ? /^--?([\w.-]*port)=/i.exec(arg.text) : null;
    if (named !== null) {
      return findInNamedValue({ name: named[1] ?? '', value: arg.slice(named[0].length), what: 'option' });
    }
    return /port/i.test(arg.text) ? [] : [{ kind: 'other', at: arg, reason }];
  });
}
