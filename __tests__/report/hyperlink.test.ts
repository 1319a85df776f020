import { fileLink, linkerFor, wantsHyperlinks } from '../../src/report/hyperlink.ts';

const on = (env: Record<string, string>): boolean => wantsHyperlinks({ env, isTTY: true });

test.each([
  [{ TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.4.2' }, true],
  [{ TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.0.15' }, false],
  [{ TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.72.0' }, true],
  [{ TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.9.0' }, false],
  [{ TERM_PROGRAM: 'WezTerm', TERM_PROGRAM_VERSION: '20240203-110809-5046fc22' }, true],
  [{ TERM_PROGRAM: 'tmux', TERM_PROGRAM_VERSION: '3.3a', VTE_VERSION: '6003' }, false],
  [{ TERM_PROGRAM: 'Apple_Terminal', TERM_PROGRAM_VERSION: '450' }, false],
  [{ VTE_VERSION: '6003' }, true],
  [{ VTE_VERSION: '5000' }, false],
  [{ VTE_VERSION: '0.50.1' }, true],
  [{ WT_SESSION: 'c25cb945' }, true],
  [{ TERM: 'xterm-kitty' }, true],
  [{ TERM: 'xterm-256color' }, false],
  [{ TERM: 'dumb', VTE_VERSION: '6003' }, false],
  [{ CI: 'true', VTE_VERSION: '6003' }, false],
  [{ FORCE_HYPERLINK: '1', TERM: 'dumb' }, true],
  [{ FORCE_HYPERLINK: '0', VTE_VERSION: '6003' }, false],
  [{}, false],
])('%j: %s', (env, expected) => {
  expect(on(env)).toBe(expected);
});

test('a stream that is no terminal never gets a link', () => {
  const env = { FORCE_HYPERLINK: '1', VTE_VERSION: '6003', WT_SESSION: '1' };
  expect(wantsHyperlinks({ env, isTTY: false })).toBe(false);
  expect(linkerFor({ env, isTTY: false })('Dockerfile:1', '/a/Dockerfile')).toBe('Dockerfile:1');
  expect(linkerFor({ env, isTTY: true })('Dockerfile:1', '/a/Dockerfile')).toBe(
    '\x1b]8;;file:///a/Dockerfile\x1b\\Dockerfile:1\x1b]8;;\x1b\\',
  );
});

test('no name ends the escape sequence', () => {
  const link = fileLink('x', '/a/\x1b\\\x07;b c\nd');
  expect(link.split('\x1b')).toHaveLength(5);
  expect(link).not.toMatch(/[\x07\n]/);
});
