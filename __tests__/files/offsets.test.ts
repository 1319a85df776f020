import fc from 'fast-check';

import { decode, encode } from '../../src/files/encoding.ts';
import { byteOffsets } from '../../src/files/offsets.ts';

describe('byteOffsets', () => {
  test('counts the bytes of each kind of character', () => {
    const text = '\uFEFFaö€💀\uDCFFz';
    const offsets = byteOffsets(text);
    const bytes = ['\uFEFF', 'a', 'ö', '€', '💀', '\uDCFF', 'z'].map((part) => offsets.byteOffset(text.indexOf(part)));
    expect(bytes).toEqual([0, 3, 4, 6, 9, 13, 14]);
    expect(offsets.byteOffset(text.length)).toBe(15);
  });

  test('agrees with the length of what comes before, in any text', () => {
    const unit = fc.oneof(
      fc.constantFrom('a', '\n', '\r\n', 'ö', '€', '💀', '\uFEFF'),
      fc.string({ unit: 'binary', maxLength: 1 }),
    );
    const piece = fc.oneof(
      unit.map((text) => new TextEncoder().encode(text)),
      fc.uint8Array({ minLength: 1, maxLength: 2 }),
    );
    const long = fc.tuple(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 1, max: 200 }));
    fc.assert(
      fc.property(long, fc.nat(), ([pieces, times], seed) => {
        const bytes = Buffer.concat(Array.from({ length: times }, () => pieces).flat());
        const decoded = decode(bytes);
        if (decoded.kind === 'problem') return fc.pre(false);
        const { text } = decoded;
        let offset = seed % (text.length + 1);
        if (/^[\uDC00-\uDFFF]/.test(text.slice(offset)) && /[\uD800-\uDBFF]$/.test(text.slice(0, offset))) offset--;
        const before = text.slice(0, offset);
        const offsets = byteOffsets(text);
        expect(offsets.byteOffset(offset)).toBe(encode(before).length);
        const lines = before.split('\n');
        expect(offsets.position(offset)).toEqual({ line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 });
      }),
      { numRuns: 300 },
    );
  });

  test('ends lines at \\n only', () => {
    const text = 'a\rb\r\nc\n\nd';
    const offsets = byteOffsets(text);
    const at = (part: string) => offsets.position(text.indexOf(part));
    expect(at('b')).toEqual({ line: 1, column: 3 });
    expect(at('c')).toEqual({ line: 2, column: 1 });
    expect(at('d')).toEqual({ line: 4, column: 1 });
    expect(offsets.position(text.length)).toEqual({ line: 4, column: 2 });
  });

  test('takes an offset outside of the text for its end', () => {
    expect(byteOffsets('ab').byteOffset(9)).toBe(2);
    expect(byteOffsets('ab').position(-1)).toEqual({ line: 1, column: 1 });
    expect(byteOffsets('').position(0)).toEqual({ line: 1, column: 1 });
  });

  test('is quick for many offsets in one long line', () => {
    const text = 'ö 8095 '.repeat(150_000);
    const offsets = byteOffsets(text);
    const started = performance.now();
    for (let i = 0; i < 100_000; i++) offsets.byteOffset(i * 10);
    expect(offsets.byteOffset(text.length)).toBe(150_000 * 8);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
