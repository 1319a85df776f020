import { folderWith, reberth, removeFolders } from '../support/process.ts';

afterAll(removeFolders);

test.each(['apply', 'check'])('%s: a glob for a walk that there is not is refused', async (command) => {
  const cwd = folderWith({
    'a/Dockerfile': 'FROM a\nEXPOSE 8095\n',
    'b/Dockerfile': 'FROM a\nEXPOSE 8095\n',
    'ports.yaml': 'services: { all: { dockerfile: "*/Dockerfile", ports: { 8095: 8096 } } }\n',
  });
  const flags = [command, '--map', 'ports.yaml', '--exclude', 'b'];
  const { code, stderr } = await reberth(flags, { cwd });
  expect([code, stderr]).toEqual([2, expect.stringContaining('error[nothing-walked]')]);
  const walked = await reberth([...flags, '.'], { cwd });
  expect(walked.stderr).not.toContain('nothing-walked');
  expect(walked.stderr + walked.stdout).not.toContain('b/Dockerfile');
});
