/** Where a character of a decoded text stands, for people and for programs that read bytes. */
export interface Offsets {
  /** How many bytes of the file are before the character at this UTF-16 offset. */
  byteOffset(offset: number): number;
  /**
   * The line and column of a UTF-16 offset, both from 1. Only `\n` ends a line, as in BuildKit
   * ({@link https://pkg.go.dev/bufio#ScanLines}); columns count UTF-16 units, a byte order mark too.
   */
  position(offset: number): { line: number; column: number };
}

/** Every so many UTF-16 units the byte offset is remembered, so that a long line costs no more. */
const STEP = 1024;

/**
 * Converts offsets of a text that `decode` gave. Offsets outside of the text count as its ends.
 * The text is read once, when the first offset is asked for.
 */
export function byteOffsets(text: string): Offsets {
  let bytes: Uint32Array | undefined;
  let lines: readonly number[] | undefined;
  const clamp = (offset: number) => Math.min(Math.max(offset, 0), text.length);
  return {
    byteOffset(offset) {
      const at = clamp(offset);
      bytes ??= byteTable(text);
      const step = Math.floor(at / STEP);
      return byteCount(text, step * STEP, at, bytes[step] ?? 0);
    },
    position(offset) {
      const at = clamp(offset);
      lines ??= lineStarts(text);
      const line = lastAtOrBefore(lines, at);
      return { line: line + 1, column: at - (lines[line] ?? 0) + 1 };
    },
  };
}

function byteTable(text: string): Uint32Array {
  const table = new Uint32Array(Math.floor(text.length / STEP) + 1);
  let bytes = 0;
  for (let i = 1; i < table.length; i++) {
    bytes = byteCount(text, (i - 1) * STEP, i * STEP, bytes);
    table[i] = bytes;
  }
  return table;
}

/** `bytes` more than the characters from `start` to `end` take in the file. */
function byteCount(text: string, start: number, end: number, bytes: number): number {
  let count = bytes;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) count += 1;
    else if (unit < 0x800) count += 2;
    else if (unit < 0xd800 || unit > 0xdfff) count += 3;
    else if (unit < 0xdc00) count += 4;
    else if (!isHighSurrogate(text, i - 1)) count += 1;
  }
  return count;
}

function isHighSurrogate(text: string, i: number): boolean {
  const unit = i < 0 ? 0 : text.charCodeAt(i);
  return unit >= 0xd800 && unit < 0xdc00;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The index of the last of the ascending numbers that is not greater than `value`. */
function lastAtOrBefore(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
