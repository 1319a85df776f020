import { plainPattern } from '../../../src/languages/sed/pattern.ts';

describe('plainPattern', () => {
  test.each([
    ['Listen 80', false, 'Listen 80'],
    ['^#\\?Port\\s\\+22$', false, 'Port 22'],
    ['^;*listen\\s*=.*$', false, 'listen ='],
    ['127\\.0\\.0\\.1:80', false, '127.0.0.1:80'],
    ['127.0.0.1', false, '127.0.0.1'],
    ['[[:space:]]*port[0-9]*', false, ' port'],
    ['^#?(port) +([0-9]+)', true, 'port '],
    ['a(b)?c', true, 'ac'],
    ['x+y', true, 'xy'],
    ['a$b^c', false, 'a$b^c'],
    ['\\', false, ''],
    ['[', false, '['],
  ])('%s (extended: %s)', (pattern, extended, text) => {
    expect(plainPattern(pattern, extended).text).toBe(text);
  });

  test('groups by their number', () => {
    expect(plainPattern('\\(a\\(b\\)\\)\\(c\\)', false).groups).toEqual([undefined, 'ab', 'b', 'c']);
    expect(plainPattern('(a)(?:b)', true).groups[1]).toBe('a');
  });
});
