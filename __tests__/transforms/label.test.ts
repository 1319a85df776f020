import { label } from '../../transforms/label.ts';
import { movedInMarks } from '../support/marked.ts';

/** What stands in a Dockerfile: `«8095»` moves, `⟨8095⟩` is for review, the rest stays. */
const CASES: readonly string[] = [
  'LABEL traefik.http.services.a.loadbalancer.server.port=«8095»',
  'LABEL "io.openshift.expose-services"="«8095»:http" version="1.8095"',
  'LABEL org.opencontainers.image.created=8095 maintainer="a 8095"',
  'EXPOSE «8095»\nLABEL description="listens on «8095»"',
  'LABEL description="listens on 8095"',
  'EXPOSE «8095»\nLABEL usage="docker run -p 8095:«8095» a"',
];

describe(label.name, () => {
  test.each(CASES)('%s', (marked) => {
    const { expected, actual } = movedInMarks(`FROM a\n${marked}\n`);
    expect(actual).toBe(expected);
  });

  test('is for the instructions it says, and says what it does', () => {
    expect(label.instructions.length).toBeGreaterThan(0);
    expect(label.describe).toMatch(/^[A-Z]/);
  });
});
