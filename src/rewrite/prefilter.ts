import { Buffer } from 'node:buffer';
import type { LineFilter } from '../dockerfile/parse.ts';
import { clients } from '../knowledge/clients.ts';
import { DEFAULT_PORTS } from '../languages/address.ts';

/**
 * Whether a Dockerfile, given as its bytes, is worth parsing. No file is passed over that has an
 * occurrence of a port in question, or that cannot be read as text; some are read in vain.
 */
export type Prefilter = (bytes: Uint8Array) => boolean;

/** Longer lines are not looked at, and count as holding a port. */
const scratch = Buffer.allocUnsafeSlow(1 << 13);
/** UTF-8 takes at most so many bytes for a UTF-16 code unit. */
const MOST_BYTES_OF_UNIT = 3;

/** The same for a piece of a Dockerfile. */
export function createLineFilter(ports: ReadonlySet<number>): LineFilter {
  const mayHold = createPrefilter(ports);
  return (line) =>
    line.length * MOST_BYTES_OF_UNIT > scratch.length || mayHold(scratch.subarray(0, scratch.write(line)));
}

/** The ports that stand for themselves where none is written. */
const IMPLICIT = new Set([...Object.values(DEFAULT_PORTS), ...clients.flatMap(({ defaultPort = [] }) => defaultPort)]);

const LAST_PORT = 65_535;

/**
 * Makes the prefilter for some ports. It looks for their digits, for ranges that they are in, and
 * for what digits may come together from when the text is decoded or run: over a line end, a quote, an
 * escape, a variable, what a search has found.
 */
export function createPrefilter(ports: ReadonlySet<number>): Prefilter {
  if (ports.size === 0) return isNoText;
  for (const port of ports) if (IMPLICIT.has(port)) return () => true;
  const countBelow = new Uint32Array(LAST_PORT + 2);
  for (let port = 0; port <= LAST_PORT; port++)
    countBelow[port + 1] = (countBelow[port] ?? 0) + Number(ports.has(port));
  const holdsAnyOf = (first: number, last: number): boolean =>
    last <= LAST_PORT && (countBelow[last + 1] ?? 0) > (countBelow[first] ?? 0);

  return (bytes) => {
    if (isNoText(bytes)) return true;
    /** A number, and where the one stands that it makes a range with. */
    let first = 0;
    let lastAt = -1;
    for (let at = 0; at < bytes.length; ) {
      const byte = bytes[at] ?? 0;
      if (NEEDS_A_LOOK[byte] === 0) {
        at++;
        continue;
      }
      if (isDigit(byte)) {
        const start = at;
        let number = 0;
        for (; isDigit(bytes[at]); at++) number = Math.min(number * 10 + (bytes[at] ?? 0) - ZERO, LAST_PORT + 1);
        if (holdsAnyOf(number, number) || (start === lastAt && first < number && holdsAnyOf(first, number)))
          return true;
        const joint = jointOf(bytes, at);
        if (goesOn(bytes, at) || isContinued(bytes, joint)) return true;
        first = number;
        lastAt = joint === undefined ? -1 : skip(bytes, joint, isBlank);
        continue;
      }
      if (byte === BACKSLASH && (isEscapedDigit(bytes, at) || isReference(bytes, at))) return true;
      if (byte === DOLLAR && isBesideDigit(bytes, at)) return true;
      if (byte === AMPERSAND && isFoundText(bytes, at)) return true;
      if (byte === CLOSING_BRACE && digitsMayFollow(bytes, at + 1)) return true;
      at++;
    }
    return false;
  };
}

const [TAB, LINE_FEED, CARRIAGE_RETURN, BLANK, QUOTE, DOLLAR, APOSTROPHE, HYPHEN, ZERO, NINE, COLON] = [
  9, 10, 13, 32, 34, 36, 39, 45, 48, 57, 58,
];
const [AMPERSAND, LESS_THAN, GREATER_THAN] = [38, 60, 62];
const [BACKSLASH, UNDERSCORE, BACKTICK, OPENING_BRACE, CLOSING_BRACE] = [92, 95, 96, 123, 125];

/** 1 for the bytes that digits may start with, or come together with. */
const NEEDS_A_LOOK = new Uint8Array(256);
for (const byte of [BACKSLASH, DOLLAR, AMPERSAND, CLOSING_BRACE]) NEEDS_A_LOOK[byte] = 1;
NEEDS_A_LOOK.fill(1, ZERO, NINE + 1);

