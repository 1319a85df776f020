import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckFlags, checkCommand } from '../../src/commands/check.ts';
import { CHECK_FORMATS } from '../../src/report/formats.ts';
import { dockerfile, folderWith, type Ran, removeFolders, runIn } from './folder.ts';

const PLAN = `services:
  staking:
    dockerfile: staking/Dockerfile
    port: 8096
  gateway:
    dockerfile: gateway/Dockerfile
    port: 8097
reserved: { 8095: node-management }
`;
const FLEET = {
  'ports.yaml': PLAN,
  'staking/Dockerfile': dockerfile(8095),
  'gateway/Dockerfile': dockerfile(8097),
};

function check(cwd: string, flags: Partial<CheckFlags> = {}, input = ''): Promise<Ran> {
  const all: CheckFlags = {
    paths: [],
    port: [],
    format: 'text',
    report: [],
    strict: false,
    ignore: true,
    include: [],
    exclude: [],
    null: false,
    color: 'auto',
    quiet: false,
    verbose: false,
    ...flags,
  };
  return runIn(cwd, (around) => checkCommand(all, around, '1.2.3'), input);
}

afterEach(removeFolders);

describe('exit code', () => {
  test('0 where everything is as it should be', async () => {
    const cwd = folderWith({ ...FLEET, 'staking/Dockerfile': dockerfile(8096) });
    const { code, stdout, stderr } = await check(cwd, { map: 'ports.yaml' });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Checked 2 services in 2 Dockerfiles: 2 ok.\n');
  });

  test('1 where it is not', async () => {
    const { code, stdout } = await check(folderWith(FLEET), { map: 'ports.yaml' });
    expect(code).toBe(1);
    expect(stdout).toContain('error[drift]: staking is on 8095, and is to be on 8096 (ports.yaml:4:11)\n');
    expect(stdout).toContain(
      'error[conflict]: staking is on 8095, which is reserved for node-management (ports.yaml:8:13)\n',
    );
    expect(stdout).toContain('Checked 2 services in 2 Dockerfiles: 1 ok, 1 drift, 1 conflict.\n');
  });

  test('1 where a Dockerfile is not there', async () => {
    const cwd = folderWith({ 'ports.yaml': PLAN, 'gateway/Dockerfile': dockerfile(8097) });
    const { code, stdout } = await check(cwd, { map: 'ports.yaml' });
    expect(code).toBe(1);
    expect(stdout).toContain(
      'error[missing]: staking has no Dockerfile: "staking/Dockerfile" of service "staking" is not there\n',
    );
  });

  test('1 for warnings and items for review, with --strict alone', async () => {
    const plan =
      'services: { a: { dockerfile: a/Dockerfile, hosts: [a], port: 80 }, b: { dockerfile: b/Dockerfile, port: 81 } }\n';
    const client = 'FROM a\nENV A_URL=http://a:8095\nEXPOSE 81\n';
    const cwd = folderWith({ 'ports.yaml': plan, 'a/Dockerfile': dockerfile(80), 'b/Dockerfile': client });
    expect((await check(cwd, { map: 'ports.yaml' })).stdout).toContain(
      'b/Dockerfile:2:20: review[stale-reference]: 8095: ',
    );
    expect((await check(cwd, { map: 'ports.yaml' })).code).toBe(0);
    expect((await check(cwd, { map: 'ports.yaml', strict: true })).code).toBe(1);
    symlinkSync('nowhere', join(cwd, 'a', 'Dockerfile.link'));
    expect((await check(cwd, { paths: ['a'] })).code).toBe(0);
    expect((await check(cwd, { paths: ['a'], strict: true })).code).toBe(1);
  });

  test('2 for a mapping that cannot be read, and for one that is wrong', async () => {
    const cwd = folderWith({
      'ports.yaml': 'services: { a: { dockerfile: Dockerfile, port: 99999 } }\n',
      Dockerfile: 'FROM a\n',
    });
    expect(await check(cwd, { map: 'nope.yaml' })).toMatchObject({
      code: 2,
      thrown: [expect.stringContaining('no-such-file')],
    });
    expect(await check(cwd, { map: 'ports.yaml' })).toMatchObject({
      code: 2,
      stdout: '',
      thrown: [expect.stringContaining('99999')],
    });
  });

  test('2 for a plan of which a service is lost, since a line of it cannot be read', async () => {
    const cwd = folderWith({
      ...FLEET,
      'staking/Dockerfile': dockerfile(8096),
      'plan.md': '- Gateway: port 8097\n- Staking (port 8095/8096?)\n',
    });
    const expected = 'plan-lost-service: it is not clear which port "Staking" is to have';
    expect(await check(cwd, { plan: 'plan.md' })).toMatchObject({
      code: 2,
      stdout: '',
      thrown: [expect.stringContaining(expected)],
    });
  });

  test('2 for a Dockerfile that cannot be read; it is not called right', async () => {
    const cwd = folderWith({ Dockerfile: 'FROM a\nRUN <<EOF\nx\n' });
    const { code, stdout, stderr } = await check(cwd);
    expect(code).toBe(2);
    expect(stderr).toContain('Dockerfile:2:1: error[unterminated-heredoc]');
    expect(stdout).toBe('Checked 0 Dockerfiles: 0 ok, 1 error.\n');
  });

  test('2 for a path that is not there', async () => {
    expect(await check(folderWith({}), { paths: ['nope'] })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no-such-file'),
    });
  });

  test('2 where there is no Dockerfile: the folder was hardly meant', async () => {
    const { code, stderr } = await check(folderWith({ 'a.txt': '' }));
    expect(code).toBe(2);
    expect(stderr).toContain('error[no-dockerfiles]: no Dockerfile was found');
  });

  test('2 for a report that cannot be written', async () => {
    const { code, stdout, thrown } = await check(folderWith({ Dockerfile: dockerfile(80), 'r.md/a': '' }), {
      report: ['r.md'],
    });
    expect([code, stdout, thrown]).toEqual([2, '', [expect.stringContaining('cannot write r.md')]]);
  });
});

