import { clients } from '../knowledge/clients.ts';
import { DEFAULT_PORTS } from '../languages/address.ts';

/** The ports that stand for themselves where none is written. */
const IMPLICIT = new Set([...Object.values(DEFAULT_PORTS), ...clients.flatMap(({ defaultPort = [] }) => defaultPort)]);

/** Digits that only come together when the text is decoded: over a line end, a quote, an escape, a variable. */
const PIECED = /\d["'`\\]|["'`]\d|\\u00|\\x3|\d\$|\$\{?\w+\}?\d|\}\$/;
const RANGE = /(\d+)\s*[-:]\s*(\d+)/g;

/**
 * Whether a Dockerfile can hold any of some ports. No file is passed over that has an occurrence of
 * one; some are read in vain.
 */
export function mayHold(text: string, ports: ReadonlySet<number>): boolean {
  if (ports.size === 0) return false;
  for (const port of ports) if (IMPLICIT.has(port)) return true;
  if (holdsNumber(text, ports)) return true;
  if (PIECED.test(text) && hasPieces(text)) return true;
  return holdsRange(text, ports);
}

function holdsNumber(text: string, ports: ReadonlySet<number>): boolean {
  for (const match of text.matchAll(/\d+/g)) if (ports.has(Number(match[0]))) return true;
  return false;
}

/** A line end within digits, or digits beside quotes, escapes and variables that could be parts of a number. */
function hasPieces(text: string): boolean {
  return /\d["'`\\]+(?:[ \t]*\r?\n\s*)*["'`\\]*[\d$]|\\u00|\\x3|\d\$|\$\{?\w+\}?["']*\d|\}["']*\$|\d[\\`][ \t]*\r?\n/.test(
    text,
  );
}

function holdsRange(text: string, ports: ReadonlySet<number>): boolean {
  for (const [, first, last] of text.matchAll(RANGE)) {
    const from = Number(first);
    const to = Number(last);
    if (to > from && to <= 65_535) for (const port of ports) if (port >= from && port <= to) return true;
  }
  return false;
}
