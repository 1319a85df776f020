import fc from 'fast-check';
import {
  checkMove,
  expandMove,
  findOverlaps,
  formatPortSpan,
  LAST_PORT,
  type PortSpan,
  readPortSpan,
} from '../../src/mapping/port-text.ts';
import { PROTOCOLS } from '../../src/occurrence.ts';

const port = fc.integer({ min: 1, max: LAST_PORT });
const protocol = fc.constantFrom(undefined, ...PROTOCOLS);
const span = fc
  .tuple(port, port, protocol)
  .map(([a, b, one]): PortSpan => ({ first: Math.min(a, b), last: Math.max(a, b), protocol: one }));
const small = fc
  .tuple(fc.integer({ min: 1, max: 30 }), fc.nat(4), protocol)
  .map(([first, more, one]): PortSpan => ({ first, last: first + more, protocol: one }));

describe('ports and ranges', () => {
  test('are read as they are written', () => {
    fc.assert(fc.property(span, (one) => expect(readPortSpan(formatPortSpan(one))).toEqual(one)));
  });

  test('are never anything else than ports, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9/-]{1,8}[a-z]{0,3}$/)), (text) => {
        const read = readPortSpan(text);
        if ('code' in read) expect(read.hint).not.toBe('');
        else
          expect([formatPortSpan(read), `${read.first}-${read.first}`]).toContain(
            text.replace(/\/.*/, '') === text ? text : formatPortSpan(read),
          );
      }),
    );
  });

  test('expand to each port once, in parallel', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60_000 }),
        fc.integer({ min: 1, max: 60_000 }),
        fc.nat(300),
        protocol,
        (a, b, more, one) => {
          const from = { first: a, last: a + more, protocol: one };
          const to = { first: b, last: b + more };
          expect(checkMove(from, to)?.code).toBe(a === b ? 'mapping-same-port' : undefined);
          const place = { file: 'x', line: 1, column: 1 };
          const moves = expandMove(from, to, 'entry', place);
          expect(moves).toHaveLength(more + 1);
          moves.forEach((move, i) => {
            expect(move).toEqual({ from: a + i, to: b + i, protocol: one, entry: 'entry', place });
            expect(move.place).toBe(place);
          });
        },
      ),
    );
  });

  test('of different length are refused', () => {
    fc.assert(
      fc.property(span, span, (from, to) => {
        fc.pre(from.last - from.first !== to.last - to.first);
        expect(checkMove(from, { ...to, protocol: from.protocol })?.code).toBe('mapping-range');
      }),
    );
  });
});

describe('overlaps', () => {
  const meet = (a: PortSpan, b: PortSpan) =>
    a.first <= b.last && b.first <= a.last && (!a.protocol || !b.protocol || a.protocol === b.protocol);

  test('are found exactly where two spans have a port in common', () => {
    fc.assert(
      fc.property(fc.array(small, { maxLength: 8 }), (spans) => {
        const items = spans.map((one, index) => ({ span: one, index }));
        const found = findOverlaps(items);
        const isAny = items.some((a) => items.some((b) => a.index < b.index && meet(a.span, b.span)));
        expect(found.length > 0).toBe(isAny);
        for (const [first, second] of found) {
          expect(first.index).toBeLessThan(second.index);
          expect(meet(first.span, second.span)).toBe(true);
        }
      }),
    );
  });
});
