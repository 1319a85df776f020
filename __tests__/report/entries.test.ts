import { folderWith, reberth, removeFolders } from '../support/process.ts';

afterAll(removeFolders);

test('of a range, the ports that nothing states by themselves are not said to match nothing', async () => {
  const cwd = folderWith({ Dockerfile: 'FROM a\nEXPOSE 8000-8003\n' });
  const flags = ['apply', '.', '--port', '8000-8003=9000-9003', '--port', '70-71=170-171', '-n'];
  const { stdout } = await reberth([...flags, '--format', 'summary'], { cwd });
  expect(
    stdout
      .toString()
      .split('\n')
      .filter((line) => line.startsWith('ports: ')),
  ).toEqual([
    'ports: 8000 → 9000: 1 edit in 1 file',
    'ports: 8003 → 9003: 1 edit in 1 file',
    'ports: 70 → 170: matches nothing',
    'ports: 71 → 171: matches nothing',
  ]);
});
