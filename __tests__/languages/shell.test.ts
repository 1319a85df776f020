// biome-ignore-all lint/suspicious/noTemplateCurlyInString: shell scripts are written with such expansions
import fc from 'fast-check';
import { readShell, type ShellCommand } from '../../src/languages/shell.ts';
import { MappedText } from '../../src/text/mapped-text.ts';

const OPAQUE = '\uFFFC';

/** The words of each command, with assignments before and redirects and input behind them. */
function commandsOf(script: string): string[][] {
  return readShell(MappedText.of(script)).map(inShort);
}

function inShort({ words, assignments, redirects, input }: ShellCommand): string[] {
  return [
    ...assignments.map(({ name, value }) => `${name}:=${value.text}`),
    ...words.map(({ text }) => text),
    ...redirects.map(({ operator, target }) => `${operator} ${target.text}`),
    ...input.map(({ text }) => `<< ${text}`),
  ];
}

describe('words', () => {
  test.each<readonly [script: string, words: readonly string[]]>([
    ['curl localhost:80', ['curl', 'localhost:80']],
    ['a  b\t c', ['a', 'b', 'c']],
    ['a \'b c\' "d e" f\\ g', ['a', 'b c', 'd e', 'f g']],
    ['a b"c"\'d\'e', ['a', 'bcde']],
    ['a "b\\"c" "\\$d" "\\e"', ['a', 'b"c', '$d', '\\e']],
    ["a 'b\\'", ['a', 'b\\']],
    ["a $'b\\tc\\x38\\060'", ['a', 'b\tc80']],
    ['a "" \'\'', ['a', '', '']],
    ['a $PORT "${PORT:-80}"', ['a', '$PORT', '${PORT:-80}']],
    ["a '$PORT'", ['a', '$PORT']],
    ['a $(cat /port) b', ['a', OPAQUE, 'b']],
    ['a http://$(hostname):80/', ['a', 'http://$HOSTNAME:80/']],
    ['a `hostname -i`:80', ['a', '$HOSTNAME:80']],
    ['a $((80 + 1))', ['a', OPAQUE]],
    ['a --port=80 --name="b c"', ['a', '--port=80', '--name=b c']],
    ['a PORT=80 X="b c"', ['a', 'PORT=80', 'X=b c']],
    ['a b # c 80', ['a', 'b']],
    ['a b#c', ['a', 'b#c']],
    ['a {80,81} *.txt ~', ['a', '{80,81}', '*.txt', '~']],
    ['a b \\\n c', ['a', 'b', 'c']],
    ['a "b \\\nc"', ['a', 'b c']],
  ])('%s', (script, words) => expect(commandsOf(script)[0]).toEqual(words));
});

describe('commands', () => {
  test.each<readonly [script: string, commands: readonly (readonly string[])[]]>([
    ['a && b || c; d & e', [['a'], ['b'], ['c'], ['d'], ['e']]],
    ['a\nb\r\nc', [['a'], ['b\r'], ['c']]],
    ['a | b | c', [['a'], ['b'], ['c']]],
    ['(a; b) && { c; d; }', [['a'], ['b'], ['c'], ['d']]],
    ['if a; then b; elif c; then d; else e; fi', [['a'], ['b'], ['c'], ['d'], ['e']]],
    ['while a; do b; done', [['a'], ['b']]],
    ['until a; do b; done', [['a'], ['b']]],
    [
      'for p in 80 81; do a $p; done',
      [
        ['for', 'p', '80', '81'],
        ['a', '$p'],
      ],
    ],
    ['case $p in 80|81) a;; *) b;; esac', [['case', '$p', '80', '81', '*'], ['a'], ['b']]],
    ['f() { a 80; }; f', [['a', '80'], ['f']]],
    ['[[ $p == 80 ]] && a', [['test', '$p', '80'], ['a']]],
    ['[[ -n $p ]]', [['test', '$p']]],
    ['[ "$p" = 80 ]', [['[', '$p', '=', '80', ']']]],
    ['! a', [['a']]],
    [
      'a $(b 80) "$(c 81)" `d 82`',
      [
        ['a', OPAQUE, OPAQUE, OPAQUE],
        ['b', '80'],
        ['c', '81'],
        ['d', '82'],
      ],
    ],
    ['A=1 B="2 3" a', [['A:=1', 'B:=2 3', 'a']]],
    ['PORT=80', [['PORT:=80']]],
    ['A=$(b 80)', [[`A:=${OPAQUE}`], ['b', '80']]],
    ['export PORT=80', [['export', 'PORT=80']]],
    ['a > b 2>&1 < c', [['a', '> b', '>& 1', '< c']]],
    ['exec 3<>/dev/tcp/localhost/80', [['exec', '<> /dev/tcp/localhost/80']]],
    [
      '(a; b) > c',
      [
        ['a', '> c'],
        ['b', '> c'],
      ],
    ],
    ['a <<< "b 80"', [['a', '<< b 80']]],
    ['a <<E\nb 80\nE\nc', [['a', '<< b 80\n'], ['c']]],
    ["a <<'E' | b\nc\nE\n", [['a', '<< c\n'], ['b']]],
    ['', []],
    ['# 80', []],
  ])('%s', (script, commands) => expect(commandsOf(script)).toEqual(commands));
});