describe('what is checked', () => {
  test('without a mapping: everything below the current directory, for what it says of itself', async () => {
    const cwd = folderWith({
      'a/Dockerfile': dockerfile(8080),
      'b/Dockerfile': dockerfile(8080).replace('EXPOSE 8080', 'EXPOSE 8081'),
      '.gitignore': 'c\n',
      'c/Dockerfile': dockerfile(8080),
    });
    const { code, stdout } = await check(cwd);
    expect(code).toBe(1);
    expect(stdout).toContain(
      'error[inconsistent]: b/Dockerfile disagrees with itself: EXPOSE says 8081, but ENV, HEALTHCHECK and CMD say 8080\n',
    );
    expect(stdout).toContain('Checked 2 Dockerfiles: 1 ok, 1 inconsistent.\n');
    expect((await check(cwd, { ignore: false })).stdout).toContain('Checked 3 Dockerfiles');
    expect((await check(cwd, { exclude: ['b/**'] })).code).toBe(0);
  });

  test('a port that two Dockerfiles have is no failure without a plan', async () => {
    const cwd = folderWith({ 'a/Dockerfile': dockerfile(8080), 'b/Dockerfile': dockerfile(8080) });
    const { code, stdout } = await check(cwd);
    expect(code).toBe(0);
    expect(stdout).toContain('  8080  a/Dockerfile:2, b/Dockerfile:2\n');
  });

  test('paths narrow a plan: other services are not checked, but keep their ports', async () => {
    const cwd = folderWith({ ...FLEET, 'gateway/Dockerfile': dockerfile(8096) });
    const { code, stdout } = await check(cwd, { map: 'ports.yaml', paths: ['gateway'] });
    expect(code).toBe(1);
    expect(stdout).not.toContain('staking/Dockerfile');
    expect(stdout).toContain('error[conflict]: gateway is on 8096, which is the port of staking\n');
  });

  test('Dockerfiles of no service are checked beside a plan where they are named', async () => {
    const cwd = folderWith({ ...FLEET, 'x/Dockerfile': 'FROM a\nEXPOSE 1\nHEALTHCHECK CMD curl localhost:2\n' });
    expect((await check(cwd, { map: 'ports.yaml' })).stdout).not.toContain('x/Dockerfile');
    expect((await check(cwd, { map: 'ports.yaml', paths: ['.'] })).stdout).toContain(
      'x/Dockerfile disagrees with itself',
    );
  });

  test('--port is a plan as well', async () => {
    const cwd = folderWith({ Dockerfile: dockerfile(8095) });
    expect((await check(cwd, { port: ['8095=8096'] })).stdout).toContain(
      'error[drift]: Dockerfile is on 8095, and is to be on 8096 (--port 8095=8096)',
    );
    expect((await check(cwd, { port: ['8094=8095'] })).code).toBe(0);
  });

  test('--files-from', async () => {
    const cwd = folderWith({ 'a/Dockerfile': dockerfile(1), 'b/Dockerfile': dockerfile(2) });
    expect((await check(cwd, { filesFrom: '-', null: true }, 'b/Dockerfile\0')).stdout).toContain(
      'Checked 1 Dockerfile: 1 ok.\n',
    );
    expect((await check(cwd, { filesFrom: '-' }, '')).stdout).toBe('Checked 0 Dockerfiles: 0 ok.\n');
  });

  test.each(['plan-table', 'plan-list'])(
    '--plan: two of the payment services of %s drift, one of them on a third one',
    async (name) => {
      const cwd = join(import.meta.dirname, '..', '..', '__fixtures__', name);
      const { code, stdout } = await check(cwd, { plan: 'plan.md', format: 'json' });
      expect(code).toBe(1);
      const { summary, services } = JSON.parse(stdout);
      expect(summary).toMatchObject({
        services: 6,
        ok: 4,
        drift: 2,
        conflict: 1,
        missing: 0,
        inconsistent: 0,
        review: 0,
      });
      const off = services.filter(({ verdict }: { verdict: string }) => verdict !== 'ok');
      expect(
        off.flatMap(({ problems }: { problems: { current: number }[] }) => problems.map(({ current }) => current)),
      ).toContain(8095);
    },
  );

  test('a mapping whose ports would become one is refused', async () => {
    const cwd = folderWith({ 'ports.yaml': 'ports: { 1: 3, 2: 3 }\n', Dockerfile: 'FROM a\n' });
    expect(await check(cwd, { map: 'ports.yaml' })).toMatchObject({
      code: 2,
      thrown: [expect.stringContaining('port-merge')],
    });
  });
});

