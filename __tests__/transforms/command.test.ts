// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles are written with such placeholders
import { command } from '../../transforms/command.ts';
import { movedInMarks } from '../support/marked.ts';

/** What stands in a Dockerfile: `«8095»` moves, `⟨8095⟩` is for review, the rest stays. */
const CASES: readonly string[] = [
  'CMD uvicorn a:b --host 0.0.0.0 --port «8095» --workers 8095',
  'CMD ["uvicorn", "a:b", "--port=«8095»"]',
  'ENTRYPOINT ["gunicorn", "-b", "0.0.0.0:«8095»", "--timeout", "8095", "a:b"]',
  'ENTRYPOINT ["uvicorn", "a:b"]\nCMD ["--port", "«8095»", "--workers", "8095"]',
  'ENTRYPOINT ["uvicorn", "a:b", "--port"]\nCMD ["«8095»"]',
  'ENTRYPOINT ["uvicorn", "a:b", "--workers"]\nCMD ["8095"]',
  'CMD exec java -Dserver.port=«8095» -jar 8095.jar',
  'CMD ["sh", "-c", "exec python -m http.server ${PORT:-«8095»}"]',
  'ENTRYPOINT ["tini", "--"]\nCMD ["php", "-S", "0.0.0.0:«8095»"]',
  'CMD ["a", "⟨8095⟩"]',
  'EXPOSE «8095»\nCMD ["a", "«8095»"]',
  'CMD ["a", "--upstream", "http://other.example.com:8095"]',
];

describe(command.name, () => {
  test.each(CASES)('%s', (marked) => {
    const { expected, actual } = movedInMarks(`FROM a\n${marked}\n`);
    expect(actual).toBe(expected);
  });

  test('is for the instructions it says, and says what it does', () => {
    expect(command.instructions.length).toBeGreaterThan(0);
    expect(command.describe).toMatch(/^[A-Z]/);
  });
});
