import fc from 'fast-check';
import { encode } from '../../src/files/encoding.ts';
import { type FileChange, quotedName, unifiedDiff } from '../../src/report/diff.ts';
import { withRepository } from './git.ts';

function diffText(before: string, after: string, context?: number): string {
  return new TextDecoder().decode(unifiedDiff({ path: 'Dockerfile', before, after }, context));
}

/** What the files of `changes` are after `git apply` of their diffs put together. */
function applied(changes: readonly FileChange[], context: number): Buffer[] {
  return withRepository(({ git, write, read }) => {
    for (const { path, before } of changes) write(path, encode(before));
    const patch = Buffer.concat(changes.map((change) => unifiedDiff(change, context)));
    if (patch.length > 0) git(['apply', ...(context === 0 ? ['--unidiff-zero'] : []), '-'], patch);
    return changes.map(({ path }) => read(path));
  });
}

function expectApplies(changes: readonly FileChange[], context: number): void {
  const results = applied(changes, context);
  for (const [index, { after }] of changes.entries()) {
    expect(results[index]?.equals(encode(after))).toBe(true);
  }
}

const NAME_PIECES = [
  'a',
  'Dockerfile',
  ' ',
  '"',
  "'",
  '\\',
  '\n',
  '\t',
  '\x01',
  '\x7f',
  '-',
  'é',
  '日本',
  '😀',
  '$',
  '%',
  '*',
  '.',
  '\u2028',
  'a/',
];
const name = fc
  .array(fc.constantFrom(...NAME_PIECES), { minLength: 1, maxLength: 8 })
  .map((pieces) =>
    pieces
      .join('')
      .replace(/^[./]+|[./]+$/g, '')
      .replace(/[./]*\/[./]*/g, '/'),
  )
  .filter((path) => path !== '');

const LINE_ENDS = ['\n', '\n', '\n', '\r\n', '\r', '\n\n'];
const LINE_PIECES = [
  'EXPOSE ',
  '8095',
  ' ',
  '\t',
  'é',
  '日本',
  '😀',
  '\udc80',
  '\udcff',
  '\ufeff',
  '\f',
  '\v',
  '\u2028',
  '\u0085',
  '\0',
  '\\',
  '-',
  '+',
  '@@ -1 +1 @@',
  '\\ No newline',
  'diff --git a/x b/x',
  'x'.repeat(5000),
];
const text = fc
  .tuple(
    fc.constantFrom('', '\ufeff'),
    fc.array(fc.tuple(fc.array(fc.constantFrom(...LINE_PIECES), { maxLength: 4 }), fc.constantFrom(...LINE_ENDS)), {
      maxLength: 30,
    }),
    fc.array(fc.constantFrom(...LINE_PIECES), { maxLength: 3 }),
  )
  .map(([mark, lines, last]) => mark + lines.map(([pieces, end]) => pieces.join('') + end).join('') + last.join(''));

/** A text, and the text with some of its ports moved. */
const edited = fc
  .tuple(text, fc.infiniteStream(fc.constantFrom('8095', '8095', '8096', '18095', '80', '8095:8080')))
  .map(([before, replacements]) => ({
    before,
    after: before.replace(/8095/g, () => replacements.next().value ?? '8095'),
  }));

const context = fc.constantFrom(0, 1, 2, 3, 10);

/** Files with names of their own that are no folders of one another. */
function inOwnPlaces(names: readonly string[]): string[] {
  return names.map((path, index) =>
    (index % 2 === 0 ? `${path}${index}` : `folder ${index}/${path}`).replaceAll('/', `${index}/`),
  );
}

test('git apply makes of a file exactly the edited bytes', () => {
  const files = fc.array(fc.tuple(name, edited), { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(files, context, (entries, lines) => {
      const paths = inOwnPlaces(entries.map(([path]) => path));
      expectApplies(
        entries.map(([, change], index) => ({ path: paths[index] ?? '', ...change })),
        lines,
      );
    }),
    { numRuns: 40 },
  );
});

test('git apply makes of a file exactly the new bytes when its lines changed in number', () => {
  const files = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(files, context, (entries, lines) => {
      const changes = entries.map(([before, after], index) => ({ path: `Dockerfile.${index}`, before, after }));
      expectApplies(
        changes.filter(({ before, after }) => before !== '' && after !== ''),
        lines,
      );
    }),
    { numRuns: 25 },
  );
});

