// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are those of the shell
import fc from 'fast-check';
import { SCRIPT_LANGUAGES } from '../../src/languages/code/script-syntax.ts';
import { findInJavaScript } from '../../src/languages/javascript.ts';
import { findInPython } from '../../src/languages/python.ts';
import { findInScript } from '../../src/languages/scripts.ts';
import type { Finding } from '../../src/occurrence.ts';
import { MappedText } from '../../src/text/mapped-text.ts';

const READERS: [name: string, find: (code: MappedText) => Finding[]][] = [
  ['python', (code) => findInPython(code)],
  ['javascript', (code) => findInJavaScript(code)],
  ...SCRIPT_LANGUAGES.map((language): [string, (code: MappedText) => Finding[]] => [
    language,
    (code) => findInScript(code, language),
  ]),
];

/** Pieces that make sense in some language, and their delimiters, in any order. */
const PIECES = [
  ...'()[]{}\'"`,;:.+-=<>|?%$#/\\ \n\t',
  ...[
    '8095',
    '80',
    'port',
    'host',
    'localhost',
    'http://localhost:8095/',
    '${PORT:-80}',
    '$PORT',
    '#{',
    '${',
    '=>',
    '->',
  ],
  ...[
    'connect',
    'listen',
    'new ',
    'for ',
    ' in ',
    'if ',
    ' or ',
    'f"',
    "r'",
    's/',
    'qw(',
    '%w[',
    '--[[',
    '/*',
    '//',
    '\uFFFC',
  ],
  ...[
    'os.environ',
    'process.env.PORT',
    '$ENV{PORT}',
    'ENV.fetch',
    'require(',
    'import ',
    'lambda ',
    '...',
    '?.',
    '::',
    '\r\n',
  ],
];

const mutated = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
const anything = fc.string({ unit: 'binary', maxLength: 200 });

/** What every finding must be, whatever the code. */
function check(code: string, findings: readonly Finding[]): void {
  for (const finding of findings) {
    if (finding.kind !== 'port') continue;
    expect(finding.port).toBeGreaterThanOrEqual(1);
    expect(finding.port).toBeLessThanOrEqual(65535);
    if (finding.implicit !== undefined) continue;
    expect(finding.at.text).toMatch(/^\d+$/);
    expect(Number(finding.at.text)).toBe(finding.port);
    const source = finding.at.toSource();
    if (source !== undefined) expect(code.slice(source.start, source.end)).toBe(finding.at.text);
  }
  const places = findings.flatMap(({ kind, at }) =>
    kind === 'variable' ? [] : [`${at.sourceOffset(0)}+${at.length}`],
  );
  expect(new Set(places).size).toBe(places.length);
}

describe.each(READERS)('%s', (_name, find) => {
  test('reads whatever there is, and says where it stands', () => {
    fc.assert(
      fc.property(fc.oneof(mutated, anything), (code) => {
        check(code, find(MappedText.of(code)));
      }),
      { numRuns: 300 },
    );
  });

  test('reads code that is nested very deeply', () => {
    for (const code of [
      '('.repeat(20_000),
      '['.repeat(20_000),
      '{'.repeat(20_000),
      '-'.repeat(20_000),
      'a.'.repeat(20_000),
    ]) {
      expect(() => find(MappedText.of(code))).not.toThrow();
    }
    const nested = `${'f('.repeat(20_000)}'http://localhost:8095/'${')'.repeat(20_000)}`;
    expect(find(MappedText.of(nested)).map(({ at }) => at.text)).toContain('8095');
  });

  test('comes to an end with names that stand for each other', () => {
    const names = Array.from({ length: 30 }, (_, index) => `a${index}`);
    const code = names.map((name) => `${name} = ${names.map((other) => `${other} + ${other}`).join(' + ')}`).join(';');
    expect(find(MappedText.of(`${code}; connect(a0)`))).toEqual([]);
  });
});
