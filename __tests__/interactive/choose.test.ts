import fc from 'fast-check';
import { withChosen } from '../../src/interactive/choose.ts';
import { walkHunks } from '../../src/interactive/items.ts';
import type { Edit } from '../../src/rewrite/plan.ts';
import { planned } from './files.ts';

function editsOf(file: ReturnType<typeof planned>): Edit[] {
  return walkHunks([file], 3).flatMap(({ items }) => items.map(({ edit }) => edit));
}

test('all planned edits give what the plan gives', () => {
  const file = planned('Dockerfile');
  const chosen = withChosen(file, file.edits);
  expect(chosen).toEqual(file);
});

test('nothing chosen changes nothing', () => {
  const file = planned('Dockerfile');
  const { edits, after, leftAlone, diagnostics } = withChosen(file, []);
  expect(after).toBe(file.before);
  expect(edits).toEqual([]);
  expect(diagnostics).toEqual(file.diagnostics);
  expect(leftAlone.filter(({ reason }) => reason === 'left as it is by choice')).toHaveLength(file.edits.length);
});

test('any choice changes just what was chosen', () => {
  const file = planned('Dockerfile');
  const all = editsOf(file);
  fc.assert(
    fc.property(fc.subarray(all), fc.boolean(), (chosen, isReversed) => {
      const result = withChosen(file, isReversed ? chosen.toReversed() : chosen);
      expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(result.edits).toEqual(chosen);
      const digits = [...result.after.matchAll(/\b809[56]\b/g)].map(([port]) => port);
      expect(digits).toEqual(all.map((edit) => (chosen.includes(edit) ? '8096' : '8095')));
      expect(result.after.replaceAll('8096', '8095')).toBe(file.before);
    }),
  );
});

test('a port that is for review is rewritten where it was chosen, and is for review no more', () => {
  const file = planned('Dockerfile', 'FROM a\nRUN tool 8095\nLABEL x=8095\n');
  const all = editsOf(file);
  expect(file.edits).toEqual([]);
  expect(all).toHaveLength(2);
  const chosen = withChosen(file, all.slice(0, 1));
  expect(chosen.after).toBe('FROM a\nRUN tool 8096\nLABEL x=8095\n');
  expect(chosen.review.map(({ span }) => span)).toEqual([all[1]?.span]);
});

test('digits that do not stand together are never offered', () => {
  const file = planned('Dockerfile', 'FROM a\nENV PORT=80\\\n95\n');
  expect(file.review).toHaveLength(1);
  expect(editsOf(file)).toEqual([]);
});

test('says where a port is moved in part, and is silent about prose', () => {
  const file = planned('Dockerfile', '# listens on port 8095\nFROM a\nENV PORT=8095\nEXPOSE 8095\n');
  const [comment, env, expose] = file.edits;
  if (comment === undefined || env === undefined || expose === undefined) throw new Error('three edits are planned');
  expect(withChosen(file, [expose]).diagnostics).toContainEqual(
    expect.objectContaining({
      code: 'partly-moved',
      severity: 'warning',
      message: '8095 becomes 8096 in a part of its places only; it is kept at 3:10',
      file: 'Dockerfile',
      line: 3,
    }),
  );
  expect(withChosen(file, [env, expose]).diagnostics.map(({ code }) => code)).not.toContain('partly-moved');
});

test('a port cannot move onto one that the choice keeps', () => {
  const file = planned('Dockerfile', 'FROM a\nEXPOSE 8095 8096\n', { ports: { 8095: 8096, 8096: 8097 } });
  const [first, second] = file.edits;
  if (first === undefined || second === undefined) throw new Error('two edits are planned');
  const refused = withChosen(file, [first]);
  expect(refused.after).toBe(file.before);
  expect(refused.edits).toEqual([]);
  expect(refused.diagnostics).toContainEqual(
    expect.objectContaining({ code: 'port-collision', severity: 'error', line: 2, column: 13 }),
  );
  expect(withChosen(file, [second]).after).toBe('FROM a\nEXPOSE 8095 8097\n');
  expect(withChosen(file, [first, second]).after).toBe('FROM a\nEXPOSE 8096 8097\n');
});

test('a file with errors stays as it is', () => {
  const file = planned('Dockerfile', 'FROM a\nEXPOSE 8095 8096\n');
  expect(withChosen(file, [])).toBe(file);
});
