// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles are written with such placeholders
import { env } from '../../transforms/env.ts';
import { movedInMarks } from '../support/marked.ts';

/** What stands in a Dockerfile: `«8095»` moves, `⟨8095⟩` is for review, the rest stays. */
const CASES: readonly string[] = [
  'ENV SERVICE_PORT=«8095»',
  'ENV SERVICE_PORT «8095»',
  'ENV A=1 \\\n  # 8095\n  "SERVICE_PORT"="«8095»" \\\n\n  B=2',
  "ARG HTTP_PORT='«8095»'",
  'ENV LISTEN=0.0.0.0:«8095» URL=http://localhost:«8095»/8095',
  'ENV URLS="http://+:«8095»;https://+:8443"',
  'ENV PORTS=«8095»,8105',
  'ENV JAVA_OPTS="-Dserver.port=«8095» -Xmx8095m"',
  'ENV CONFIG=\'{"port":«8095»,"timeout":8095}\'',
  'ENV CONFIG="{\\"port\\":«8095»}"',
  'ENV DB_URL=postgres://db.example.com:8095/x',
  'ENV DB_HOST=db.example.com DB_PORT=8095',
  'ENV DB_HOST=localhost DB_PORT=«8095»',
  'ENV TIMEOUT=8095 VERSION=1.8095 MAX_BYTES=8095 USER_ID=8095',
  'ENV PORT_8095=x',
  'ENV THING=⟨8095⟩',
  'ENV THING=«8095»\nCMD ["uvicorn", "a:b", "--port", "$THING"]',
  'ENV THING=«8095»\nHEALTHCHECK CMD curl http://localhost:$THING/',
  'ENV THING=8095\nCMD gunicorn --timeout $THING a:b',
  'ENV WEB_PORT=8095\nCMD gunicorn --timeout $WEB_PORT a:b',
  'ENV THING=⟨8095⟩\nCMD gunicorn --timeout $THING -b :$THING a:b',
  'ENV P=⟨8095⟩\nENV P=«8095»\nEXPOSE $P',
];

describe(env.name, () => {
  test.each(CASES)('%s', (marked) => {
    const { expected, actual } = movedInMarks(`FROM a\n${marked}\n`);
    expect(actual).toBe(expected);
  });

  test('is for the instructions it says, and says what it does', () => {
    expect(env.instructions.length).toBeGreaterThan(0);
    expect(env.describe).toMatch(/^[A-Z]/);
  });
});