describe('pipelines', () => {
  /** `a>b` for each command whose output another one reads. */
  function pipes(script: string): string[] {
    return readShell(MappedText.of(script)).flatMap(({ words, pipedInto }) =>
      pipedInto === undefined ? [] : [`${words[0]?.text}>${pipedInto.words[0]?.text}`],
    );
  }

  test.each<readonly [script: string, pipes: readonly string[]]>([
    ['a | b | c', ['a>b', 'b>c']],
    ['a && b | c', ['b>c']],
    ['(a; b) | c', ['a>c', 'b>c']],
    ['{ a; b; } | c', ['a>c', 'b>c']],
    ['if x; then a; fi | c', ['x>c', 'a>c']],
    ['for x in 1; do a; done | c', ['a>c']],
    ['a $(b) | c', ['a>c']],
    ['a; b', []],
  ])('%s', (script, expected) => expect(pipes(script).toSorted()).toEqual(expected.toSorted()));
});

describe('places', () => {
  test.each<readonly [script: string, digits: string, at: number | undefined]>([
    ['curl "http://localhost:8095/"', '8095', 23],
    ['a --port="8095"', '8095', 10],
    ["a $'x\\t8095'", '8095', 7],
    ['a "$(b)8095"', '8095', 7],
    ['a 80\\95', '8095', undefined],
    ['a 80""95', '8095', undefined],
    ['a "80"\'95\'', '8095', undefined],
  ])('%s', (script, digits, at) => {
    const word = readShell(MappedText.of(script))[0]?.words.findLast(({ text }) => text.includes(digits));
    const start = word?.text.indexOf(digits) ?? 0;
    const source = word?.toSource({ start, end: start + digits.length });
    expect(source).toEqual(at === undefined ? undefined : { start: at, end: at + digits.length });
  });

  test('reading never throws, and what is verbatim is what the script has there', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        '8095',
        ' ',
        '"',
        "'",
        '$',
        '(',
        ')',
        '`',
        '\\',
        '{',
        '}',
        '|',
        '&',
        ';',
        '<',
        '>',
        '<<E',
        '\n',
        'E',
        '#',
        '=',
      ],
      ...[
        'if',
        'then',
        'fi',
        'for x in',
        'do',
        'done',
        'case',
        'esac',
        '[[',
        ']]',
        '$((',
        '))',
        '${P:-',
        '!',
        "$'",
        '😀',
        '\u0000',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 16 }), (pieces) => {
        const script = pieces.join('');
        for (const command of readShell(MappedText.of(script))) {
          const texts = [...command.words, ...command.input, ...command.redirects.map(({ target }) => target)];
          for (const text of texts) {
            const source = text.toSource();
            if (source !== undefined) expect(script.slice(source.start, source.end)).toBe(text.text);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });
});
