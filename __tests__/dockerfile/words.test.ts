// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles are written with such placeholders
import { findHeredocs } from '../../src/dockerfile/heredoc.ts';
import { decodeJsonString, decodeWord, readExecForm } from '../../src/dockerfile/words.ts';
import { MappedText } from '../../src/text/mapped-text.ts';

describe('a Dockerfile word', () => {
  test.each<readonly [written: string, value: string]>([
    ['80', '80'],
    ['"80"', '80'],
    ["'80'", '80'],
    ['a"b"\'c\'d', 'abcd'],
    ['"it\'s"', "it's"],
    ['\'say "80"\'', 'say "80"'],
    ['a\\ b', 'a b'],
    ['"a\\"b"', 'a"b'],
    ['"a\\nb"', 'a\\nb'],
    ['"\\$A \\\\"', '$A \\'],
    ["'a\\'", 'a\\'],
    ['a\\', 'a\\'],
    ['$A${B:-80}', '$A${B:-80}'],
  ])('%s', (written, value) => expect(decodeWord(MappedText.of(written), '\\').text).toBe(value));

  test('escapes with the character that the directive sets', () => {
    const decoded = (written: string) => decodeWord(MappedText.of(written), '`').text;
    expect([decoded('C:\\80'), decoded('a` b'), decoded('"a`"b"')]).toEqual(['C:\\80', 'a b', 'a"b']);
  });

  test('without anything to decode stays the text it is', () => {
    const text = MappedText.of('80', 5);
    expect(decodeWord(text, '\\')).toBe(text);
  });
});

describe('JSON', () => {
  test('strings decode as JSON does', () => {
    for (const inner of ['80', 'a\\"b', '\\\\', '\\/', '\\b\\f\\n\\r\\t', '\\u0038\\u00e4\\uD83D\\uDE00', 'ä😀'])
      expect(decodeJsonString(MappedText.of(inner)).text).toBe(JSON.parse(`"${inner}"`));
  });

  test('an array of strings is an exec form, anything else is not', () => {
    const strings = (text: string) => readExecForm(MappedText.of(text))?.map((string) => string.text);
    expect(strings(' ["a", "b\\"]\\"", ""] ')).toEqual(['a', 'b"]"', '']);
    for (const text of ['', '[80]', '["a",]', '[["a"]]', '{"a": "b"}', '"a"', '[null]'])
      expect(strings(text)).toBeUndefined();
  });
});

describe('heredoc marks', () => {
  test.each<readonly [line: string, names: readonly string[]]>([
    ['RUN <<EOF', ['EOF']],
    ['RUN <<EOF cat', ['EOF']],
    ['RUN a <<E && b <<F', ['E', 'F']],
    ['RUN <<E"O"F', ['EOF']],
    ['RUN <<', []],
    ['RUN "a" <<E', ['E']],
    ['RUN a "<<E', []],
    ['RUN a \\<<E', []],
    ['RUN $((1<<2))', []],
    ['CMD <<E', []],
    ['ADD <<E /a', ['E']],
    ['onbuild copy <<E /a', ['E']],
  ])('%s', (line, names) => expect(findHeredocs(line).map(({ name }) => name)).toEqual(names));
});
