import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertSwitchesHaveNoValues } from '../../src/command-line/check-arguments.ts';
import { folderWith, reberth, removeFolders } from '../support/process.ts';

afterAll(removeFolders);

const DOCKERFILE = 'FROM a\nEXPOSE 8095\n';

test.each([
  '--dry-run=yes',
  '--dry-run=1',
  '--dry-run=',
  '-n=yes',
  '--dryRun=on',
  '--check=True',
  '-qn=1',
  '--no-comments=no',
])('a switch with a value is refused, and nothing written: %s', async (flag) => {
  const cwd = folderWith({ Dockerfile: DOCKERFILE });
  const { code, stderr } = await reberth(['apply', 'Dockerfile', '--port', '8095=8096', flag], { cwd });
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^reberth: -.* takes no value: write /)]);
  expect(readFileSync(join(cwd, 'Dockerfile'), 'utf8')).toBe(DOCKERFILE);
});

test.each(['--dry-run=true', '--dry-run=false', '-n', '-m=x', '--map=n', '--port=1=2', 'x=y', '--', '-'])(
  'all else stays: %s',
  (arg) => expect(() => assertSwitchesHaveNoValues([arg])).not.toThrow(),
);

test('what is behind -- is no switch', () => {
  expect(() => assertSwitchesHaveNoValues(['apply', '--', '--dry-run=yes'])).not.toThrow();
});

test.each([
  [['-m', 'a', '-m', 'b'], '-m is given more than once'],
  [['--plan', 'a', '--plan', 'b'], '--plan is given more than once'],
  [['--port', '1=2', '--root', 'a', '--root', 'b'], '--root is given more than once'],
  [['--map='], 'the value of --map is empty: check the variable that it comes from'],
  [['--port', '1=2', '--bake='], 'the value of --bake is empty: check the variable that it comes from'],
  [['--port', '1=2', '--exclude', ''], 'the value of --exclude is empty: check the variable that it comes from'],
])('one value, and not none: %j', async (flags, message) => {
  const { code, stderr } = await reberth(['apply', '.', '-n', ...flags], {
    cwd: folderWith({ Dockerfile: DOCKERFILE }),
  });
  expect([code, stderr]).toEqual([2, `reberth: ${message}\nsee: reberth --help\n`]);
});

test.each([
  ['aply', 'Unknown argument: aply; did you mean apply?'],
  ['aply . --map ports.yaml', expect.stringMatching(/^Unknown arguments: .*; did you mean apply\?$/)],
  ['pln show plan.md', expect.stringMatching(/; did you mean plan\?$/)],
  ['plan sow plan.md', 'Unknown arguments: sow, plan.md; did you mean show?'],
  ['apply . --prot 8095=8096', 'Unknown argument: prot; did you mean --port?'],
  ['apply . --no-coments --dryrun', 'Unknown arguments: coments, dryrun; did you mean --no-comments, --dry-run?'],
  ['scan . --dry-run', expect.stringMatching(/^Unknown arguments: [\w-]+, [\w-]+$/)],
  ['frobnicate', 'Unknown argument: frobnicate'],
  ['apply --frobnicate=x', 'Unknown argument: frobnicate'],
])('an unknown argument is refused, with the one that may be meant: %s', async (line, message) => {
  const { code, stderr } = await reberth(line.split(' '), { cwd: folderWith({}) });
  const [, said] = /^reberth: (.*)\nsee: reberth --help\n$/s.exec(stderr) ?? [];
  expect([code, said]).toEqual([2, message]);
});

test('what may be given several times', async () => {
  const cwd = folderWith({ Dockerfile: DOCKERFILE });
  const flags = ['--port', '8095=8096', '--port', '7=8', '--exclude', 'x/**', '--exclude', 'y/**', '-n'];
  expect(await reberth(['apply', 'Dockerfile', '.', ...flags], { cwd })).toMatchObject({ code: 0 });
});
