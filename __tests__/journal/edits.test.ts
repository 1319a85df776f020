import fc from 'fast-check';

import { type ByteEdit, makeEdits, recordEdits, takeBackEdits } from '../../src/journal/edits.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

test('makes edits and takes them back', () => {
  const before = bytes('80 80\xff80');
  const edits = recordEdits(before, [
    { offset: 0, length: 2, text: '8080' },
    { offset: 6, length: 2, text: '1' },
    { offset: 8, length: 0, text: ':443' },
  ]);
  const after = bytes('8080 80\xff1:443');
  expect(edits[0]).toEqual({ offset: 0, old: '80', new: '8080' });
  expect(makeEdits(before, edits)).toEqual(after);
  expect(takeBackEdits(after, edits)).toEqual(before);
});

test('keeps bytes that are not UTF-8, through JSON too', () => {
  const before = bytes('a\xff\x00\xfeb');
  const edits = recordEdits(before, [{ offset: 1, length: 3, text: 'é' }]);
  const read: typeof edits = JSON.parse(JSON.stringify(edits));
  const after = Buffer.from('aéb');
  expect(makeEdits(before, read)).toEqual(after);
  expect(takeBackEdits(after, read)).toEqual(before);
});

test.each([
  ['another text', '90 80'],
  ['the end of the file', '8'],
])('makes no edit where there is %s', (_, content) => {
  const edits = [{ offset: 0, old: '80', new: '81' }];
  expect(makeEdits(bytes(content), edits)).toBeUndefined();
  expect(takeBackEdits(bytes(content), edits)).toBeUndefined();
});

test('makes no edits that overlap', () => {
  const edits = [
    { offset: 0, old: '80', new: '1' },
    { offset: 1, old: '0', new: '2' },
  ];
  expect(makeEdits(bytes('80'), edits)).toBeUndefined();
});

test('whatever is edited, taking back gives the bytes from before', () => {
  const piece = fc.record({
    kept: fc.uint8Array({ maxLength: 9 }),
    old: fc.uint8Array({ maxLength: 5 }),
    text: fc.string(),
  });
  fc.assert(
    fc.property(fc.array(piece), fc.uint8Array(), (pieces, rest) => {
      const before = Buffer.concat([...pieces.flatMap(({ kept, old }) => [kept, old]), rest]);
      const after = Buffer.concat([...pieces.flatMap(({ kept, text }) => [kept, Buffer.from(text)]), rest]);
      const edits: ByteEdit[] = [];
      let offset = 0;
      for (const { kept, old, text } of pieces) {
        edits.push({ offset: offset + kept.length, length: old.length, text });
        offset += kept.length + old.length;
      }
      const recorded = recordEdits(before, edits);
      expect(makeEdits(before, recorded)).toEqual(after);
      expect(takeBackEdits(after, recorded)).toEqual(before);
    }),
  );
});
