import fc from 'fast-check';
import { MappedText, MappedTextBuilder } from '../../src/text/mapped-text.ts';
import { type Choose, compose, continuation, type Encoded, innerLayers, type LayerKind } from '../support/layers.ts';

const character = fc.constantFrom(...'8095 :/.=-"\'\\$`#{}äλ😀ab'.split(''), '\n', '\t');
const plainText = fc.array(character, { minLength: 1, maxLength: 24 }).map((parts) => parts.join(''));

/** Decisions of an encoder, from a list that shrinks. */
function chooser(decisions: readonly number[]): Choose {
  let next = 0;
  return (bound) => (decisions[next++ % decisions.length] ?? 0) % bound;
}

interface Nested {
  readonly plain: string;
  readonly file: Encoded;
  readonly decoded: MappedText;
  readonly names: string;
}

/** Writes a text into layers, the last of them the file, and reads it back; undefined where a layer cannot hold it. */
function nest(plain: string, layers: readonly LayerKind[], decisions: readonly number[]): Nested | undefined {
  const choose = chooser(decisions);
  let encoded: Encoded = {
    text: plain,
    origins: plain.split('').map((_, i) => ({ start: i, end: i + 1, verbatim: true })),
  };
  for (const layer of layers) {
    const outer = layer.encode(encoded.text, choose);
    if (outer === undefined) return undefined;
    encoded = compose(encoded, outer);
  }
  let decoded = MappedText.of(encoded.text);
  for (const layer of layers.toReversed()) decoded = layer.decode(decoded);
  return { plain, file: encoded, decoded, names: layers.map(({ name }) => name).join(' in ') };
}

const nested = fc
  .tuple(
    plainText,
    fc.array(fc.constantFrom(...innerLayers), { maxLength: 4 }),
    fc.array(fc.nat(1000), { minLength: 1, maxLength: 80 }),
  )
  .map(([plain, layers, decisions]) => nest(plain, [...layers, continuation], decisions))
  .filter((result) => result !== undefined);

/** What a span of the decoded text must be in the file: one verbatim run of it, or nothing. */
function expectedSource({ origins }: Encoded, start: number, end: number) {
  const covered = origins.slice(start, end);
  const isRun = covered.every((origin, i) => origin.verbatim && (i === 0 || covered[i - 1]?.end === origin.start));
  return isRun ? { start: covered[0]?.start, end: covered.at(-1)?.end } : undefined;
}

