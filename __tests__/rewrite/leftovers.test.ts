import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { findOccurrences } from '../../src/find.ts';
import { findLeftovers } from '../../src/rewrite/leftovers.ts';
import { movesOf } from '../support/plan.ts';

/** Why each number that is left is no port; `undefined` for one that is for review. */
function reasons(text: string): (string | undefined)[] {
  const dockerfile = parseDockerfile(`FROM a\n${text}\n`);
  return findLeftovers(dockerfile, findOccurrences(dockerfile), movesOf({ 8095: 8096 })).map(({ reason }) => reason);
}

describe('numbers that no transform calls a port', () => {
  test.each<readonly [text: string, reason: RegExp]>([
    ['USER 8095', /USER states no port/],
    ['WORKDIR /srv/8095', /WORKDIR states no port/],
    ['VOLUME /data/8095', /VOLUME states no port/],
    ['FROM b:8095', /FROM states no port/],
    ['COPY a/8095 /b', /COPY/],
    ['# ticket 8095', /prose/],
    ['ENV TIMEOUT=8095', /TIMEOUT/],
    ['RUN useradd -u 8095 a', /useradd/],
    ['RUN a 1.8095.2', /version/],
    ['RUN a-8095-b c', /name/],
    ['RUN a /srv/8095 c', /path/],
    ['HEALTHCHECK --interval=8095s CMD a', /interval/],
    ['RUN a \\\n  # why 8095\n  b', /prose/],
  ])('are left with a reason: %j', (text, reason) => {
    expect(reasons(text)).toEqual([expect.stringMatching(reason)]);
  });

  test.each(['RUN a 8095', 'ENV THING=8095', 'ARG N=8095', 'RUN a "8095"', 'CMD ["a", "8095"]'])(
    'are for review where nothing tells: %j',
    (text) => expect(reasons(text)).toEqual([undefined]),
  );

  test('are for review where they are a range that moves', () => {
    const text = 'ENV A=8095-8099 B=8095-9000 C=x-8095-8099\nUSER 8095-8099\nRUN a --rtp 8095-8099 # 8095-8099';
    const dockerfile = parseDockerfile(`FROM a\n${text}\n`);
    const left = findLeftovers(dockerfile, findOccurrences(dockerfile), movesOf({ 8095: 9095, 8099: 9099 }));
    const forReview = left.filter(({ reason }) => reason === undefined);
    expect(forReview.map(({ span }) => dockerfile.text.slice(span.start - 2, span.end))).toEqual([
      'A=8095',
      '5-8099',
      'p 8095',
      '5-8099',
    ]);
  });

  test.each(['EXPOSE 8095', 'ENV PORT=8095', 'RUN a 80951 18095 80.95', 'RUN a 8096', ''])(
    'are not those that were found, or other numbers: %j',
    (text) => expect(reasons(text)).toEqual([]),
  );

  test('are none without a mapping', () => {
    const dockerfile = parseDockerfile('FROM a\nRUN a 8095\n');
    expect(findLeftovers(dockerfile, findOccurrences(dockerfile), [])).toEqual([]);
  });

  test('are looked for in files of any length in linear time', () => {
    const dockerfile = parseDockerfile(`FROM a\n${'RUN a 8095 && b 8095 # 8095\n'.repeat(2000)}`);
    const findings = findOccurrences(dockerfile);
    const start = performance.now();
    expect(findLeftovers(dockerfile, findings, movesOf({ 8095: 8096 }))).toHaveLength(6000);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
