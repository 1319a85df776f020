import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyPlan, DiagnosticError, parseMapping, planRun, scanDockerfile } from '../src/index.ts';
import { reberth } from './support/process.ts';

const TEXT = 'FROM a\nENV PORT=8095\nEXPOSE 8095\n';

let cwd = '';
beforeEach(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'reberth-api-')));
  writeFileSync(join(cwd, 'Dockerfile'), TEXT);
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const read = (): string => readFileSync(join(cwd, 'Dockerfile'), 'utf8');
const mapping = parseMapping('ports: { 8095: 8096 }', 'ports.yaml');
const plan = () => planRun({ mapping, paths: ['.'], cwd, certainty: 'probable', comments: true, splitRanges: false });
const codesOf = (run: Promise<unknown>): Promise<string[]> =>
  run.then(
    () => [],
    (error: unknown) => (error instanceof DiagnosticError ? error.diagnostics.map(({ code }) => code) : ['thrown']),
  );

describe('applyPlan', () => {
  test('writes what was planned, and undo takes it back', async () => {
    expect(await applyPlan(await plan(), { mapping, cwd })).toEqual({ files: ['Dockerfile'], diagnostics: [] });
    expect(read()).toBe(TEXT.replaceAll('8095', '8096'));
    const { code } = await reberth(['undo'], { cwd });
    expect(code).toBe(0);
    expect(read()).toBe(TEXT);
  });

  test('writes nothing where a file has changed since it was planned', async () => {
    const planned = await plan();
    writeFileSync(join(cwd, 'Dockerfile'), `${TEXT}USER app\n`);
    expect(await codesOf(applyPlan(planned, { mapping, cwd }))).not.toEqual([]);
    expect(read()).toBe(`${TEXT}USER app\n`);
  });

  test('writes nothing of a plan with errors', async () => {
    writeFileSync(join(cwd, 'Dockerfile'), `${TEXT}EXPOSE 8096\n`);
    expect(await codesOf(applyPlan(await plan(), { mapping, cwd }))).toEqual(['port-collision']);
    expect(read()).toBe(`${TEXT}EXPOSE 8096\n`);
  });

  test('leaves uncommitted files alone unless it is told', async () => {
    execFileSync('git', ['init', '--quiet'], { cwd });
    const planned = await plan();
    expect(await codesOf(applyPlan(planned, { mapping, cwd }))).toEqual(['uncommitted-changes']);
    expect(read()).toBe(TEXT);
    expect((await applyPlan(planned, { mapping, cwd, allowDirty: true })).files).toEqual(['Dockerfile']);
  });

  test('gives the lock back', async () => {
    const planned = await plan();
    await applyPlan(planned, { mapping, cwd });
    expect(await applyPlan(await plan(), { mapping, cwd })).toEqual({ files: [], diagnostics: [] });
  });
});

describe('scanDockerfile', () => {
  test('lists the ports with their places', () => {
    const { ports, servicePorts, diagnostics } = scanDockerfile('api/Dockerfile', TEXT);
    expect(ports.map(({ line, column, port, role }) => [line, column, port, role])).toEqual([
      [2, 10, 8095, 'env'],
      [3, 8, 8095, 'expose'],
    ]);
    expect(servicePorts).toEqual([8095]);
    expect(diagnostics).toEqual([]);
  });

  test('says what is wrong instead of throwing', () => {
    const { diagnostics } = scanDockerfile('Dockerfile', 'FROM a\nEXPSE 80\n');
    expect(diagnostics).toMatchObject([{ code: 'unknown-instruction', file: 'Dockerfile', line: 2, column: 1 }]);
  });

  test('lists what is less certain when it is asked to', () => {
    const text = 'FROM a\nEXPOSE 8095\nRUN ./install --slots 8095\n';
    const count = (...certainty: ['possible'] | []): number => scanDockerfile('a', text, ...certainty).ports.length;
    expect(count('possible')).toBeGreaterThanOrEqual(count());
  });
});
