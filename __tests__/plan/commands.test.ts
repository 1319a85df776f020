import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type PlanFlags, planConvertCommand, planShowCommand } from '../../src/commands/plan.ts';
import { parseMapping } from '../../src/mapping/load.ts';

let cwd = '';
beforeEach(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'reberth-plan-command-')));
  writeFileSync(join(cwd, 'Dockerfile.api'), 'FROM x\nEXPOSE 80\n');
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

async function run(command: typeof planShowCommand, plan: string, flags: Partial<PlanFlags> = {}) {
  writeFileSync(join(cwd, 'p.md'), plan);
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const code = await command(
    { file: 'p.md', paths: [], ignore: true, color: 'never', quiet: false, verbose: false, ...flags },
    {
      stdin: Readable.from([]),
      stdout: { write: (text) => stdout.push(String(text)) },
      stderr: { write: (text) => stderr.push(text) },
      cwd,
      env: {},
    },
  );
  return { code, stdout: stdout.join(''), stderr: stderr.join('') };
}

test('show prints what is understood, and exits 0', async () => {
  expect(await run(planShowCommand, '- API: port 81\n')).toEqual({
    code: 0,
    stdout: 'p.md:1:3  API  81  Dockerfile.api (by name)\n',
    stderr: '',
  });
});

test('show exits 1 where something is not understood, and lets no control character through', async () => {
  const { code, stdout, stderr } = await run(
    planShowCommand,
    '- API: port 81\n- B\u001b[31m was on port 82\n- C: port 83\n',
  );
  expect(code).toBe(1);
  expect(stdout).toContain('Not understood:\np.md:2:3  B\\x1b[31m was on port 82\n');
  expect(stderr).toMatch(
    /^p.md:3:3: warning\[plan-no-dockerfile\]: "C" has no Dockerfile here: 83 is reserved for it\n/,
  );
});

test('show prints how a plan is understood that contradicts itself, and exits 2', async () => {
  expect(await run(planShowCommand, '- API: port 81\n- api: port 82\n')).toEqual({
    code: 2,
    stdout: 'p.md:1:3  API  81  Dockerfile.api (by name)\np.md:2:3  API  82\n',
    stderr: `p.md:2:13: error[plan-contradiction]: "API" is on 82 here, and on 81 at p.md:1:13
  hint: mend one of them, or read only the right section: --plan FILE.md#HEADING
`,
  });
});

test('show exits 2 where a line loses a service', async () => {
  const { code, stdout, stderr } = await run(planShowCommand, '- B: port 82\n- API (port 81 or 82)\n');
  expect(code).toBe(2);
  expect(stdout).toContain('Not understood:\np.md:2:3  API (port 81 or 82)\n');
  expect(stderr).toContain('p.md:2:3: error[plan-lost-service]: it is not clear which port "API" is to have');
});

test('convert prints a mapping, relative to the current directory or to --root', async () => {
  const { code, stdout } = await run(planConvertCommand, '- API: port 81\n');
  expect(code).toBe(0);
  expect(parseMapping(stdout, 'p.yaml').services).toMatchObject([
    { name: 'api', dockerfiles: [{ pattern: 'Dockerfile.api' }], assigned: [{ port: 81 }] },
  ]);
  expect((await run(planConvertCommand, '- API: port 81\n', { root: '.' })).stdout).toBe(stdout);
});