describe('output', () => {
  test.each(CHECK_FORMATS)('%s is the same in every run, and has no control character', async (format) => {
    const cwd = folderWith({
      ...FLEET,
      'x\x1b[31m/Dockerfile': 'FROM a\nEXPOSE 1\nHEALTHCHECK CMD curl localhost:2\n',
    });
    const first = await check(cwd, { map: 'ports.yaml', paths: ['.'], format });
    expect(first.code).toBe(1);
    expect(first.stdout).toContain('staking');
    expect(first.stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f]/);
    expect(await check(cwd, { map: 'ports.yaml', paths: ['.'], format })).toEqual(first);
  });

  test('JSON has the whole result', async () => {
    const { stdout } = await check(folderWith(FLEET), { map: 'ports.yaml', format: 'json' });
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({
      version: 1,
      services: [
        {
          name: 'staking',
          kind: 'service',
          verdict: 'drift',
          verdicts: ['drift', 'conflict'],
          assigned: [{ port: 8096 }],
          found: [{ port: 8095 }],
        },
        { name: 'gateway', verdict: 'ok', verdicts: ['ok'], problems: [] },
      ],
      reserved: [{ port: 8095, protocol: null, owner: 'node-management' }],
      summary: { services: 2, ok: 1, drift: 1, conflict: 1 },
    });
    expect(result.services[0].problems[0].places[0]).toEqual({
      file: 'staking/Dockerfile',
      line: 2,
      column: 18,
      endLine: 2,
      endColumn: 22,
      offset: 39,
      length: 4,
      port: 8095,
      required: 8096,
      replacement: '8096',
      role: 'env',
      certainty: 'probable',
      instruction: 'ENV',
      stage: '0',
      reason: 'the variable SERVICE_PORT says port',
    });
  });

  test('paths are relative to --root in JSON, and to the current directory for tools that open them', async () => {
    const cwd = folderWith({
      'sub/ports.yaml': PLAN,
      'sub/staking/Dockerfile': dockerfile(8095),
      'sub/gateway/Dockerfile': dockerfile(8097),
    });
    const flags = { map: 'sub/ports.yaml', root: 'sub' };
    expect(JSON.parse((await check(cwd, { ...flags, format: 'json' })).stdout).services[0].files).toEqual([
      'staking/Dockerfile',
    ]);
    expect((await check(cwd, { ...flags, format: 'github' })).stdout).toContain(
      '::error file=sub/staking/Dockerfile,line=2,',
    );
  });

  test('the reports are written, as a page or as Markdown by their names', async () => {
    const cwd = folderWith(FLEET);
    const { code, stdout } = await check(cwd, { map: 'ports.yaml', report: ['r.md', 'r.HTML'], format: 'markdown' });
    expect(code).toBe(1);
    expect(readFileSync(join(cwd, 'r.md'), 'utf8')).toBe(stdout);
    expect(readFileSync(join(cwd, 'r.HTML'), 'utf8')).toMatch(/^<!DOCTYPE html>/);
  });

  test('quiet and right says nothing', async () => {
    const cwd = folderWith({ Dockerfile: dockerfile(80) });
    expect(await check(cwd, { quiet: true })).toMatchObject({ code: 0, stdout: '', stderr: '' });
  });
});
