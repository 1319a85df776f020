import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommandLine } from '../../src/command-line.ts';
import { type ScanFlags, scanCommand } from '../../src/commands/scan.ts';
import { parseMapping } from '../../src/mapping/load.ts';
import { SCAN_FORMATS } from '../../src/report/formats.ts';
import { dockerfile, folderWith, type Ran, removeFolders, runIn } from './folder.ts';

function scan(cwd: string, flags: Partial<ScanFlags> = {}, input = ''): Promise<Ran> {
  const all: ScanFlags = {
    paths: [],
    format: 'text',
    certainty: 'probable',
    force: false,
    ignore: true,
    include: [],
    exclude: [],
    null: false,
    color: 'auto',
    quiet: false,
    verbose: false,
    ...flags,
  };
  return runIn(cwd, (around) => scanCommand(all, around), input);
}

afterEach(removeFolders);

test('without paths: every Dockerfile below the current directory', async () => {
  const cwd = folderWith({
    'a/Dockerfile': dockerfile(8080),
    'b/Dockerfile': dockerfile(8081),
    'b/README.md': 'EXPOSE 1',
  });
  const { code, stdout, stderr } = await scan(cwd);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('a/Dockerfile (a)\n');
  expect(stdout).toContain('8 ports in 2 of 2 Dockerfiles.\n');
  expect((await scan(cwd, { paths: ['b'] })).stdout).toContain('4 ports in 1 of 1 Dockerfile.\n');
  expect((await scan(cwd, { filesFrom: '-' }, 'a/Dockerfile\n')).stdout).toContain('4 ports in 1 of 1 Dockerfile.\n');
});

test.each(SCAN_FORMATS)('%s is the same in every run, and has no control character', async (format) => {
  const cwd = folderWith({ 'x\x1b[31m/Dockerfile': dockerfile(8080), 'b/Dockerfile': dockerfile(8080) });
  const first = await scan(cwd, { format });
  expect(first.code).toBe(0);
  expect(first.stdout).toContain('8080');
  expect(first.stdout).not.toMatch(/[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]/);
  expect(await scan(cwd, { format })).toEqual(first);
});

test('JSON has the whole result', async () => {
  const cwd = folderWith({ 'a/Dockerfile': 'FROM a\nEXPOSE 8080\n', 'b/Dockerfile': 'FROM a\nEXPOSE 8080\n' });
  expect(JSON.parse((await scan(cwd, { format: 'json' })).stdout)).toEqual({
    version: 1,
    files: ['a', 'b'].map((name) => ({
      path: `${name}/Dockerfile`,
      service: name,
      servicePorts: [8080],
      ports: [
        {
          line: 2,
          column: 8,
          port: 8080,
          last: null,
          implicit: false,
          protocol: 'tcp',
          role: 'expose',
          certainty: 'exact',
          instruction: 'EXPOSE',
          stage: '0',
          host: null,
          reason: 'EXPOSE',
        },
      ],
    })),
    shared: [
      {
        port: 8080,
        holders: [
          { name: 'a', file: 'a/Dockerfile', line: 2 },
          { name: 'b', file: 'b/Dockerfile', line: 2 },
        ],
      },
    ],
    diagnostics: [],
    summary: { files: 2, filesWithPorts: 2, ports: 2, warnings: 0, errors: 0 },
  });
});

test('a path that is not there is an error', async () => {
  expect(await scan(folderWith({}), { paths: ['nope'] })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('no-such-file'),
  });
});

describe('--write-map', () => {
  const files = { 'a/Dockerfile': dockerfile(8080), 'b/Dockerfile': 'FROM a\n' };

  test('drafts a mapping with paths that are right from where it is', async () => {
    const cwd = folderWith({ ...files, 'plans/.keep': '' });
    const { code, stdout, stderr } = await scan(cwd, { writeMap: 'plans/ports.yaml' });
    expect(code).toBe(0);
    expect(stdout).toContain('4 ports in 1 of 2 Dockerfiles.\n');
    expect(stderr).toContain('Drafted a mapping in "plans/ports.yaml"');
    const text = readFileSync(join(cwd, 'plans/ports.yaml'), 'utf8');
    expect(parseMapping(text, 'ports.yaml').services).toMatchObject([
      { name: 'a', dockerfiles: [{ pattern: '../a/Dockerfile' }], assigned: [{ port: 8080 }] },
    ]);
  });

  test('drafts a mapping that is right as it is, though services share a port', async () => {
    const cwd = folderWith({ 'a/Dockerfile': dockerfile(8000), 'b/Dockerfile': dockerfile(8000) });
    await scan(cwd, { writeMap: 'ports.yaml' });
    const run = (...args: string[]) => runIn(cwd, (around) => runCommandLine([...args, '--map', 'ports.yaml'], around));
    expect(await run('apply', '-n', '--strict')).toMatchObject({ code: 0, stderr: 'Nothing to change in 2 files.\n' });
    expect(await run('check')).toMatchObject({ code: 0 });
  });

  test('keeps a file that is there, unless --force', async () => {
    const cwd = folderWith({ ...files, 'ports.yaml': 'mine\n' });
    expect(await scan(cwd, { writeMap: 'ports.yaml' })).toMatchObject({
      code: 2,
      stdout: '',
      thrown: [expect.stringContaining('file-exists')],
    });
    expect(readFileSync(join(cwd, 'ports.yaml'), 'utf8')).toBe('mine\n');
    expect((await scan(cwd, { writeMap: 'ports.yaml', force: true, quiet: true })).stderr).toBe('');
    expect(readFileSync(join(cwd, 'ports.yaml'), 'utf8')).toContain('port: 8080');
  });

  test('to standard output, in place of the list', async () => {
    const cwd = folderWith(files);
    const { stdout } = await scan(cwd, { writeMap: '-' });
    expect(parseMapping(stdout, 'ports.yaml').services).toHaveLength(1);
    expect(existsSync(join(cwd, '-'))).toBe(false);
  });

  test('a folder that is not there is an error', async () => {
    expect(await scan(folderWith(files), { writeMap: 'no/such/ports.yaml' })).toMatchObject({
      code: 2,
      thrown: [expect.stringContaining('no-such-folder')],
    });
  });
});
