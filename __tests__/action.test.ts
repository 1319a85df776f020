import { execFile } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { folderWith, removeFolders } from './support/process.ts';

interface Step {
  readonly run: string;
  readonly shell: string;
  readonly 'working-directory'?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

const root = join(import.meta.dirname, '..');
const action: Action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
const installs = action.runs.steps.filter((step) => step.run.includes('npm ci'));
const checks = action.runs.steps.filter((step) => !step.run.includes('npm ci'));

afterAll(removeFolders);

/** A checkout of a user, and beside it what the runner gives: a file for the summary, and an npm that takes notes. */
function workspace(): string {
  const folder = folderWith({
    'checkout/services/orders/Dockerfile': 'FROM a\nEXPOSE 8095\n',
    'checkout/my services/Dockerfile': 'FROM a\nEXPOSE 8080\nHEALTHCHECK CMD curl http://localhost:8081/\n',
    'checkout/ports.yaml': 'services:\n  orders:\n    dockerfile: services/orders/Dockerfile\n    port: 8096\n',
    'bin/npm': '#!/bin/sh\necho "$PWD: npm $*" > "$NOTES"\n',
    'summary.md': '',
  });
  chmodSync(join(folder, 'bin/npm'), 0o755);
  return folder;
}

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs steps as the runner does: expressions filled in, then bash with -e and pipefail. */
async function runSteps(
  steps: readonly Step[],
  folder: string,
  inputs: Readonly<Record<string, string>>,
): Promise<Ran> {
  const context: Record<string, string> = { 'github.action_path': root };
  for (const [name, input] of Object.entries(action.inputs)) context[`inputs.${name}`] = inputs[name] ?? input.default;
  const fill = (text: string) => text.replace(/\$\{\{ (.*?) \}\}/g, (_, key: string) => context[key] ?? `no ${key}`);
  const ran = { code: 0, stdout: '', stderr: '' };
  for (const { run, shell, env = {}, 'working-directory': directory = join(folder, 'checkout') } of steps) {
    expect([shell, fill(run)]).toEqual(['bash', run]);
    const around = {
      PATH: `${join(folder, 'bin')}:${process.env['PATH']}`,
      NOTES: join(folder, 'notes'),
      GITHUB_ACTION_PATH: root,
      GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
      ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, fill(value)])),
    };
    const bash = ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', run];
    const step = await new Promise<Ran>((resolve) =>
      execFile('bash', bash, { cwd: fill(directory), env: around }, (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
      ),
    );
    ran.stdout += step.stdout;
    ran.stderr += step.stderr;
    ran.code = step.code;
    if (step.code !== 0) break;
  }
  return ran;
}

test('the action installs from its own checkout', async () => {
  const folder = workspace();
  const { code, stdout } = await runSteps(installs, folder, {});
  expect([installs.length, code, stdout]).toEqual([1, 0, '']);
  expect(readFileSync(join(folder, 'notes'), 'utf8')).toMatch(`${root}: npm ci `);
});

test('the action annotates the lines that are not on their planned port, fails, and writes the summary', async () => {
  const folder = workspace();
  const { code, stdout } = await runSteps(checks, folder, { map: 'ports.yaml' });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^::error file=services\/orders\/Dockerfile,line=2,.*8096/m);
  expect(stdout).not.toContain('my services');
  expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toContain('orders');
});

test('the action takes a plan', async () => {
  const { code, stdout } = await runSteps(checks, workspace(), { plan: 'ports.yaml', paths: 'services/orders' });
  expect([code, stdout]).toEqual([1, expect.stringContaining('file=services/orders/Dockerfile,line=2')]);
});

test('paths and arguments are one a line; blanks and what a shell would run stay what they are', async () => {
  const folder = workspace();
  const hostile = '$(touch injected)`touch injected`; touch injected';
  const paths = 'my services\r\nservices/orders\n\n';
  const { code, stdout } = await runSteps(checks, folder, { paths, args: `--exclude\n${hostile}\n` });
  expect(code).toBe(1);
  expect(stdout).toContain('file=my services/Dockerfile,line=3');
  expect(existsSync(join(folder, 'checkout', 'injected'))).toBe(false);
});

test('the action succeeds where ports are as planned', async () => {
  const { code, stdout } = await runSteps(checks, workspace(), { paths: 'services' });
  expect([code, stdout]).toEqual([0, '']);
});
