// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles are written with such placeholders
import { run } from '../../transforms/run.ts';
import { movedInMarks } from '../support/marked.ts';

/** What stands in a Dockerfile: `«8095»` moves, `⟨8095⟩` is for review, the rest stays. */
const CASES: readonly string[] = [
  'RUN echo "Listen «8095»" >> /etc/apache2/ports.conf',
  "RUN sed -i 's/listen 8095/listen 80/' /etc/nginx/nginx.conf",
  "RUN sed -i 's/listen 80/listen «8095»/' /etc/nginx/nginx.conf",
  'RUN cat > /etc/nginx/conf.d/a.conf <<EOF\nserver { listen «8095»; keepalive_timeout 8095; }\nEOF',
  'RUN <<\'END\'\nset -e\n# 8095\necho "port «8095»" > /etc/redis.conf\nEND',
  'RUN python3 <<EOF\nimport socket\nsocket.create_connection(("localhost", «8095»))\nEOF',
  'RUN ["sh", "-c", "curl http://localhost:«8095»/"]',
  'RUN useradd -u 8095 a && chown 8095:8095 /srv/8095',
  'RUN curl -fsSL -m 8095 https://example.com:8095/8095.tgz | tar xz',
  'RUN apt-key adv --keyserver hkp://keys.example.com:8095 --recv-keys 8095',
  'RUN pip install a==1.8095',
  'RUN a ⟨8095⟩',
  'SHELL ["powershell", "-Command"]\nRUN Invoke-WebRequest http://localhost:«8095»/8095',
];

describe(run.name, () => {
  test.each(CASES)('%s', (marked) => {
    const { expected, actual } = movedInMarks(`FROM a\n${marked}\n`);
    expect(actual).toBe(expected);
  });

  test('is for the instructions it says, and says what it does', () => {
    expect(run.instructions.length).toBeGreaterThan(0);
    expect(run.describe).toMatch(/^[A-Z]/);
  });
});
