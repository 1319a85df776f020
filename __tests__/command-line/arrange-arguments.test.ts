import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { arrangeArguments, SWITCHES } from '../../src/command-line/arrange-arguments.ts';
import { COMMAND_HELP } from '../../src/command-line/command-help.ts';
import { folderWith, reberth, removeFolders } from '../support/process.ts';

afterAll(removeFolders);

const COMMANDS = new Set(['apply', 'check']);
const arranged = (line: string): string => arrangeArguments(line.split(' '), COMMANDS).join(' ');

test.each([
  ['apply - -n', 'apply -n -- -'],
  ['apply -n -', 'apply -n -- -'],
  ['apply -nq - -m x', 'apply -nq -m x -- -'],
  ['apply - -- x', 'apply -- x -'],
  ['apply -- -', 'apply -- -'],
  ['apply --files-from - -n', 'apply --files-from=- -n'],
  ['apply --report - Dockerfile', 'apply --report=- Dockerfile'],
  ['apply -nm - Dockerfile', 'apply -nm=- Dockerfile'],
  ['apply --map=x -', 'apply --map=x -- -'],
  ['apply -mx -', 'apply -mx -- -'],
  ['apply --no-comments -', 'apply --no-comments -- -'],
])('what - stands for: %s', (given, expected) => expect(arranged(given)).toBe(expected));

test.each([
  ['--quiet apply x', 'apply --quiet x'],
  ['-nq --color never apply x', 'apply -nq --color never x'],
  ['-m check apply x', 'apply -m check x'],
  ['--help', '--help'],
  ['-q nothing x', '-q nothing x'],
  ['-- apply', '-- apply'],
  ['--get-yargs-completions reberth apply -', '--get-yargs-completions reberth apply -'],
])('the command comes first: %s', (given, expected) => expect(arranged(given)).toBe(expected));

test('the switches are the flags that the help calls boolean', async () => {
  const commands = Object.keys(COMMAND_HELP).filter((name) => !['reberth', 'completion'].includes(name));
  const helps = await Promise.all(
    commands.map((name) => reberth([...name.split(' '), '--help'], { cwd: folderWith({}) })),
  );
  const known = new Set<string>();
  for (const { stdout } of helps) {
    const options = stdout.toString().split('\nOptions:\n')[1]?.split(/\n\n/)[0] ?? '';
    for (const option of options.split(/\n(?= {2}-| {6}--)/)) {
      if (!option.includes('[boolean]')) continue;
      for (const [, name = ''] of (option.split('  ').find((part) => part.trim().startsWith('-')) ?? '').matchAll(
        /--?([\w-]+)/g,
      ))
        known.add(name);
      for (const [, name = ''] of option.matchAll(/^ {6}--([\w-]+)/g)) known.add(name);
    }
  }
  expect([...SWITCHES].sort()).toEqual([...known].sort());
});

describe('the built program', () => {
  const FILE = 'FROM a\nEXPOSE 8095\n';

  test('converts a plan', async () => {
    const cwd = folderWith({
      'plan.md': '| Service | Port |\n| --- | --- |\n| web | 8096 |\n',
      'web/Dockerfile': FILE,
    });
    const { code, stdout } = await reberth(['plan', 'convert', 'plan.md'], { cwd });
    expect([code, stdout.toString()]).toEqual([0, expect.stringContaining('port: 8096')]);
  });

  test('takes a switch before the command', async () => {
    const { code, stderr } = await reberth(['-q', 'apply', 'Dockerfile', '--port', '8095=8096', '-n'], {
      cwd: folderWith({ Dockerfile: FILE }),
    });
    expect([code, stderr.toString()]).toEqual([0, '']);
  });

  test.each([
    [['apply', '--report', '-', 'Dockerfile', '--port', '8095=8096', '-n']],
    [['apply', 'Dockerfile', '--port', '8095=8096', '-n', '--report', 'Dockerfile']],
    [['apply', '.', '--port', '8095=8096', '-n', '--bake', 'Dockerfile']],
    [['check', '--report', 'Dockerfile']],
    [['scan', '--force', '--write-map', 'Dockerfile']],
  ])('writes nothing over what it reads: %j', async (args) => {
    const cwd = folderWith({ Dockerfile: FILE });
    const { code, stderr } = await reberth(args, { cwd });
    expect([code, stderr.toString()]).toEqual([2, expect.stringContaining('error[output-is-input]')]);
    expect(readFileSync(join(cwd, 'Dockerfile'), 'utf8')).toBe(FILE);
  });

  test('prints the draft of a mapping where --write-map says -', async () => {
    const cwd = folderWith({ Dockerfile: FILE });
    const { code, stdout } = await reberth(['scan', '--write-map', '-', 'Dockerfile'], { cwd });
    expect([code, stdout.toString()]).toEqual([0, expect.stringContaining('8095')]);
  });
});