test('a change shows three lines around it', () => {
  const before = 'a\nb\nc\nd\nEXPOSE 80\ne\nf\ng\nh\n';
  expect(diffText(before, before.replace('80', '8080'))).toBe(
    [
      'diff --git a/Dockerfile b/Dockerfile',
      '--- a/Dockerfile',
      '+++ b/Dockerfile',
      '@@ -2,7 +2,7 @@',
      ' b',
      ' c',
      ' d',
      '-EXPOSE 80',
      '+EXPOSE 8080',
      ' e',
      ' f',
      ' g',
      '',
    ].join('\n'),
  );
});

test('neighbouring changes stand together, removed lines first', () => {
  const before = 'EXPOSE 1\nEXPOSE 2\nEXPOSE 3\nEXPOSE 4\n';
  expect(diffText(before, before.replace('1', '11').replace('2', '22').replace('4', '44'))).toContain(
    '@@ -1,4 +1,4 @@\n-EXPOSE 1\n-EXPOSE 2\n+EXPOSE 11\n+EXPOSE 22\n EXPOSE 3\n-EXPOSE 4\n+EXPOSE 44\n',
  );
});

test.each([
  [5, 1],
  [6, 1],
  [7, 2],
])('changes with %i lines between them make %i hunks', (between, hunks) => {
  const before = `EXPOSE 1\n${'x\n'.repeat(between)}EXPOSE 2\n`;
  const text = diffText(before, before.replace('1', '3').replace('2', '4'));
  expect(text.match(/^@@/gm)).toHaveLength(hunks);
});

test('without context only the changed lines are there', () => {
  expect(diffText('a\nEXPOSE 1\nb\n', 'a\nEXPOSE 2\nb\n', 0)).toMatch(/\n@@ -2,1 \+2,1 @@\n-EXPOSE 1\n\+EXPOSE 2\n$/);
});

test('an empty first line is context like any other', () => {
  expect(diffText('\nEXPOSE 1\n', '\nEXPOSE 2\n')).toMatch(/\n@@ -1,2 \+1,2 @@\n \n-EXPOSE 1\n\+EXPOSE 2\n$/);
});

test('a missing line feed at the end is said of both versions, or of the context', () => {
  expect(diffText('EXPOSE 1', 'EXPOSE 2')).toMatch(
    /\n-EXPOSE 1\n\\ No newline at end of file\n\+EXPOSE 2\n\\ No newline at end of file\n$/,
  );
  expect(diffText('EXPOSE 1\nUSER x', 'EXPOSE 2\nUSER x')).toMatch(/\n USER x\n\\ No newline at end of file\n$/);
});

test('bytes that are not UTF-8 are in the diff as they are', () => {
  const diff = unifiedDiff({ path: 'Dockerfile', before: '# \udce9 80\n', after: '# \udce9 81\n' });
  expect(Buffer.from(diff).toString('latin1')).toMatch(/-# \xe9 80\n\+# \xe9 81\n$/);
});

test('the same text has no diff', () => {
  expect(diffText('EXPOSE 1\n', 'EXPOSE 1\n')).toBe('');
  expect(diffText('', '')).toBe('');
});

test.each([
  'Dockerfile',
  'with blank/Docker file',
  '-n',
  'Dockerfile.é',
  'quote"d',
  'back\\slash',
  'tab\there',
  'line\nfeed and blank',
  'bell\x07\x08\x0b\x0c\r\x01\x7f',
  "apostrophe's",
])('headers and hunks are those of git for %j', (path) => {
  const before = `FROM scratch\n${'# line\n'.repeat(9)}EXPOSE 80\nUSER 1`;
  const after = before.replace('80', '8080');
  const ofGit = withRepository(({ git, write }) => {
    write(path, encode(before));
    git(['add', '--all']);
    write(path, encode(after));
    return git(['diff']).toString();
  });
  const comparable = ofGit.replace(/^index .*\n/m, '').replace(/^(@@ .* @@).*$/gm, '$1');
  expect(new TextDecoder().decode(unifiedDiff({ path, before, after }))).toBe(comparable);
});

test('an absolute path stands below a/ and b/', () => {
  const diff = unifiedDiff({ path: '/srv/Dockerfile', before: '1\n', after: '2\n' });
  expect(new TextDecoder().decode(diff)).toMatch(/^diff --git a\/srv\/Dockerfile b\/srv\/Dockerfile\n/);
});

test('a name with bytes that are not UTF-8 is quoted byte by byte', () => {
  expect(quotedName('a/\udcff"x')).toBe('"a/\\377\\"x"');
});
