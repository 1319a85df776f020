import fc from 'fast-check';
import { encode } from '../../src/files/encoding.ts';
import { quotedName } from '../../src/report/diff.ts';
import { type StatFile, statText } from '../../src/report/stat.ts';
import { withRepository } from './git.ts';

/** A file of that many lines, so many of which change. */
function fileWith(path: string, changed: number): StatFile {
  const lines = Array.from({ length: changed }, (_, i) => `EXPOSE ${8000 + i}\n`);
  return { path, before: lines.join(''), after: lines.join('').replaceAll('EXPOSE 8', 'EXPOSE 9') };
}

const PATH = fc
  .array(fc.stringMatching(/^[a-z]{1,24}$/), { minLength: 1, maxLength: 6 })
  .map((folders) => `${folders.join('/')}/Dockerfile`);
const FILES = fc.uniqueArray(fc.tuple(PATH, fc.integer({ min: 1, max: 150 })), {
  selector: ([path]) => path,
  minLength: 1,
  maxLength: 4,
});

test('is what git diff --stat prints, whatever the width', () => {
  fc.assert(
    fc.property(FILES, fc.integer({ min: 1, max: 200 }), (named, width) => {
      const files = named.map(([path, changed]) => fileWith(path, changed)).sort((a, b) => (a.path < b.path ? -1 : 1));
      const expected = withRepository(({ git, write }) => {
        for (const { path, before } of files) write(path, encode(before));
        git(['add', '.']);
        for (const { path, after } of files) write(path, encode(after));
        return git(['diff', `--stat=${width}`]).toString();
      });
      expect(statText(files, { width, quote: quotedName })).toBe(expected);
    }),
    { numRuns: 25, examples: [[[['aaaa/Dockerfile', 1]], 1]] },
  );
});

test('leaves out what does not change, and prints nothing for nothing', () => {
  const same = { path: 'same', before: 'EXPOSE 1\n', after: 'EXPOSE 1\n' };
  expect(statText([same])).toBe('');
  expect(statText([same, fileWith('a', 1)])).toBe(' a | 2 +-\n 1 file changed, 1 insertion(+), 1 deletion(-)\n');
});

test('a name cannot give orders to a terminal', () => {
  expect(statText([{ ...fileWith('a', 1), path: 'a\x1b]0;x\x07\n | 9' }])).toContain(' a\\x1b]0;x\\x07\\n | 9 | 2 +-');
});
