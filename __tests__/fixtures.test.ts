import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { runCommandLine } from '../src/command-line.ts';

const root = join(import.meta.dirname, '..', '__fixtures__');
const cases = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** The arguments of a case: those in `arguments.txt`, one a line, else its mapping and all its Dockerfiles. */
function argumentsOf(folder: string): string[] {
  const file = join(folder, 'arguments.txt');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : ['.', '--map', 'ports.yaml'];
}

async function dryRun(folder: string): Promise<{ diff: string; log: string }> {
  const stdout: Buffer[] = [];
  const stderr: string[] = [];
  const code = await runCommandLine(['apply', '--dry-run', ...argumentsOf(folder)], {
    stdin: Readable.from([]),
    stdout: { write: (text) => stdout.push(Buffer.from(text)) },
    stderr: { write: (text) => stderr.push(text) },
    cwd: folder,
    env: {},
  });
  return { diff: Buffer.concat(stdout).toString('latin1'), log: `${stderr.join('')}exit code ${code}\n` };
}

/** Compares with a file of the case; `UPDATE_FIXTURES=1` writes the file instead, to be read before it is kept. */
function expectFile(file: string, actual: string, encoding: 'latin1' | 'utf8'): void {
  if (process.env['UPDATE_FIXTURES'] === '1') writeFileSync(file, actual, encoding);
  expect(actual).toBe(readFileSync(file, encoding));
}

describe.each(cases)('fixture %s', (name) => {
  const folder = join(root, name);
  test('the dry run gives the expected diff and log', async () => {
    const { diff, log } = await dryRun(folder);
    expectFile(join(folder, 'expected.diff'), diff, 'latin1');
    expectFile(join(folder, 'expected.log'), log, 'utf8');
  });
});
