import fc from 'fast-check';
import { readPlainYaml } from '../../src/mapping/read-plain-yaml.ts';
import { readYaml } from '../../src/mapping/read-yaml.ts';

/** Pieces that make and break documents when they are put one behind the other. */
const PIECES = [
  ...[
    'a: ',
    'b:',
    '- ',
    '-',
    ': ',
    ':',
    ', ',
    ',',
    '{',
    '}',
    '[',
    ']',
    '{ ',
    ' }',
    '"',
    "'",
    '"a"',
    "'b c'",
    '""',
    "''",
  ],
  ...[
    '\n',
    '\n  ',
    '\n    ',
    '\n\n',
    '\r\n',
    '\t',
    ' ',
    '  ',
    '# c',
    ' # c',
    '#',
    '8095',
    '8095: 8096',
    '1-2',
    '"8095/tcp"',
  ],
  ...[
    'a',
    'b c',
    'a/b',
    './a',
    '../a',
    '...',
    '---',
    '.',
    '*',
    '&a ',
    '*a',
    '!t ',
    '|',
    '>',
    '?',
    '? ',
    '%',
    '@',
    '`',
    '~',
    'null',
  ],
  ...[
    'true',
    '0x1F',
    '-5',
    '1.5',
    '<<: ',
    'ü',
    '\\',
    '\\n',
    '\u0000',
    '\u2028',
    '\u0085',
    "it's",
    'a:b',
    'a#b',
    'a: b: c',
  ],
];

const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''));

const scalar = fc.constantFrom(
  '8095',
  'a',
  'b/c d',
  '"x y"',
  "'z: #'",
  'true',
  'null',
  '9000-9003',
  '0x10',
  'a*b',
  '1.5',
);
const key = fc.constantFrom('a', 'b c', '8095', '"8095/tcp"', "'q'", 'true', '9000-9003', 'a.b');
const end = fc.constantFrom('', ' ', ' # comment', '\n', '\n   # comment', '\r');

/** A scalar, or a list or map in brackets whose items are apart by `gap`. */
const flow = (depth: number, gap: string): fc.Arbitrary<string> => {
  if (depth === 0) return scalar;
  const value = flow(depth - 1, gap);
  const list = fc.array(value, { maxLength: 3 }).map((items) => `[${gap}${items.join(`,${gap}`)}]`);
  const pair = fc.tuple(key, value).map(([name, item]) => `${name}: ${item}`);
  const map = fc.array(pair, { maxLength: 3 }).map((pairs) => `{${gap}${pairs.join(`,${gap}`)}${gap}}`);
  return fc.oneof(scalar, list, map);
};
const inlineValue = flow(2, ' ');

/** A block map whose values are inline, nested maps, or lists at either indentation. */
const block = (depth: number, indent: string): fc.Arbitrary<string> => {
  const inline = fc.tuple(key, inlineValue, end).map(([name, value, tail]) => `${indent}${name}: ${value}${tail}\n`);
  const empty = fc.tuple(key, end).map(([name, tail]) => `${indent}${name}:${tail}\n`);
  const list = fc
    .tuple(key, fc.array(fc.tuple(inlineValue, end), { minLength: 1, maxLength: 3 }), fc.constantFrom('', '  '))
    .map(
      ([name, items, more]) =>
        `${indent}${name}:\n${items.map((item) => `${indent}${more}- ${item.join('')}\n`).join('')}`,
    );
  const options = [inline, empty, list];
  if (depth > 0)
    options.push(fc.tuple(key, block(depth - 1, `${indent}  `)).map(([name, body]) => `${indent}${name}:\n${body}`));
  return fc.array(fc.oneof(...options), { minLength: 1, maxLength: 3 }).map((entries) => entries.join(''));
};

const document = fc.oneof(block(2, ''), flow(3, '\n  '), flow(3, '\n\t'));
const mutated = fc
  .tuple(document, fc.constantFrom(...PIECES), fc.nat(), fc.nat(3))
  .map(([text, piece, at, removed]) => {
    const start = at % (text.length + 1);
    return text.slice(0, start) + piece + text.slice(start + removed);
  });

/** Fails unless the plain reader gives up or agrees with the full one. */
function compare(text: string, json: boolean): boolean {
  const tree = readPlainYaml(text, json);
  if (tree === undefined) return false;
  expect({ tree, problems: [] }).toEqual(readYaml(text, json));
  return true;
}

describe('the plain reader agrees with the full one', () => {
  test('on documents, and reads most of those that are in its reach', () => {
    let read = 0;
    fc.assert(
      fc.property(block(2, ''), (text) => {
        if (compare(text, false)) read++;
      }),
      { numRuns: 1000 },
    );
    expect(read).toBeGreaterThan(500);
  });

  test('on documents with something odd in them', () => {
    fc.assert(
      fc.property(mutated, fc.boolean(), (text, json) => void compare(text, json)),
      { numRuns: 10_000 },
    );
  });

  test('on what may be no document at all', () => {
    fc.assert(
      fc.property(soup, fc.boolean(), (text, json) => void compare(text, json)),
      { numRuns: 10_000 },
    );
  });

  test('on JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(0, 2, '\t'), (value, indent) => {
        compare(JSON.stringify(value, undefined, indent), true);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    'services:\n  a:\n    dockerfile: a/Dockerfile # yes\n    hosts: [a, "b"]\n    ports: { 8095: 8096 }\n  b:\n    dockerfile:\n    - x\n    - y\n',
    '{\n\t"services": {\n\t\t"a": { "dockerfile": "a/*/Dockerfile", "ports": {"8095":8096} }\n\t}\n}\n',
    'services:\r\n  a:\r\n    dockerfile: services/*/Dockerfile\r\n    ports: {}\r\n',
  ])('on what programs write, which it reads: %j', (text) => {
    expect(compare(text, text.startsWith('{'))).toBe(true);
  });
});
