import { Buffer } from 'node:buffer';
import type { LineFilter } from '../dockerfile/parse.ts';
import { calls } from '../knowledge/calls.ts';
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
export function createLineFilter(mayHold: Prefilter): LineFilter {
  return (line) =>
    line.length * MOST_BYTES_OF_UNIT > scratch.length || mayHold(scratch.subarray(0, scratch.write(line)));
}

/** The ports that stand for themselves where none is written. */
const IMPLICIT = new Set([
  ...Object.values(DEFAULT_PORTS),
  ...[...clients, ...calls].flatMap(({ defaultPort = [] }) => defaultPort),
]);

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
  for (const [i, port] of [...ports].sort((a, b) => a - b).entries()) countBelow.fill(i + 1, port + 1);
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
        if (digitsMayFollow(bytes, at) || isContinued(bytes, joint)) return true;
        first = number;
        lastAt = joint === undefined ? -1 : skip(bytes, joint, isBetweenEnds);
        continue;
      }
      if (byte === BACKSLASH && (isEscapeBesideDigit(bytes, at) || isReference(bytes, at))) return true;
      if (byte === DOLLAR && isBesideDigit(bytes, at)) return true;
      if (byte === AMPERSAND && isFoundText(bytes, at)) return true;
      if (byte === PERCENT && isFormatBesideDigit(bytes, at)) return true;
      if (byte === CLOSING_BRACE && digitsMayFollow(bytes, at + 1)) return true;
      at++;
    }
    return false;
  };
}

const [TAB, LINE_FEED, CARRIAGE_RETURN, BLANK, QUOTE, DOLLAR, APOSTROPHE, HYPHEN, ZERO, NINE, COLON] = [
  9, 10, 13, 32, 34, 36, 39, 45, 48, 57, 58,
];
const [OPENING, CLOSING, PLUS, DOT] = [40, 41, 43, 46];
const [HASH, PERCENT, AMPERSAND, LESS_THAN, GREATER_THAN] = [35, 37, 38, 60, 62];
const [BACKSLASH, UNDERSCORE, BACKTICK, OPENING_BRACE, CLOSING_BRACE] = [92, 95, 96, 123, 125];

/** 1 for the bytes that digits may start with, or come together with. */
const NEEDS_A_LOOK = new Uint8Array(256);
for (const byte of [BACKSLASH, DOLLAR, PERCENT, AMPERSAND, CLOSING_BRACE]) NEEDS_A_LOOK[byte] = 1;
NEEDS_A_LOOK.fill(1, ZERO, NINE + 1);

/** What is behind the `-` or `:` of a range, given where its first number ends; undefined where there is none. */
function jointOf(bytes: Uint8Array, firstEnd: number): number | undefined {
  const at = skip(bytes, firstEnd, isBetweenEnds);
  return bytes[at] === HYPHEN || bytes[at] === COLON ? at + 1 : undefined;
}

/** Whether a range goes on in another line, behind comments perhaps: `8000-\⏎8100`. */
function isContinued(bytes: Uint8Array, joint: number | undefined): boolean {
  return joint !== undefined && isEscape(bytes[joint]) && isLineEnd(bytes[skip(bytes, joint + 1, isBlankOfLine)]);
}

/** Text in UTF-16 or UTF-32, or none at all: whoever decodes it has something to say of it. */
function isNoText(bytes: Uint8Array): boolean {
  return (bytes[0] ?? 0) >= 0xfe || bytes.includes(0);
}

/**
 * Whether behind digits or a variable others may come once the text is decoded or run: `80"95"`, `80$B`, `80{b}`,
 * `80#{b}`, `'80' + '95'`, and `80\⏎95`, where comments may stand between the lines.
 */
