import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { type Findings, findOccurrences } from '../../src/find.ts';
import { applyEdits } from '../../src/rewrite/edit.ts';
import { type Edit, planFile } from '../../src/rewrite/plan.ts';
import { verifyEdits } from '../../src/rewrite/verify.ts';
import { movesOf, type PlanRequest } from '../support/plan.ts';

/** What the verifier is given: before the plan is taken out of the parsed file. */
function plan(text: string, { ports = { 8095: 8096 }, hosts: _, ...options }: PlanRequest = {}) {
  const dockerfile = parseDockerfile(text);
  const findings = findOccurrences(dockerfile);
  const moves = { moves: movesOf(ports), movesOfHost: () => undefined };
  const asked = { certainty: 'probable', comments: true, splitRanges: false, ...options } as const;
  const { edits } = planFile(dockerfile, findings, moves, asked);
  return { edits, findings, after: applyEdits(text, edits) };
}

const TEXT =
  'FROM a\nENV PORT=8095 TIMEOUT=8095\nEXPOSE 8095\nHEALTHCHECK CMD curl http://localhost:8095/\nCMD ["uvicorn", "a:b", "--port", "8095"]\n';
const { edits, findings, after } = plan(TEXT);

/** Verifies edits that are not those of the plan. */
function verify(changed: readonly Edit[], before = TEXT, found: Findings = findings): string | undefined {
  return verifyEdits(before, applyEdits(before, changed), found, changed);
}

describe('the verifier', () => {
  test('accepts what was planned', () => {
    expect(edits).toHaveLength(4);
    expect(verifyEdits(TEXT, after, findings, edits)).toBeUndefined();
  });

  test('accepts no edits of an unchanged text', () => {
    expect(verifyEdits(TEXT, TEXT, findings, [])).toBeUndefined();
  });

  test('refuses an edit that writes another number than it says', () => {
    for (const text of ['8097', '809', '80966', '08096', 'x8096', ''])
      expect(verify(edits.map((edit, i) => (i === 1 ? { ...edit, text } : edit)))).toBeDefined();
  });

  test('refuses an edit that stands off by one', () => {
    for (const by of [-1, 1]) {
      const shifted = edits.map((edit, i) => {
        const { span } = edit;
        return i === 2 ? { ...edit, span: { start: span.start + by, end: span.end + by } } : edit;
      });
      expect(verify(shifted)).toBeDefined();
    }
  });

  test('refuses an edit that is too short', () => {
    const shortened = edits.map((edit, i) =>
      i === 0 ? { ...edit, span: { ...edit.span, end: edit.span.end - 1 } } : edit,
    );
    expect(verify(shortened)).toBeDefined();
  });

  test('refuses a text that changed outside of the edits', () => {
    for (const wrong of [`${after} `, ` ${after}`, after.slice(0, -1), after.replace('TIMEOUT=8095', 'TIMEOUT=8096')])
      expect(verifyEdits(TEXT, wrong, findings, edits)).toBe('text outside of the edits has changed');
    for (const wrong of [after.replaceAll('\n', '\r\n'), after.replace('FROM a', 'FROM b'), ''])
      expect(verifyEdits(TEXT, wrong, findings, edits)).toBe('text outside of the edits has changed');
  });

  test('refuses a text in which a planned edit is not made', () => {
    expect(verifyEdits(TEXT, TEXT, findings, edits)).toBe('text outside of the edits has changed');
    for (const [i, edit] of edits.entries()) {
      const others = edits.filter((_, j) => j !== i);
      expect(verifyEdits(TEXT, applyEdits(TEXT, others), findings, edits)).toBeDefined();
      // Not planned, and not made: the occurrence keeps its port, which is what the verifier is told.
      expect(verify(others)).toBeUndefined();
      expect(edit.text).toBe('8096');
    }
  });

  test('refuses an edit after which the place no longer reads as a port', () => {
    const [first, ...rest] = edits;
    if (first === undefined) throw new Error('no edit');
    const outside = { ...first, text: '99999', to: 99999 };
    expect(verify([outside, ...rest])).toContain('port 99999');
  });

  test('refuses an edit of a number that is no port', () => {
    const [first] = edits;
    if (first === undefined) throw new Error('no edit');
    const start = TEXT.indexOf('TIMEOUT=8095') + 'TIMEOUT='.length;
    const wrong = { ...first, span: { start, end: start + 4 } };
    expect(verify([wrong, ...edits.slice(1)])).toBeDefined();
  });

  test('knows the ports that are written out where none were', () => {
    const text = 'FROM a\nEXPOSE 80\nHEALTHCHECK CMD curl http://localhost/\n';
    const planned = plan(text, { ports: { 80: 8080 } });
    expect(planned.after).toContain('http://localhost:8080/');
    expect(verifyEdits(text, planned.after, planned.findings, planned.edits)).toBeUndefined();
    const wrong = planned.edits.map((edit) => (edit.text.startsWith(':') ? { ...edit, text: '8080' } : edit));
    expect(verifyEdits(text, applyEdits(text, wrong), planned.findings, wrong)).toBeDefined();
  });

  test('knows ranges that were split', () => {
    const text = 'FROM a\nEXPOSE 8000-8010\n';
    const planned = plan(text, { ports: { 8005: 9005 }, splitRanges: true });
    expect(verifyEdits(text, planned.after, planned.findings, planned.edits)).toBeUndefined();
  });

  test('reads the text that was edited, not the one before', () => {
    const found = findOccurrences(parseDockerfile(TEXT.replace('EXPOSE', 'EXPOSE 80')));
    expect(verify(edits, TEXT, found)).toBeDefined();
  });
});
