import { COMMAND_HELP, type CommandHelp } from '../../src/command-line/command-help.ts';
import { folderWith, reberth, removeFolders } from '../support/process.ts';

afterAll(removeFolders);

const commands: [string, CommandHelp][] = Object.entries(COMMAND_HELP);
const withFlags = commands.flatMap(([name, { examples }]) =>
  examples.flatMap(([line]) => {
    const flags = line.match(/(?<= )--?[a-z][a-z-]*/g) ?? [];
    const command = name === 'reberth' ? (/^\$0 (\w+)/.exec(line)?.[1] ?? '') : name;
    return flags.map((flag) => ({ command, flag, line }));
  }),
);

test.each(withFlags)('$command knows $flag of its example: $line', async ({ command, flag }) => {
  const { code, stdout } = await reberth([...command.split(' '), '--help'], { cwd: folderWith({}) });
  expect(code).toBe(0);
  expect(stdout.toString()).toMatch(new RegExp(`^ .*(?<![\\w-])${flag}(?![\\w-])`, 'm'));
});

test.each(commands)(
  'the help of %s calls it by its name, and fits a terminal',
  (name, { usage, examples, epilogue }) => {
    const called = name === 'reberth' ? '$0' : `$0 ${name}`;
    expect(usage.startsWith(called)).toBe(true);
    expect(examples.length).toBeGreaterThan(0);
    for (const line of [...usage.split('\n'), ...epilogue.split('\n')]) expect(line.length).toBeLessThanOrEqual(110);
    for (const [line, text] of examples) {
      expect(line.startsWith('$0 ')).toBe(true);
      expect(line.length + text.length).toBeLessThanOrEqual(90);
    }
  },
);
