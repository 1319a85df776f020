import { progressOn } from '../../src/report/progress.ts';

function shown(isTTY: boolean, total: number): string[] {
  const written: string[] = [];
  const progress = progressOn({ write: (text) => written.push(text), isTTY }, 'Dockerfiles');
  progress.update(0, total);
  progress.update(total / 2, total);
  progress.update(total / 2, total);
  progress.end();
  progress.end();
  return written;
}

test('a terminal shows how far a long run is, and then nothing of it', () => {
  expect(shown(true, 1000)).toEqual([
    expect.stringMatching(/^\r░{30} 0\/1000 Dockerfiles\x1b\[K$/),
    expect.stringMatching(/^\r█{15}░{15} 500\/1000 Dockerfiles\x1b\[K$/),
    '\r\x1b[K',
  ]);
});

test('a pipe, and a short run, show nothing', () => {
  expect(shown(false, 1000)).toEqual([]);
  expect(shown(true, 10)).toEqual([]);
});
