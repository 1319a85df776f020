import fc from 'fast-check';
import { printable, printableCode } from '../../src/report/printable.ts';

test.each([
  ['app/Dockerfile.é 日本 😀', 'app/Dockerfile.é 日本 😀'],
  ['\x1b[31mred', '\\x1b[31mred'],
  ['a\nb\r\tc\0', 'a\\nb\\r\\tc\\x00'],
  ['\x7f\x9b1m', '\\x7f\\x9b1m'],
  ['\udce9\udc80', '\\xe9\\x80'],
  ['😀\udc80', '😀\\x80'],
  ['\ud83d\ud83d😀', '\\ud83d\\ud83d😀'],
  ['\u202e\u2066\u2028\ufeff', '\\u202e\\u2066\\u2028\\ufeff'],
])('%j is shown as %s', (text, shown) => {
  expect(printable(text)).toBe(shown);
});

test('tabs stay in code', () => {
  expect(printableCode('\tEXPOSE\t80\x1b')).toBe('\tEXPOSE\t80\\x1b');
});

test('nothing a terminal obeys gets through', () => {
  const unit = fc.oneof(fc.integer({ min: 0, max: 0xa0 }), fc.integer({ min: 0, max: 0xffff }));
  fc.assert(
    fc.property(fc.array(unit), (units) => {
      const shown = printable(String.fromCharCode(...units));
      expect(shown).not.toMatch(/\p{Cc}|\p{Surrogate}|\p{Bidi_Control}|\p{Zl}|\p{Zp}/u);
    }),
  );
});
