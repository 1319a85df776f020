import { Buffer, constants, isAscii, isUtf8 } from 'node:buffer';

import type { Diagnostic } from '../diagnostic.ts';

/** The text of a file, or why its bytes cannot be read as text. The caller knows the file's name. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: Omit<Diagnostic, 'file'> };

/** Byte 0x80 is kept as U+DC80, 0xFF as U+DCFF. */
const ESCAPE = 0xdc00;
const UTF16_SAMPLE = 1024;
/** Fewer bytes are no Dockerfile in UTF-16, but may be anything else. */
const UTF16_SHORTEST = 8;
const CHUNK = 8192;

/**
 * Reads bytes as UTF-8 such that `encode` gives the very same bytes back.
 *
 * A byte order mark stays, as U+FEFF. Bytes that are not UTF-8 become lone surrogates, U+DC80 for
 * byte 0x80 to U+DCFF for byte 0xFF, each byte its own (see {@link https://peps.python.org/pep-0383/}).
 * Files in UTF-16 and UTF-32, and files longer than a string can be, are a problem instead.
 */
export function decode(bytes: Uint8Array): Decoded {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) {
    return problem('not-utf8-text', `the file is in ${wide}, not in UTF-8`, `convert it: iconv -f ${wide} -t UTF-8`);
  }
  if (bytes.length > constants.MAX_STRING_LENGTH) {
    return problem('too-large', `the file is too large: ${bytes.length} bytes`, undefined);
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAscii(buffer)) return { kind: 'text', text: buffer.toString('latin1') };
  if (isUtf8(buffer)) return { kind: 'text', text: buffer.toString('utf8') };
  return { kind: 'text', text: decodeEscaping(buffer) };
}

/**
 * The bytes that `decode` made this text from.
 *
 * @throws RangeError where the text has a lone surrogate that `decode` never gives.
 */
export function encode(text: string): Uint8Array {
  if (!/\p{Surrogate}/u.test(text)) return Buffer.from(text, 'utf8');
  const bytes = Buffer.allocUnsafe(Buffer.byteLength(text));
  let length = 0;
  let start = 0;
  for (const { index } of text.matchAll(/\p{Surrogate}/gu)) {
    const byte = text.charCodeAt(index) - ESCAPE;
    if (byte < 0x80 || byte > 0xff) throw new RangeError(`a lone surrogate at offset ${index} stands for no byte`);
    length += bytes.write(text.slice(start, index), length, 'utf8');
    bytes[length++] = byte;
    start = index + 1;
  }
  length += bytes.write(text.slice(start), length, 'utf8');
  return bytes.subarray(0, length);
}

function problem(code: string, message: string, hint: string | undefined): Decoded {
  return { kind: 'problem', problem: { code, severity: 'error', message, hint } };
}

/** The name of the encoding where the bytes are UTF-16 or UTF-32, by byte order mark or by the zeros of ASCII. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32LE' : 'UTF-16LE';
  if (a === 0xfe && b === 0xff) return 'UTF-16BE';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32BE';
  if (bytes.length < UTF16_SHORTEST) return undefined;
  const pairs = Math.min(bytes.length, UTF16_SAMPLE) >> 1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) even++;
    if (bytes[2 * i + 1] === 0) odd++;
  }
  if (even === 0 && odd > pairs / 2) return 'UTF-16LE';
  if (odd === 0 && even > pairs / 2) return 'UTF-16BE';
  return undefined;
}

function decodeEscaping(bytes: Buffer): string {
  const units = new Uint16Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i] ?? 0;
    const size = sequenceLength(bytes, i, lead);
    if (size === 0) {
      units[length++] = ESCAPE + lead;
      i++;
      continue;
    }
    const point = size === 1 ? lead : codePoint(bytes, i, size, lead);
    if (point > 0xffff) {
      units[length++] = 0xd7c0 + (point >> 10);
      units[length++] = 0xdc00 + (point & 0x3ff);
    } else {
      units[length++] = point;
    }
    i += size;
  }
  const parts: string[] = [];
  for (let i = 0; i < length; i += CHUNK) {
    parts.push(String.fromCharCode(...units.subarray(i, Math.min(i + CHUNK, length))));
  }
  return parts.join('');
}

/** How many bytes the well-formed sequence at `i` has; 0 where there is none (Unicode, table 3-7). */
function sequenceLength(bytes: Uint8Array, i: number, lead: number): 0 | 1 | 2 | 3 | 4 {
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const second = bytes[i + 1] ?? 0;
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest) return 0;
  if (lead < 0xe0) return 2;
  if (!isContinuation(bytes[i + 2])) return 0;
  if (lead < 0xf0) return 3;
  return isContinuation(bytes[i + 3]) ? 4 : 0;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/** The character of a well-formed sequence of 2 to 4 bytes. */
function codePoint(bytes: Uint8Array, i: number, size: number, lead: number): number {
  let point = lead & (0x7f >> size);
  for (let k = 1; k < size; k++) point = (point << 6) | ((bytes[i + k] ?? 0) & 0x3f);
  return point;
}
