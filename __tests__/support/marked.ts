import { type PlanRequest, plan } from './plan.ts';

/**
 * Moves 8095 to 8096 in a Dockerfile that marks what is to happen: `«8095»` is rewritten, `⟨8095⟩`
 * is left for review, and every other number stays without a word.
 *
 * @returns what was expected and what came, in the same marks, for a test to compare
 */
export function movedInMarks(marked: string, request: PlanRequest = {}): { expected: string; actual: string } {
  const text = marked.replace(/[«»⟨⟩]/g, '');
  const { edits, review, diagnostics } = plan(text, request);
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => `!${message}`);
  const marks = [
    ...edits.map(({ span }) => ({ span, open: '«', close: '»' })),
    ...review.map(({ span }) => ({ span, open: '⟨', close: '⟩' })),
  ].sort((a, b) => b.span.start - a.span.start);
  let actual = text;
  for (const { span, open, close } of marks) {
    actual = actual.slice(0, span.start) + open + actual.slice(span.start, span.end) + close + actual.slice(span.end);
  }
  return { expected: marked, actual: [actual, ...errors].join('\n') };
}
