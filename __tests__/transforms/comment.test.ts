import { comment } from '../../transforms/comment.ts';
import { movedInMarks } from '../support/marked.ts';

/** What stands in a Dockerfile: `«8095»` moves, `⟨8095⟩` is for review, the rest stays. */
const CASES: readonly string[] = [
  '# listens on «8095», in 8095 ms\nEXPOSE «8095»',
  '# EXPOSE «8095»\nEXPOSE «8095»',
  '# ENV PORT=«8095» TIMEOUT=8095\nEXPOSE «8095»',
  '# docker run -p 8095:«8095» a\nEXPOSE «8095»',
  '# listens on 8095',
  '# ticket 8095\nEXPOSE «8095»',
  'RUN a \\\n  # listens on «8095»\n  b\nEXPOSE «8095»',
];

describe(comment.name, () => {
  test.each(CASES)('%s', (marked) => {
    const { expected, actual } = movedInMarks(`FROM a\n${marked}\n`);
    expect(actual).toBe(expected);
  });

  test('is for the instructions it says, and says what it does', () => {
    expect(comment.instructions.length).toBeGreaterThan(0);
    expect(comment.describe).toMatch(/^[A-Z]/);
  });
});
