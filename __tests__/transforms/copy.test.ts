import { copy } from '../../transforms/copy.ts';
import { movedInMarks } from '../support/marked.ts';

/** What stands in a Dockerfile: `«8095»` moves, `⟨8095⟩` is for review, the rest stays. */
const CASES: readonly string[] = [
  'COPY <<EOF /etc/nginx/conf.d/a.conf\nserver { listen «8095»; client_max_body_size 8095k; }\nEOF',
  'ADD <<EOF /etc/redis.conf\nport «8095»\ntimeout 8095\nEOF',
  'COPY --chown=8095:8095 8095 /srv/8095',
  'COPY <<a <<b /etc/apache2/\nListen «8095»\na\n# nothing 8095\nb',
  'ADD https://example.com:8095/8095.tgz /srv/',
];

describe(copy.name, () => {
  test.each(CASES)('%s', (marked) => {
    const { expected, actual } = movedInMarks(`FROM a\n${marked}\n`);
    expect(actual).toBe(expected);
  });

  test('is for the instructions it says, and says what it does', () => {
    expect(copy.instructions.length).toBeGreaterThan(0);
    expect(copy.describe).toMatch(/^[A-Z]/);
  });
});
