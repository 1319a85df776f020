import { onbuild } from '../../transforms/onbuild.ts';
import { movedInMarks } from '../support/marked.ts';

/** What stands in a Dockerfile: `«8095»` moves, `⟨8095⟩` is for review, the rest stays. */
const CASES: readonly string[] = [
  'ONBUILD EXPOSE «8095»',
  'ONBUILD ENV PORT=«8095» TIMEOUT=8095',
  'ONBUILD HEALTHCHECK --retries=8095 CMD curl http://localhost:«8095»/',
  'ONBUILD CMD ["uvicorn", "a:b", "--port", "«8095»"]',
  'ONBUILD RUN echo "Listen «8095»" > /etc/apache2/ports.conf',
  'ONBUILD LABEL traefik.port=«8095»',
  'onbuild run <<EOF\necho "port «8095»" > /etc/redis.conf\nEOF',
];

describe(onbuild.name, () => {
  test.each(CASES)('%s', (marked) => {
    const { expected, actual } = movedInMarks(`FROM a\n${marked}\n`);
    expect(actual).toBe(expected);
  });

  test('is for the instructions it says, and says what it does', () => {
    expect(onbuild.instructions.length).toBeGreaterThan(0);
    expect(onbuild.describe).toMatch(/^[A-Z]/);
  });
});
