// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expansions are written like that
import fc from 'fast-check';
import { splitExpansions } from '../../src/languages/expansion.ts';
import { MappedText } from '../../src/text/mapped-text.ts';

/** Literals as they are, expansions as `<NAME>` or `<NAME|fallback>`. */
function inShort(text: string): string[] {
  return splitExpansions(MappedText.of(text)).map((part) => {
    if (part.kind === 'literal') return part.at.text;
    return part.fallback === undefined ? `<${part.name}>` : `<${part.name}|${part.fallback.text}>`;
  });
}

describe('variables in a text', () => {
  test.each<readonly [text: string, parts: readonly string[]]>([
    ['', []],
    ['8095', ['8095']],
    ['$PORT', ['<PORT>']],
    ['${PORT}', ['<PORT>']],
    ['a$PORT/b', ['a', '<PORT>', '/b']],
    ['$A$B', ['<A>', '<B>']],
    ['$A_1-x', ['<A_1>', '-x']],
    ['${PORT:-8095}', ['<PORT|8095>']],
    ['${PORT-8095}', ['<PORT|8095>']],
    ['${PORT:=8095}', ['<PORT|8095>']],
    ['${PORT=8095}', ['<PORT|8095>']],
    ['${PORT:-}', ['<PORT|>']],
    ['${PORT:+8095}', ['<PORT>']],
    ['${PORT:?8095}', ['<PORT>']],
    ['${A:-${B:-8095}}', ['<A|${B:-8095}>']],
    ['${PORT%%:*}', ['<PORT>']],
    ['${PORT#8}', ['<PORT>']],
    ['$', ['$']],
    ['$5', ['$5']],
    ['$$', ['$$']],
    ['$(cat p)', ['$(cat p)']],
    ['${', ['${']],
    ['${PORT', ['${PORT']],
    ['100$ ${A}', ['100$ ', '<A>']],
    ['%PORT%', ['%PORT%']],
  ])('%s', (text, parts) => expect(inShort(text)).toEqual(parts));

  test('parts are the text again, one behind the other, and know their places', () => {
    const piece = fc.constantFrom('$', '{', '}', ':-', '=', 'PORT', '8095', '_', ' ', '$P', '${P:-80}', '\n', '+');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const parts = splitExpansions(MappedText.of(text));
        expect(parts.map(({ at }) => at.text).join('')).toBe(text);
        let end = 0;
        for (const { at } of parts) {
          expect(at.toSource()).toEqual({ start: end, end: end + at.length });
          end += at.length;
        }
        for (const part of parts) {
          if (part.kind === 'literal' || part.fallback === undefined) continue;
          const place = part.fallback.toSource();
          expect(text.slice(place?.start, place?.end)).toBe(part.fallback.text);
        }
      }),
    );
  });
});
