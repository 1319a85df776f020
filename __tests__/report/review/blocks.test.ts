import { CLOSE, OPEN, reviewBlocks } from '../../../src/report/review/blocks.ts';
import { marksOf, type ReviewMark } from '../../../src/report/review/marks.ts';
import { type PlanRequest, plan } from '../../support/plan.ts';

function marksIn(text: string, request: PlanRequest = {}): ReviewMark[] {
  return marksOf({ ...plan(text, request), services: ['app'] }, new Map());
}

/** Blocks as texts, `<` and `>` around marks. */
function shown(text: string, context: number, marks = marksIn(text)): string[][] {
  const readable = (line: string): string => line.replaceAll(OPEN, '<').replaceAll(CLOSE, '>');
  return reviewBlocks(text, marks, context).map((block) =>
    block.map(({ number, before, after }) =>
      before === after ? `${number} ${readable(before)}` : `${number} ${readable(before)} | ${readable(after)}`,
    ),
  );
}

test('lines around what changes and around what is for review; blocks that touch are one', () => {
  const text =
    'FROM a\nUSER 1\nEXPOSE 8095\nUSER 2\nUSER 3\nRUN tool 8095\nUSER 4\nUSER 5\nUSER 6\nCMD a --port 8095\n';
  expect(shown(text, 1)).toEqual([
    ['2 USER 1', '3 EXPOSE <8095> | EXPOSE <8096>', '4 USER 2', '5 USER 3', '6 RUN tool <8095>', '7 USER 4'],
    ['9 USER 6', '10 CMD a --port <8095> | CMD a --port <8096>'],
  ]);
  expect(shown(text, 0)).toEqual([
    ['3 EXPOSE <8095> | EXPOSE <8096>'],
    ['6 RUN tool <8095>'],
    ['10 CMD a --port <8095> | CMD a --port <8096>'],
  ]);
});

test('several marks of a line, and a port that is inserted', () => {
  const text = 'FROM a\nEXPOSE 80 443\nHEALTHCHECK CMD curl http://localhost/ https://localhost:443/';
  const marks = marksIn(text, { ports: { 80: 8080, 443: 8443 } });
  expect(shown(text, 0, marks)).toEqual([
    [
      '2 EXPOSE <80> <443> | EXPOSE <8080> <8443>',
      '3 HEALTHCHECK CMD curl http://localhost<>/ https://localhost:<443>/ | HEALTHCHECK CMD curl http://localhost<:8080>/ https://localhost:<8443>/',
    ],
  ]);
});

test('what does not print is spelled out, and so are the characters that stand for marks', () => {
  const text = 'FROM a\r\nEXPOSE 8095 # \x1b[31m \u202e \ue000 \udcff\r\n';
  expect(shown(text, 0)).toEqual([
    ['2 EXPOSE <8095> # \\x1b[31m \\u202e \\ue000 \\xff | EXPOSE <8096> # \\x1b[31m \\u202e \\ue000 \\xff'],
  ]);
});

test('a mark within another has its note, and no place of its own in the text', () => {
  const text = 'FROM a\nEXPOSE 8095\n';
  const [mark] = marksIn(text);
  if (mark === undefined) throw new Error('one edit is planned');
  const inner = { ...mark, kind: 'review', span: { start: mark.span.start + 1, end: mark.span.end } } as const;
  const [[line] = []] = reviewBlocks(text, [mark, inner], 0);
  expect(line?.marked).toEqual([mark]);
  expect(line?.marks).toEqual([mark, inner]);
});

test('a file without marks has no blocks', () => {
  expect(reviewBlocks('FROM a\n', [], 3)).toEqual([]);
});