/** What is behind the `-` or `:` of a range, given where its first number ends; undefined where there is none. */
function jointOf(bytes: Uint8Array, firstEnd: number): number | undefined {
  const at = skip(bytes, firstEnd, isBlank);
  return bytes[at] === HYPHEN || bytes[at] === COLON ? at + 1 : undefined;
}

/** Whether a range goes on in another line, behind comments perhaps: `8000-\⏎8100`. */
function isContinued(bytes: Uint8Array, joint: number | undefined): boolean {
  if (joint === undefined || (bytes[joint] !== BACKSLASH && bytes[joint] !== BACKTICK)) return false;
  const lineEnd = skip(bytes, joint + 1, isBlankOfLine);
  return bytes[lineEnd] === LINE_FEED || bytes[lineEnd] === CARRIAGE_RETURN;
}

/** Text in UTF-16 or UTF-32, or none at all: whoever decodes it has something to say of it. */
function isNoText(bytes: Uint8Array): boolean {
  return (bytes[0] ?? 0) >= 0xfe || bytes.includes(0);
}

/** Whether behind digits others may follow once the text is decoded: `80"95"`, `80$B`, `80\⏎95`. */
function goesOn(bytes: Uint8Array, end: number): boolean {
  if (bytes[end] === DOLLAR) return true;
  let at = skip(bytes, end, isQuoteOrEscape);
  if (at === end) return false;
  const lineEnd = skip(bytes, at, isBlankOfLine);
  if (bytes[lineEnd] === LINE_FEED || bytes[lineEnd] === CARRIAGE_RETURN) {
    // Comments may stand between continued lines.
    if (bytes[at - 1] === BACKSLASH || bytes[at - 1] === BACKTICK) return true;
    at = skip(bytes, skip(bytes, lineEnd, isBlank), isQuoteOrEscape);
  }
  return isDigit(bytes[at]) || bytes[at] === DOLLAR;
}

/** `\u0038`, `\x38`. */
function isEscapedDigit(bytes: Uint8Array, at: number): boolean {
  const next = bytes[at + 1];
  return (
    (next === 0x75 && bytes[at + 2] === ZERO && bytes[at + 3] === ZERO) || (next === 0x78 && bytes[at + 2] === 0x33)
  );
}

/** `\180`: what a group has found, and 80. */
function isReference(bytes: Uint8Array, at: number): boolean {
  return isDigit(bytes[at + 1]) && isDigit(bytes[at + 2]);
}

/** `&80`, `80&`: what has been found, and 80; `2>&1` is something else. */
function isFoundText(bytes: Uint8Array, at: number): boolean {
  const before = bytes[at - 1];
  return isDigit(before) || (isDigit(bytes[at + 1]) && before !== GREATER_THAN && before !== LESS_THAN);
}

/** `${BASE}95`, `$BASE"95"`; a name with digits in it counts, too. */
function isBesideDigit(bytes: Uint8Array, at: number): boolean {
  const name = bytes[at + 1] === OPENING_BRACE ? at + 2 : at + 1;
  const nameEnd = skip(bytes, name, isWord);
  if (nameEnd === name) return false;
  for (let i = name + 1; i < nameEnd; i++) if (isDigit(bytes[i])) return true;
  const end = bytes[nameEnd] === CLOSING_BRACE ? nameEnd + 1 : nameEnd;
  return digitsMayFollow(bytes, end);
}

/** Behind a variable: `${BASE}95`, `${BASE:-80}"95"`, `$A$B`. */
function digitsMayFollow(bytes: Uint8Array, end: number): boolean {
  const next = bytes[skip(bytes, end, isQuote)];
  return isDigit(next) || next === DOLLAR;
}

function skip(bytes: Uint8Array, start: number, kind: (byte: number) => boolean): number {
  let at = start;
  while (at < bytes.length && kind(bytes[at] ?? 0)) at++;
  return at;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE;
}

function isWord(byte: number): boolean {
  return isDigit(byte) || byte === UNDERSCORE || ((byte | 32) >= 97 && (byte | 32) <= 122);
}

function isQuote(byte: number): boolean {
  return byte === QUOTE || byte === APOSTROPHE;
}

function isQuoteOrEscape(byte: number): boolean {
  return isQuote(byte) || byte === BACKTICK || byte === BACKSLASH;
}

function isBlankOfLine(byte: number): boolean {
  return byte === BLANK || byte === TAB;
}

/** Blanks that are not ASCII are part of these bytes as well. */
function isBlank(byte: number): boolean {
  return byte === BLANK || (byte >= TAB && byte <= CARRIAGE_RETURN) || byte >= 0x80;
}
