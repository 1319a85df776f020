import { type ColorChoice, colorsFor, wantsColor } from '../../src/report/color.ts';

type Environment = Record<string, string>;

test.each<[ColorChoice, Environment, boolean, boolean]>([
  ['auto', {}, true, true],
  ['auto', {}, false, false],
  ['auto', { TERM: 'dumb' }, true, false],
  ['auto', { TERM: 'xterm-256color' }, true, true],
  ['auto', { NO_COLOR: '1' }, true, false],
  ['auto', { NO_COLOR: '' }, true, true],
  ['auto', { FORCE_COLOR: '1' }, false, true],
  ['auto', { FORCE_COLOR: '1', TERM: 'dumb' }, false, true],
  ['auto', { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
  ['auto', { FORCE_COLOR: '0' }, true, false],
  ['auto', { FORCE_COLOR: 'false' }, true, false],
  ['auto', { FORCE_COLOR: '' }, false, false],
  ['auto', { FORCE_COLOR: '' }, true, true],
  ['always', { NO_COLOR: '1', TERM: 'dumb' }, false, true],
  ['never', { FORCE_COLOR: '1' }, true, false],
])('--color %s with %j on a terminal (%s): %s', (choice, env, isTTY, colored) => {
  const question = { choice, env, isTTY };
  expect(wantsColor(question)).toBe(colored);
  expect(colorsFor(question).red('x')).toBe(colored ? '\x1b[31mx\x1b[39m' : 'x');
});
