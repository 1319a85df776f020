import { saysNone } from './names.ts';

const UNDECIDED =
  /^(?:tb[adc]|to ?do|to be .*|pending|open|later|unknown|undecided|unassigned|not (?:yet )?(?:known|decided|assigned)|[?…]+|\.{3})(?!\p{L})/iu;
const NO_PORT = /^(?:no|without|not?) ?(?:port|ports|exposed|published)?$|^(?:unexposed|internal(?: only)?)$/i;

/** Whether a text in the place of a port says that it is yet to be decided: `TBD`. */
export function isUndecided(text: string): boolean {
  return UNDECIDED.test(words(text));
}

/** Whether a text in the place of a port says that there is none: `n/a`, `—`, `no port`. */
export function saysNoPort(text: string): boolean {
  return saysNone(text) || NO_PORT.test(words(text));
}

function words(text: string): string {
  return text.replace(/^[^\p{L}?…]+/u, '').trim();
}
