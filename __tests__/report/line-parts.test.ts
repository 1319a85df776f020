import fc from 'fast-check';
import { type LinePart, lineParts } from '../../src/report/line-parts.ts';

/** The line with what changed in brackets. */
function marked(parts: readonly LinePart[]): string {
  return parts.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');
}

function joined(parts: readonly LinePart[]): string {
  return parts.map(({ text }) => text).join('');
}

test.each([
  ['EXPOSE 8095', 'EXPOSE 8096', 'EXPOSE [8095]', 'EXPOSE [8096]'],
  ['EXPOSE 80', 'EXPOSE 8080', 'EXPOSE [80]', 'EXPOSE [8080]'],
  ['EXPOSE 8080', 'EXPOSE 80', 'EXPOSE [8080]', 'EXPOSE [80]'],
  ['EXPOSE 8000-8010/tcp 9', 'EXPOSE 9000-9010/tcp 9', 'EXPOSE [8000]-[8010]/tcp 9', 'EXPOSE [9000]-[9010]/tcp 9'],
  [
    'curl http://localhost/x',
    'curl http://localhost:8080/x',
    'curl http://localhost/x',
    'curl http://localhost[:8080]/x',
  ],
  ['é😀80😀é', 'é😀81😀é', 'é😀[80]😀é', 'é😀[81]😀é'],
  ['\udc8080\udc80', '\udc8081\udc80', '\udc80[80]\udc80', '\udc80[81]\udc80'],
  ['a\u{1f600}', 'a\u{1fa00}', 'a[\u{1f600}]', 'a[\u{1fa00}]'],
  ['80', '81', '[80]', '[81]'],
  ['same 80', 'same 80', 'same 80', 'same 80'],
])('%s and %s', (one, two, markedOne, markedTwo) => {
  const forth = lineParts(one, two);
  expect([marked(forth.before), marked(forth.after)]).toEqual([markedOne, markedTwo]);
  const back = lineParts(two, one);
  expect([marked(back.before), marked(back.after)]).toEqual([markedTwo, markedOne]);
});

test('the parts make up the lines, what is not marked is in both, and no number is marked in part', () => {
  const line = fc
    .array(fc.constantFrom('80', '8', ':', 'a', '😀', '😁', '\udc80', ' '))
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(line, line, (one, two) => {
      const { before, after } = lineParts(one, two);
      expect([joined(before), joined(after)]).toEqual([one, two]);
      const [keptBefore, keptAfter] = [before, after].map((parts) => joined(parts.filter(({ changed }) => !changed)));
      expect(keptBefore).toBe(keptAfter);
      for (const parts of [before, after]) expect(marked(parts)).not.toMatch(/\d[[\]]\d/);
    }),
  );
});

test('lines that have little in common are changed as a whole, without long thought', () => {
  const one = Array.from({ length: 20_000 }, (_, i) => `a${i}`).join('');
  const two = Array.from({ length: 20_000 }, (_, i) => `b${i * 7}`).join('');
  expect(lineParts(`x${one}`, `x${two}`)).toEqual({
    before: [
      { text: 'x', changed: false },
      { text: one, changed: true },
    ],
    after: [
      { text: 'x', changed: false },
      { text: two, changed: true },
    ],
  });
});
