import { safeJson, safeJsonString } from '../../src/report/safe-json.ts';

test('nothing that a terminal obeys is left, and the value is the same', () => {
  const value = { text: 'a\x1b[31m\x7f\u009b31m\u202e\u2028\ufeffé' };
  const json = safeJson(value);
  expect(json).not.toMatch(/[^\n\x20-\x7eé]/);
  expect(json.endsWith('}\n')).toBe(true);
  expect(JSON.parse(json)).toEqual(value);
  expect(JSON.parse(safeJsonString(value.text))).toBe(value.text);
});
