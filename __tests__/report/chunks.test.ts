import fc from 'fast-check';
import { inChunks } from '../../src/report/chunks.ts';

test('everything is written, in order, in few pieces', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 50 })), (texts) => {
      const written: string[] = [];
      const output = inChunks((text) => written.push(text));
      for (const text of texts) output.write(text);
      output.end();
      expect(written.join('')).toBe(texts.join(''));
      expect(written.length).toBeLessThanOrEqual(1);
    }),
  );
});

test('what is long is not held back', () => {
  const written: number[] = [];
  const output = inChunks((text) => written.push(text.length));
  for (let i = 0; i < 5; i++) output.write('x'.repeat(50_000));
  expect(written).toEqual([100_000, 100_000]);
  output.end();
  expect(written).toEqual([100_000, 100_000, 50_000]);
});

test('bytes stay in their place', () => {
  const written: (string | Uint8Array)[] = [];
  const output = inChunks<Uint8Array>((text) => written.push(text));
  output.write('a');
  output.write(Uint8Array.of(255));
  output.write('b');
  output.end();
  expect(written).toEqual(['a', Uint8Array.of(255), 'b']);
});
