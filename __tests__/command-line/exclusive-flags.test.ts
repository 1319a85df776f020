import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertNoneExcluded } from '../../src/command-line/exclusive-flags.ts';
import { folderWith, reberth, removeFolders } from '../support/process.ts';

afterAll(removeFolders);

const DOCKERFILE = 'FROM a\nEXPOSE 8095\n';
const FILES = {
  Dockerfile: DOCKERFILE,
  'ports.yaml': 'services: { api: { dockerfile: Dockerfile, ports: { 8095: 8096 } } }\n',
  'plan.csv': 'service,port,dockerfile\napi,8096,Dockerfile\n',
};
const MOVE = ['--port', '8095=8096'];

describe('flags that exclude each other are refused, both by name, with what to do', () => {
  const cases: readonly (readonly [args: readonly string[], says: RegExp])[] = [
    [['apply', '-m', 'ports.yaml', '--plan', 'plan.csv'], /--map and --plan exclude each other: .* give one of them/],
    [['check', '-m', 'ports.yaml', '--plan', 'plan.csv'], /--map and --plan exclude each other/],
    [['apply', '--resume', '--dry-run'], /--resume and --dry-run exclude each other: .* reberth undo takes it back/],
    [['apply', '-n', '--resume'], /--resume and --dry-run/],
    [['apply', '--resume', '--check'], /--resume and --check/],
    [['apply', '--resume', '--format', 'json'], /--resume and --format/],
    [['apply', '--resume', '--stat'], /--resume and --stat/],
    [['apply', '--resume', '-i'], /--resume and --interactive/],
    [['apply', '--resume', '--report', 'x'], /--resume and --report exclude each other: .* after that/],
    [['apply', '--resume', '--rebuild-script', 'x'], /--resume and --rebuild-script/],
    [['apply', '--resume', '--bake', 'x'], /--resume and --bake/],
    [['apply', '--resume', '--explain', 'Dockerfile:2'], /--resume and --explain/],
    [['apply', '--explain', 'Dockerfile:2', '--report', 'x'], /--explain and --report .* a run of its own/],
    [['apply', '.', ...MOVE, '--stat', '--format', 'json'], /--stat and --format json .* diff and summary/],
    [['apply', '.', ...MOVE, '--stat', '--format=html'], /--stat and --format html/],
    [['apply', '.', ...MOVE, '--stat', '--format', 'patch', '-n'], /--stat and --format patch/],
    [['apply', '-', ...MOVE, '--stat'], /- and --stat exclude each other: .* name the file/],
    [['apply', '-', ...MOVE, '-i'], /- and --interactive exclude each other: .* name the file/],
    [['apply', '-', ...MOVE, '--files-from', '-'], /- and --files-from - .* drop one "-"/],
  ];
  test.concurrent.each(cases)('%j', async (args, says) => {
    const cwd = folderWith(FILES);
    const { code, stdout, stderr } = await reberth(args, { cwd, input: DOCKERFILE });
    expect([code, stdout.toString(), stderr]).toEqual([2, '', expect.stringMatching(says)]);
    expect(stderr).toMatch(/^reberth: .*\nsee: reberth --help\n$/);
    expect([readFileSync(join(cwd, 'Dockerfile'), 'utf8'), existsSync(join(cwd, 'x'))]).toEqual([DOCKERFILE, false]);
  });
});

describe('what goes together', () => {
  test.concurrent.each([
    [['apply', '--plan', 'plan.csv', '-n', '--stat']],
    [['apply', '-m', 'ports.yaml', '--stat', '--format', 'diff']],
    [['apply', '-m', 'ports.yaml', '--stat', '--format', 'summary']],
    [['apply', '-m', 'ports.yaml', '--explain', 'Dockerfile:2']],
    [['check', '--plan', 'plan.csv', '--format', 'json']],
  ])('%j', async (args) => {
    const { stderr } = await reberth(args, { cwd: folderWith(FILES) });
    expect(stderr).not.toContain('exclude each other');
  });

  test('a switch that is off excludes nothing', () => {
    expect(() =>
      assertNoneExcluded({ resume: true, 'dry-run': false, report: [], paths: [], _: ['apply'] }),
    ).not.toThrow();
  });
});

test('a - in a list of files is a file of that name, not standard input', async () => {
  const cwd = folderWith({ '-': DOCKERFILE, list: '-\n' });
  const { code, stdout } = await reberth(['apply', '--files-from', 'list', ...MOVE], { cwd });
  expect([code, stdout.toString()]).toEqual([0, '']);
  expect(readFileSync(join(cwd, '-'), 'utf8')).toBe('FROM a\nEXPOSE 8096\n');
});