function digitsMayFollow(bytes: Uint8Array, end: number): boolean {
  const at = skip(bytes, end, isQuoteOrEscape);
  if (at > end) {
    if (isEscape(bytes[at - 1]) && isLineEnd(bytes[skip(bytes, at, isBlankOfLine)])) return true;
    if (isDigit(bytes[skip(bytes, at, isBetweenStrings)])) return true;
  }
  const next = bytes[at];
  return isDigit(next) || next === DOLLAR || bytes[next === HASH ? at + 1 : at] === OPENING_BRACE;
}

/** What stands for a digit, or for nothing before one: `\u0038`, `\u{38}`, `\x38`, `\E8`. */
function isEscapeBesideDigit(bytes: Uint8Array, at: number): boolean {
  const next = bytes[at + 1];
  if (next === undefined || !ESCAPES.has(next)) return false;
  const behind = bytes[skip(bytes, at + 2, isQuote)];
  return isDigit(behind) || behind === OPENING_BRACE;
}

/** Characters by their numbers, and how sed and Perl change the case of what follows. */
const ESCAPES = new Set(Buffer.from('xuULlE'));

/** `\180`: what a group has found, and 80. */
function isReference(bytes: Uint8Array, at: number): boolean {
  const digits = skip(bytes, at + 1, isQuote);
  return isDigit(bytes[digits]) && isDigit(bytes[digits + 1]);
}

/** `&80`, `80&`: what has been found, and 80; `2>&1` is something else. */
function isFoundText(bytes: Uint8Array, at: number): boolean {
  const arrow = bytes[at - 1] === GREATER_THAN || bytes[at - 1] === LESS_THAN;
  const first = bytes[at - 2] ?? BLANK;
  const isRedirection = arrow && (isDigit(first) || isBlank(first));
  let before = at - 1;
  while (isQuote(bytes[before])) before--;
  return isDigit(bytes[before]) || (!isRedirection && isDigit(bytes[skip(bytes, at + 1, isQuote)]));
}

/** `80%s`, `%s95`, `%s%s`. */
function isFormatBesideDigit(bytes: Uint8Array, at: number): boolean {
  const kind = skip(bytes, at + 1, isFormatFlag);
  if (!isLetter(bytes[kind])) return false;
  const next = bytes[skip(bytes, kind + 1, isQuote)];
  return isDigit(bytes[at - 1]) || isDigit(next) || next === PERCENT;
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

function skip(bytes: Uint8Array, start: number, kind: (byte: number) => boolean): number {
  let at = start;
  while (at < bytes.length && kind(bytes[at] ?? 0)) at++;
  return at;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE;
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte | 32) >= 97 && (byte | 32) <= 122;
}

function isWord(byte: number): boolean {
  return isDigit(byte) || isLetter(byte) || byte === UNDERSCORE;
}

function isQuote(byte: number | undefined): boolean {
  return byte === QUOTE || byte === APOSTROPHE;
}

/** Continues a line, too, at its end. */
function isEscape(byte: number | undefined): boolean {
  return byte === BACKSLASH || byte === BACKTICK;
}

function isQuoteOrEscape(byte: number): boolean {
  return isQuote(byte) || isEscape(byte);
}

function isBlankOfLine(byte: number): boolean {
  return byte === BLANK || byte === TAB;
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === LINE_FEED || byte === CARRIAGE_RETURN;
}

/** Blanks that are not ASCII are part of these bytes as well. */
function isBlank(byte: number): boolean {
  return byte === BLANK || (byte >= TAB && byte <= CARRIAGE_RETURN) || byte >= 0x80;
}

/** Between a number and the `-` of a range. */
function isBetweenEnds(byte: number): boolean {
  return isBlank(byte) || isQuoteOrEscape(byte);
}

/** Between strings that a program puts together. */
function isBetweenStrings(byte: number): boolean {
  return isBetweenEnds(byte) || byte === PLUS || byte === DOT || byte === OPENING || byte === CLOSING;
}

function isFormatFlag(byte: number): boolean {
  return isDigit(byte) || byte === HASH || byte === PLUS || byte === HYPHEN || byte === DOT;
}
