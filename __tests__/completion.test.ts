import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CLI, folderWith, reberth, removeFolders } from './support/process.ts';

afterAll(removeFolders);

/** What bash offers for the last of these words. */
async function offered(words: readonly string[]): Promise<string[]> {
  const script = `
reberth() { "$NODE" "$CLI" "$@"; }
eval "$(reberth completion)"
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_reberth_yargs_completions
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const env = { PATH: process.env['PATH'], SHELL: '/bin/bash', NODE: process.execPath, CLI };
  const { stdout } = await promisify(execFile)('bash', ['-c', script, 'bash', ...words], { cwd: folderWith({}), env });
  return stdout.trim().split('\n');
}

test('the completion script is one that bash can read', async () => {
  const { code, stdout } = await reberth(['completion'], { cwd: folderWith({}), env: { SHELL: '/bin/bash' } });
  expect(code).toBe(0);
  const bash = promisify(execFile)('bash', ['-n', '-c', stdout.toString()]);
  await expect(bash).resolves.toMatchObject({ stderr: '' });
});

test.each([
  [['reberth', 'ch'], ['check']],
  [
    ['reberth', 'plan', ''],
    ['show', 'convert'],
  ],
  [['reberth', 'apply', '--cert'], ['--certainty']],
  [
    ['reberth', 'apply', '--certainty', 'p'],
    ['probable', 'possible'],
  ],
])('bash completes %j', async (words, expected) => {
  expect(await offered(words)).toEqual(expected);
});