describe('text decoded through nested layers', () => {
  test('reads as what was written, and every character knows where it stands', () => {
    fc.assert(
      fc.property(nested, ({ plain, file, decoded }) => {
        expect(decoded.text).toBe(plain);
        for (const [i, origin] of file.origins.entries()) {
          expect(decoded.sourceOffset(i)).toBe(origin.start);
          expect(decoded.toSource({ start: i, end: i + 1 })).toEqual(
            origin.verbatim ? { start: origin.start, end: origin.end } : undefined,
          );
        }
        expect(decoded.sourceOffset(plain.length)).toBe(file.origins.at(-1)?.end);
      }),
      { numRuns: 600 },
    );
  });

  test('gives a file span exactly for one verbatim run of the file', () => {
    fc.assert(
      fc.property(nested, fc.nat(), fc.nat(), ({ plain, file, decoded }, a, b) => {
        const start = a % plain.length;
        const end = start + 1 + (b % (plain.length - start));
        const expected = expectedSource(file, start, end);
        const slice = decoded.slice(start, end);
        expect(decoded.toSource({ start, end })).toEqual(expected);
        expect(slice.text).toBe(plain.slice(start, end));
        expect(slice.toSource()).toEqual(expected);
        if (expected !== undefined) expect(file.text.slice(expected.start, expected.end)).toBe(slice.text);
      }),
      { numRuns: 600 },
    );
  });

  test('an empty span stands right behind the character before it', () => {
    fc.assert(
      fc.property(nested, fc.nat(), ({ plain, file, decoded }, at) => {
        const index = at % (plain.length + 1);
        const offset = index === 0 ? file.origins[0]?.start : file.origins[index - 1]?.end;
        expect(decoded.toSource({ start: index, end: index })).toEqual({ start: offset, end: offset });
      }),
      { numRuns: 300 },
    );
  });

  test('slices of slices, trim and split keep pointing at the same characters', () => {
    fc.assert(
      fc.property(nested, fc.nat(), fc.nat(), ({ plain, file, decoded }, a, b) => {
        const start = a % plain.length;
        const part = decoded.slice(start).slice(b % (plain.length - start));
        const first = start + (b % (plain.length - start));
        expect(part.sourceOffset(0)).toBe(file.origins[first]?.start);

        const trimmed = decoded.trim();
        expect(trimmed.text).toBe(plain.trim());
        if (trimmed.length > 0) {
          expect(trimmed.sourceOffset(0)).toBe(file.origins[plain.length - plain.trimStart().length]?.start);
        }

        let at = 0;
        const parts = decoded.split(/[:\s]/g);
        expect(parts.map(({ text }) => text)).toEqual(plain.split(/[:\s]/g));
        for (const piece of parts) {
          if (piece.length > 0) expect(piece.sourceOffset(0)).toBe(file.origins[at]?.start);
          at += piece.length + 1;
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a copy made with the builder, in pieces, maps as the text itself does', () => {
    fc.assert(
      fc.property(nested, fc.nat(), ({ plain, file, decoded }, at) => {
        const cut = at % (plain.length + 1);
        const copy = new MappedTextBuilder().copy(decoded, 0, cut).copy(decoded, cut).build('copy', decoded);
        expect(copy.text).toBe(plain);
        for (const [i, origin] of file.origins.entries()) expect(copy.sourceOffset(i)).toBe(origin.start);
        expect(copy.toSource()).toEqual(expectedSource(file, 0, plain.length));
      }),
      { numRuns: 300 },
    );
  });
});

describe('MappedText', () => {
  const file = MappedText.of('EXPOSE 80\\\n95 "8\\u0030" 81', 100);
  const digits = new MappedTextBuilder().copy(file, 7, 9).copy(file, 11, 13).build('joined', file);

  test('starts at the offset it is given', () => {
    expect(file.toSource({ start: 7, end: 9 })).toEqual({ start: 107, end: 109 });
    expect(file.toSource()).toEqual({ start: 100, end: 100 + file.length });
  });

  test('digits on both sides of a line break are no run of the file', () => {
    expect(digits.text).toBe('8095');
    expect(digits.toSource()).toBeUndefined();
    expect(digits.slice(0, 2).toSource()).toEqual({ start: 107, end: 109 });
    expect(digits.slice(2).toSource()).toEqual({ start: 111, end: 113 });
    expect(digits.sourceOffset(0)).toBe(107);
    expect(digits.sourceOffset(4)).toBe(113);
  });

  test('pieces that lie side by side in the file are one run, in their order only', () => {
    const forth = new MappedTextBuilder().copy(file, 7, 8).copy(file, 8, 9).build('forth', file);
    const back = new MappedTextBuilder().copy(file, 8, 9).copy(file, 7, 8).build('back', file);
    expect(forth.toSource()).toEqual({ start: 107, end: 109 });
    expect(back.text).toBe('08');
    expect(back.toSource()).toBeUndefined();
  });

  test('what stands in another spelling has a place but no run', () => {
    const eighty = new MappedTextBuilder().copy(file, 15, 16).replace('0', file, 16, 22).build('string', file);
    expect(eighty.text).toBe('80');
    expect(eighty.toSource()).toBeUndefined();
    expect(eighty.toSource({ start: 0, end: 1 })).toEqual({ start: 115, end: 116 });
    expect(eighty.sourceOffset(1)).toBe(116);
    expect(eighty.toSource({ start: 2, end: 2 })).toEqual({ start: 122, end: 122 });
  });

  test('several characters for one spelling all stand where it starts', () => {
    const host = new MappedTextBuilder().replace('$HOSTNAME', file, 7, 9).copy(file, 9, 10).build('word', file);
    expect([0, 4, 8].map((index) => host.sourceOffset(index))).toEqual([107, 107, 107]);
    expect(host.sourceOffset(9)).toBe(109);
    expect(host.slice(4).toSource({ start: 5, end: 6 })).toEqual({ start: 109, end: 110 });
  });

  test('a replacement by nothing leaves nothing', () => {
    const text = new MappedTextBuilder().copy(file, 7, 9).replace('', file, 9, 11).build('joined', file);
    expect(text.text).toBe('80');
    expect(text.toSource()).toEqual({ start: 107, end: 109 });
  });

  test('an empty text still has a place', () => {
    const empty = new MappedTextBuilder().build('nothing', file.slice(7, 9));
    expect(empty.text).toBe('');
    expect(empty.toSource()).toEqual({ start: 107, end: 107 });
    expect(file.slice(7, 7).toSource()).toEqual({ start: 107, end: 107 });
    expect(MappedText.of('').toSource()).toEqual({ start: 0, end: 0 });
  });

  test('slice takes positive offsets as a string does, and never leaves the text', () => {
    expect(file.slice(7, 400).text).toBe(file.text.slice(7, 400));
    expect(file.slice(400).text).toBe('');
    expect(file.slice(9, 7).text).toBe('');
    expect(file.slice(0)).toBe(file);
  });

  test('trim of blanks alone is an empty text within them', () => {
    const blanks = MappedText.of('a  \t b').slice(1, 5);
    expect(blanks.trim().text).toBe('');
    const place = blanks.trim().toSource();
    expect(place?.start).toBeGreaterThanOrEqual(1);
    expect(place?.end).toBeLessThanOrEqual(5);
  });

  test('split gives the parts between the matches, empty ones too', () => {
    const parts = MappedText.of('80,,443;', 10).split(/[,;]/g);
    expect(parts.map(({ text }) => text)).toEqual(['80', '', '443', '']);
    expect(parts.map((part) => part.toSource()?.start)).toEqual([10, 13, 14, 18]);
  });

  test('layers go from the innermost reading out to the file', () => {
    const outer = file.enter('instruction');
    const inner = outer.slice(7, 13).enter('shell word');
    expect(inner.layer?.name).toBe('shell word');
    expect(inner.layer?.text).toBe(inner);
    expect(inner.layer?.parent?.name).toBe('instruction');
    expect(inner.layer?.parent?.text.text).toBe(file.text);
    expect(inner.layer?.parent?.parent).toBeUndefined();
    expect(file.layer).toBeUndefined();
  });

  test('what a builder makes goes on from the layers of what it was read from', () => {
    const outer = file.enter('instruction');
    const built = new MappedTextBuilder().copy(outer, 7, 9).build('word', outer);
    expect([built.layer?.name, built.layer?.parent?.name]).toEqual(['word', 'instruction']);
    expect(built.slice(0, 1).layer).toBe(built.layer);
  });
});
