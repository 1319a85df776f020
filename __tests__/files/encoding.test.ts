import fc from 'fast-check';

import { decode, encode } from '../../src/files/encoding.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

function textOf(bytes: Uint8Array): string {
  const decoded = decode(bytes);
  if (decoded.kind === 'problem') throw new Error(decoded.problem.message);
  return decoded.text;
}

function problemOf(bytes: Uint8Array): string {
  const decoded = decode(bytes);
  if (decoded.kind === 'text') throw new Error('expected a problem');
  return `${decoded.problem.code}: ${decoded.problem.message}`;
}

/** Bytes as they may be met: mostly text, with anything between. */
const anyBytes = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }).map(utf8),
      fc.uint8Array({ maxLength: 8 }),
      fc
        .constantFrom('c0af', 'eda080', 'edb080', 'f4908080', 'e282', 'f09f92', 'ff', '80', 'efbbbf', 'f8888080')
        .map((hex) => Uint8Array.from(Buffer.from(hex, 'hex'))),
    ),
    { maxLength: 12 },
  )
  .map((parts) => Uint8Array.from(Buffer.concat(parts)));

describe('decode', () => {
  test.each([
    '',
    'FROM a\n',
    'EXPOSE 80',
    '# größe €\r\n',
    '💀 \u{10FFFF}',
    '\uFEFFFROM a\n',
    '\u0000\u0001\u007F',
    'a\rb',
  ])('reads %j as it is', (text) => {
    expect(textOf(utf8(text))).toBe(text);
  });

  test('agrees with the strict decoder of the platform on all that is UTF-8', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = utf8(`x${text}`);
        expect(textOf(bytes)).toBe(strict.decode(bytes));
      }),
    );
  });

  test.each([
    ['latin-1', [0x67, 0xf6, 0x31], 'g\uDCF61'],
    ['an overlong slash', [0xc0, 0xaf], '\uDCC0\uDCAF'],
    ['an encoded surrogate', [0xed, 0xa0, 0x80], '\uDCED\uDCA0\uDC80'],
    ['an encoded pair of surrogates', [0xed, 0xa0, 0xbd, 0xed, 0xb2, 0x80], '\uDCED\uDCA0\uDCBD\uDCED\uDCB2\uDC80'],
    ['a character above U+10FFFF', [0xf4, 0x90, 0x80, 0x80], '\uDCF4\uDC90\uDC80\uDC80'],
    ['a sequence cut off by the end', [0x61, 0xe2, 0x82], 'a\uDCE2\uDC82'],
    ['a sequence cut off by ASCII', [0xe2, 0x82, 0x38], '\uDCE2\uDC828'],
    ['valid text around', [0xff, 0xc3, 0xb6, 0xf0, 0x9f, 0x92, 0x80, 0x80], '\uDCFFö💀\uDC80'],
  ])('keeps each byte that is not UTF-8 as a lone surrogate: %s', (_, bytes, text) => {
    expect(textOf(Uint8Array.from(bytes))).toBe(text);
  });

  test('gives the bytes back, whatever they are', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const decoded = decode(bytes);
        if (decoded.kind === 'problem') return fc.pre(false);
        expect(Buffer.from(encode(decoded.text)).equals(bytes)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('reads the part of a buffer that it is given', () => {
    const whole = Uint8Array.from([0xff, 0x61, 0xff, 0x62, 0xff]);
    expect(textOf(whole.subarray(1, 4))).toBe('a\uDCFFb');
  });

  test('reads a megabyte of which every second byte is not UTF-8', () => {
    const bytes = new Uint8Array(1 << 20).map((_, i) => (i % 2 === 0 ? 0x61 : 0xff));
    expect(Buffer.from(encode(textOf(bytes))).equals(bytes)).toBe(true);
  });

  test.each([
    ['UTF-16LE', Buffer.from('\uFEFFFROM a', 'utf16le')],
    ['UTF-16BE', Buffer.from('\uFEFFFROM a', 'utf16le').swap16()],
    ['UTF-16LE', Buffer.from('FROM größe\nEXPOSE 80\n', 'utf16le')],
    ['UTF-16BE', Buffer.from('FROM größe\nEXPOSE 80\n', 'utf16le').swap16()],
    ['UTF-32LE', Buffer.from([0xff, 0xfe, 0, 0, 0x46, 0, 0, 0])],
    ['UTF-32BE', Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x46])],
  ])('refuses %s', (name, bytes) => {
    expect(problemOf(bytes)).toBe(`not-utf8-text: the file is in ${name}, not in UTF-8`);
  });

  test('does not take text with some NUL bytes for UTF-16', () => {
    expect(textOf(utf8('FROM a\0\nRUN printf "a\0b\0"\n'))).toContain('\0');
  });
});

describe('encode', () => {
  test('refuses a lone surrogate that stands for no byte', () => {
    expect(() => encode('a\uD800b')).toThrow(RangeError);
    expect(() => encode('a\uDC7F')).toThrow('offset 1');
  });
});
