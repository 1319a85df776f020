import { quote } from '../mapping/quote.ts';
import { type BarePort, isLikelyPort, isMeasure } from './bare-port.ts';
import type { Doubt, PlacedText, PlanEntry } from './document.ts';
import type { Line } from './line.ts';

/**
 * A line with a name and a number that was not taken for a port.
 *
 * @param isListed whether services with their ports are beside it
 * @param entryIf what it states if its number is a port
 */
export function doubtOf(
  bare: BarePort,
  line: PlacedText,
  isListed: boolean,
  entryIf: (line: Line & { readonly service: string }) => PlanEntry,
): Doubt {
  const { number } = bare;
  const { name, dockerfiles, image } = bare.kind === 'clear' ? { ...bare.line, name: bare.line.service } : bare.service;
  return {
    ...line,
    reason: `nothing says that ${number} is a port`,
    hint: `if it is one, say so: ${quote(`${name}: port ${number}`)}`,
    service: {
      name,
      dockerfiles,
      image,
      inColumn: false,
      ...(bare.kind === 'clear' && isListed ? { entries: [entryIf(bare.line)] } : {}),
    },
    always: isListed && isLikelyPort(number) && !isMeasure(name),
  };
}
