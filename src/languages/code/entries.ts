import type { Finding } from '../../occurrence.ts';
import type { Entry } from './expression.ts';
import type { NamedPlace } from './named.ts';
import { namesHost, valueNamed } from './named.ts';
import { entryNamed, hostOf } from './places.ts';
import type { Reading } from './texts.ts';

/** The ports among named arguments or the members of a record; a host among them is theirs. */
export function findInEntries(entries: readonly Entry[], place: NamedPlace, reading: Reading): Finding[] {
  const hostEntry = entryNamed(entries, namesHost);
  const host = place.host ?? (hostEntry === undefined ? undefined : hostOf(hostEntry.value, reading));
  return entries.flatMap((entry): Finding[] =>
    entry.name === undefined ? [] : valueNamed(entry.name, entry.value, { ...place, host }, reading),
  );
}
