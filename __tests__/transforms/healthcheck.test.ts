// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles are written with such placeholders
import { healthcheck } from '../../transforms/healthcheck.ts';
import { movedInMarks } from '../support/marked.ts';

/** What stands in a Dockerfile: `«8095»` moves, `⟨8095⟩` is for review, the rest stays. */
const CASES: readonly string[] = [
  'HEALTHCHECK CMD curl -f http://localhost:«8095»/8095 || exit 1',
  'HEALTHCHECK --interval=8095s --retries=8095 CMD curl -m 8095 localhost:«8095»',
  'HEALTHCHECK CMD ["wget", "-qO-", "http://127.0.0.1:«8095»"]',
  'HEALTHCHECK --timeout=3s \\\n  CMD ["python3", "-c", "import urllib.request as u; u.urlopen(\'http://localhost:«8095»\', timeout=8095)"]',
  'HEALTHCHECK CMD ["sh", "-c", "nc -z localhost «8095»"]',
  'HEALTHCHECK CMD sh -c "curl \\"http://localhost:«8095»\\""',
  'HEALTHCHECK CMD curl http://other.example.com:8095/',
  "HEALTHCHECK CMD python -c \"import os; os.getenv('PORT', '«8095»')\"",
  'HEALTHCHECK CMD exec 3<>/dev/tcp/localhost/«8095»',
  'HEALTHCHECK CMD pg_isready -p «8095» -t 8095',
  'HEALTHCHECK NONE',
  'HEALTHCHECK CMD /8095/check',
];

describe(healthcheck.name, () => {
  test.each(CASES)('%s', (marked) => {
    const { expected, actual } = movedInMarks(`FROM a\n${marked}\n`);
    expect(actual).toBe(expected);
  });

  test('is for the instructions it says, and says what it does', () => {
    expect(healthcheck.instructions.length).toBeGreaterThan(0);
    expect(healthcheck.describe).toMatch(/^[A-Z]/);
  });
});
