import { remember } from '../src/remember.ts';

test('computes once for a text, and again when it was forgotten', () => {
  const asked: string[] = [];
  const length = remember((text) => {
    asked.push(text);
    return text === '' ? undefined : text.length;
  }, 2);
  expect(['a', 'bb', 'a', '', '', 'a'].map(length)).toEqual([1, 2, 1, undefined, undefined, 1]);
  expect(asked).toEqual(['a', 'bb', '', 'a']);
});

test('takes texts for what they are', () => {
  const same = remember((text) => text);
  for (const text of ['\uD800', '\u00E9', 'e\u0301', '\uDC80\0']) expect(same(text)).toBe(text);
});
