import { quote } from '../mapping/quote.ts';
import type { Doubt, PlacedText, UnreadLine } from './document.ts';
import { fieldOf } from './fields.ts';
import { isNameLike, startOfName } from './line.ts';
import { plainName, plainWords } from './names.ts';
import { readPortLabel } from './port-label.ts';
import { isUndecided, saysNoPort } from './port-words.ts';

/** `Port: TBD`, `api: port: eighty`, `api (port to be decided)`; prose such as `port forwarding` is none. */
const LINE =
  /^(?<name>[^:：=(,;|]*?)(?:\s*[:：=(,;|]\s*|\s+[-–—]\s+|^)(?<key>[\p{L} ]*?\bports?)\s*(?<sign>[:：=]?)\s*(?<said>[^\d]*)$/iu;
/** More words are a remark. */
const MOST_WORDS = 3;

/**
 * Reads a line that says a port in words.
 *
 * @param above the service that it is about where it names none
 */
export function readPortInWords(line: PlacedText, above: string | undefined): Doubt | UnreadLine | undefined {
  const {
    name = '',
    key = '',
    sign = '',
    said = '',
  } = LINE.exec(line.text.slice(startOfName(line.text)))?.groups ?? {};
  const service = plainName(name) || above;
  const words = said.replace(/[)\]]+$/, '').trim();
  if (service === undefined || fieldOf(key) !== 'port' || words === '') return undefined;
  if (!isNameLike(service) || readPortLabel(plainWords(service)).kind === 'extra') return undefined;
  if (isUndecided(words)) return { ...line, reason: 'it names no port' };
  const mayLackPort = saysNoPort(words);
  if (!mayLackPort && (sign === '' || words.split(/\s+/).length > MOST_WORDS)) return undefined;
  return {
    ...line,
    reason: mayLackPort ? 'it names no port' : `${quote(words)} is not a port`,
    service: { name: service, dockerfiles: [], image: undefined, inColumn: false, mayLackPort },
    always: true,
  };
}
