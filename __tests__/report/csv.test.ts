import { csvText } from '../../src/report/csv.ts';

test('cells are quoted where they have to be, and each row ends as RFC 4180 says', () => {
  const rows = [
    ['plain', 8095, ''],
    ['a,b', 'say "x"', ' blank '],
    ['line\nbreak', '\x1b[31m', "it's"],
  ];
  expect(csvText(['one', 'two', 'three'], rows)).toBe(
    'one,two,three\r\nplain,8095,\r\n"a,b","say ""x"""," blank "\r\nline\\nbreak,\\x1b[31m,it\'s\r\n',
  );
});
