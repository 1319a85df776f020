import { colorsFor } from '../../src/report/color.ts';
import { terminalDiff } from '../../src/report/terminal-diff.ts';

const plain = colorsFor({ choice: 'never', env: {}, isTTY: false });
const colors = colorsFor({ choice: 'always', env: {}, isTTY: false });

const marked = (text: string): string => colors.bold(colors.inverse(text));

test('the changed numbers stand out in red and green lines', () => {
  const before = 'FROM scratch\nENV PORT=8095\nEXPOSE 8095\nUSER 1\n';
  const after = before.replaceAll('8095', '8096');
  expect(terminalDiff({ path: 'Dockerfile', before, after }, colors).split('\n')).toEqual([
    colors.bold('diff --git a/Dockerfile b/Dockerfile'),
    colors.bold('--- a/Dockerfile'),
    colors.bold('+++ b/Dockerfile'),
    colors.cyan('@@ -1,4 +1,4 @@'),
    ' FROM scratch',
    colors.red(`-ENV PORT=${marked('8095')}`),
    colors.red(`-EXPOSE ${marked('8095')}`),
    colors.green(`+ENV PORT=${marked('8096')}`),
    colors.green(`+EXPOSE ${marked('8096')}`),
    ' USER 1',
    '',
  ]);
});

test('a missing line feed is noted for both versions', () => {
  const shown = terminalDiff(
    { path: 'Dockerfile', before: 'ENV A=1\nEXPOSE 80', after: 'ENV A=1\nEXPOSE 81' },
    colors,
    0,
  );
  expect(shown.split('\n').slice(4)).toEqual([
    colors.red(`-EXPOSE ${marked('80')}`),
    colors.dim('\\ No newline at end of file'),
    colors.green(`+EXPOSE ${marked('81')}`),
    colors.dim('\\ No newline at end of file'),
    '',
  ]);
});

test('lines that were added without a counterpart are not marked within', () => {
  const shown = terminalDiff({ path: 'Dockerfile', before: 'a\n', after: 'a\nEXPOSE 80\n' }, colors, 0);
  expect(shown.split('\n').slice(4)).toEqual([colors.green('+EXPOSE 80'), '']);
});

test('nothing in the name or the lines reaches the terminal as a command', () => {
  const before = '# \x1b]0;title\x07 \udce9\n# \u202e\x9b\nEXPOSE\t80\r\n';
  const shown = terminalDiff({ path: 'a\x1b[2J\nb', before, after: before.replace('80', '81') }, plain);
  expect(shown.split('\n').slice(1)).toEqual([
    '--- a/a\\x1b[2J\\nb',
    '+++ b/a\\x1b[2J\\nb',
    '@@ -1,3 +1,3 @@',
    ' # \\x1b]0;title\\x07 \\xe9',
    ' # \\u202e\\x9b',
    '-EXPOSE\t80',
    '+EXPOSE\t81',
    '',
  ]);
});

test('the same text has no diff', () => {
  expect(terminalDiff({ path: 'Dockerfile', before: 'EXPOSE 1\n', after: 'EXPOSE 1\n' }, colors)).toBe('');
});
