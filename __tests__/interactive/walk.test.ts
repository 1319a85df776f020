import fc from 'fast-check';
import { type WalkHunk, walkHunks } from '../../src/interactive/items.ts';
import {
  answerWalk,
  chosenItems,
  openHunk,
  progressOf,
  startWalk,
  type WalkAnswer,
  type WalkState,
  withThreshold,
} from '../../src/interactive/walk.ts';
import { planned } from './files.ts';

const files = [
  planned('a/Dockerfile'),
  planned('b/Dockerfile', 'FROM a\nENV PORT=8095\nEXPOSE 8095 9000\n', { ports: { 8095: 8096, 9000: 9001 } }),
];
const hunks = walkHunks(files, 3);

/** `a:2,3` for lines 2 and 3 of the first file. */
const placesOf = (items: WalkHunk['items']): string[] => items.map(({ file, line }) => `${'ab'[file]}:${line}`);
const asked = (state: WalkState): string[] => placesOf(openHunk(state)?.items ?? []);
const chosen = (state: WalkState): string[] => placesOf(chosenItems(state));
const after = (...answers: WalkAnswer[]): WalkState => answers.reduce(answerWalk, startWalk(hunks));

test('asks about changes that are close together at once, and about what is only possible alone', () => {
  expect(hunks.map(({ items }) => placesOf(items))).toEqual([
    ['a:2', 'a:3'],
    ['a:13'],
    ['a:14'],
    ['a:15'],
    ['b:2', 'b:3', 'b:3'],
  ]);
  expect(hunks.map(({ items }) => items[0]?.planned)).toEqual([true, true, false, false, true]);
});

test('less context asks about less at once', () => {
  expect(walkHunks([planned('a/Dockerfile', 'FROM a\nENV PORT=8095\nUSER a\nEXPOSE 8095\n')], 0)).toHaveLength(2);
  expect(walkHunks([planned('a/Dockerfile', 'FROM a\nENV PORT=8095\nUSER a\nEXPOSE 8095\n')], 1)).toHaveLength(1);
});

test('what is probable is asked about alone where only the exact is rewritten', () => {
  const text = 'FROM a\nENV PORT=8095\nEXPOSE 8095\n';
  const [first, second] = walkHunks([planned('a/Dockerfile', text, { certainty: 'exact' })], 3);
  expect([first, second].map((hunk) => hunk?.items.map(({ line, planned: is }) => [line, is]))).toEqual([
    [[2, false]],
    [[3, true]],
  ]);
});

test('a file with errors is not asked about', () => {
  const collision = planned('a/Dockerfile', 'FROM a\nEXPOSE 8095 8096\n');
  expect(collision.diagnostics.map(({ severity }) => severity)).toContain('error');
  expect(walkHunks([collision], 3)).toEqual([]);
});

test('yes and no go on to the next', () => {
  expect(asked(after())).toEqual(['a:2', 'a:3']);
  expect(asked(after('yes'))).toEqual(['a:13']);
  expect(asked(after('yes', 'no'))).toEqual(['a:14']);
  expect(chosen(after('yes', 'no', 'yes', 'no', 'no'))).toEqual(['a:2', 'a:3', 'a:14']);
  expect(openHunk(after('yes', 'no', 'yes', 'no', 'no'))).toBeUndefined();
});

test('all in this file takes what is planned there, and still asks about the rest', () => {
  const state = after('no', 'file');
  expect(chosen(state)).toEqual(['a:13']);
  expect(asked(state)).toEqual(['a:14']);
  expect(chosen(after('file'))).toEqual(['a:2', 'a:3', 'a:13']);
  expect(chosen(after('no', 'no', 'file'))).toEqual(['a:14']);
});

test('none in this file leaves what is open there, not what is answered', () => {
  const state = after('yes', 'none-in-file');
  expect(chosen(state)).toEqual(['a:2', 'a:3']);
  expect(asked(state)).toEqual(['b:2', 'b:3', 'b:3']);
});

test('all of this port takes what is planned of it in all files, and asks about other ports', () => {
  const state = after('port');
  expect(chosen(state)).toEqual(['a:2', 'a:3', 'a:13', 'b:2', 'b:3']);
  expect(asked(state)).toEqual(['a:14']);
  expect(asked(answerWalk(state, 'none-in-file'))).toEqual(['b:3']);
});

test('split asks one by one', () => {
  const state = after('split');
  expect(asked(state)).toEqual(['a:2']);
  expect(progressOf(state)).toEqual({ done: 0, total: 6 });
  expect(chosen(answerWalk(answerWalk(state, 'no'), 'yes'))).toEqual(['a:3']);
});

test('quit keeps what was chosen and leaves the rest', () => {
  const state = after('yes', 'quit');
  expect(openHunk(state)).toBeUndefined();
  expect(chosen(state)).toEqual(['a:2', 'a:3']);
  expect(answerWalk(state, 'yes')).toBe(state);
});

test('back takes the last answer back, whatever it was', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom<WalkAnswer>('yes', 'no', 'file', 'none-in-file', 'port', 'split')),
      fc.constantFrom<WalkAnswer>('yes', 'no', 'file', 'none-in-file', 'port', 'split', 'quit'),
      (answers, last) => {
        const state = after(...answers);
        if (openHunk(state) !== undefined) expect(answerWalk(answerWalk(state, last), 'back')).toBe(state);
      },
    ),
  );
  expect(answerWalk(after(), 'back')).toEqual(after());
});

test('what is less certain than the threshold is not asked about, and left', () => {
  const exact = withThreshold(startWalk(hunks), 'exact');
  expect(asked(exact)).toEqual(['a:3']);
  expect(progressOf(exact)).toEqual({ done: 0, total: 3 });
  expect(chosen(answerWalk(exact, 'port'))).toEqual(['a:3', 'a:13', 'b:3']);
  const probable = withThreshold(after('yes', 'yes'), 'probable');
  expect(asked(probable)).toEqual(['b:2', 'b:3', 'b:3']);
  expect(asked(withThreshold(probable, 'possible'))).toEqual(['a:14']);
  expect(answerWalk(probable, 'back')).toEqual(after('yes', 'yes'));
});

test('every walk ends, with each change answered at most once', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.constantFrom<WalkAnswer>('yes', 'no', 'file', 'port', 'split')), (answers) => {
      let state = startWalk(hunks);
      let steps = 0;
      for (const answer of answers) {
        if (openHunk(state) === undefined) break;
        // Splitting what is one already changes nothing.
        state = answerWalk(state, answer === 'split' && openHunk(state)?.items.length === 1 ? 'yes' : answer);
        expect(++steps).toBeLessThan(20);
      }
      const ids = chosenItems(state).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});
