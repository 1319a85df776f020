import { findDisagreement } from '../../src/assign/consistency.ts';
import { readEvidence } from '../../src/assign/evidence.ts';
import { file } from '../check/fleet.ts';

/** What disagrees in each image of a Dockerfile: `HEALTHCHECK 8095`. */
function disagreements(...lines: string[]): string[] {
  return readEvidence(file('Dockerfile', ...lines), () => undefined).flatMap((evidence) =>
    (findDisagreement(evidence)?.outliers ?? []).map(({ port, occurrence }) => `${occurrence.instruction} ${port}`),
  );
}

describe('a Dockerfile disagrees with itself', () => {
  test.each<[string, string[], string[]]>([
    [
      'EXPOSE moved, HEALTHCHECK not',
      ['FROM a', 'EXPOSE 8096', 'HEALTHCHECK CMD curl localhost:8095/'],
      ['HEALTHCHECK 8095'],
    ],
    [
      'EXPOSE moved, the command not',
      ['FROM a', 'EXPOSE 8096', 'CMD ["uvicorn", "a:b", "--port", "8095"]'],
      ['CMD 8095'],
    ],
    ['EXPOSE moved, the variable not', ['FROM a', 'ENV SERVICE_PORT=8095', 'EXPOSE 8096'], ['ENV 8095']],
    [
      'half of everything moved',
      ['FROM a', 'ENV PORT=8096', 'EXPOSE 8096', 'HEALTHCHECK CMD curl localhost:8095/', 'CMD gunicorn -b :8095 a:b'],
      ['HEALTHCHECK 8095', 'CMD 8095'],
    ],
    [
      'without EXPOSE',
      ['FROM a', 'HEALTHCHECK CMD curl localhost:8095/', 'CMD gunicorn -b :8096 a:b'],
      ['HEALTHCHECK 8095'],
    ],
    [
      'a router is told another port',
      ['FROM a', 'EXPOSE 8096', 'LABEL traefik.http.services.a.loadbalancer.server.port=8095'],
      ['LABEL 8095'],
    ],
    [
      'the port that a URL implies',
      ['FROM a', 'EXPOSE 8080', 'HEALTHCHECK CMD curl -f http://localhost/health'],
      ['HEALTHCHECK 80'],
    ],
    [
      'EXPOSE takes its port from a variable',
      ['FROM a', 'ENV PORT=8096', 'EXPOSE $PORT', 'CMD gunicorn -b :8095 a:b'],
      ['CMD 8095'],
    ],
    [
      'one of two images',
      [
        'FROM a AS dev',
        'EXPOSE 3000',
        'CMD ["vite", "--port", "3001"]',
        'FROM b',
        'EXPOSE 8096',
        'CMD gunicorn -b :8096 a:b',
      ],
      ['CMD 3001'],
    ],
    ['a later ENV overrides the first', ['FROM a', 'ENV PORT=8096', 'EXPOSE 8096', 'ENV PORT=8095'], ['ENV 8095']],
  ])('%s', (_, lines, expected) => {
    expect(disagreements(...lines).sort()).toEqual([...expected].sort());
  });
});

describe('a Dockerfile does not disagree with itself', () => {
  test.each<[string, string[]]>([
    [
      'all say the same',
      ['FROM a', 'ENV PORT=8096', 'EXPOSE 8096', 'HEALTHCHECK CMD curl localhost:8096/', 'CMD gunicorn -b :8096 a:b'],
    ],
    [
      'metrics have a port of their own',
      ['FROM a', 'ENV PORT=8096 METRICS_PORT=9100', 'EXPOSE 8096', 'CMD gunicorn -b :8096 a:b'],
    ],
    [
      'the check asks the management port that a variable names',
      ['FROM a', 'ENV MANAGEMENT_PORT=8081', 'EXPOSE 8080', 'HEALTHCHECK CMD curl localhost:8081/'],
    ],
    ['another port is exposed as well', ['FROM a', 'EXPOSE 8080 9090', 'CMD gunicorn -b :8080 a:b']],
    ['a range covers it', ['FROM a', 'EXPOSE 8090-8099', 'CMD gunicorn -b :8095 a:b']],
    [
      'another host',
      ['FROM a', 'EXPOSE 8096', 'HEALTHCHECK CMD curl http://other.example:8095/', 'ENV DB_URL=postgres://db:5432/x'],
    ],
    ['a database that it uses', ['FROM a', 'ENV DB_HOST=db DB_PORT=5432', 'EXPOSE 8096']],
    ['a server behind another in the same container', ['FROM a', 'EXPOSE 80', 'CMD nginx && gunicorn -b :8000 a:b']],
    ['a server on loopback', ['FROM a', 'EXPOSE 80', 'CMD ["gunicorn", "-b", "127.0.0.1:8000", "a:b"]']],
    ['a debugger', ['FROM node', 'EXPOSE 3000', 'CMD ["nodemon", "--inspect=0.0.0.0:9229", "server.js"]']],
    ['the default of the base image', ['FROM nginx:1.27', 'EXPOSE 443', 'HEALTHCHECK CMD curl http://localhost/']],
    [
      'a command of a stage that is overridden',
      ['FROM a AS base', 'EXPOSE 8096', 'CMD gunicorn -b :8095 a:b', 'FROM base', 'CMD gunicorn -b :8096 a:b'],
    ],
    [
      'a CMD that a later ENTRYPOINT forgets',
      [
        'FROM a AS base',
        'EXPOSE 8096',
        'CMD ["--port", "8095"]',
        'FROM base',
        'ENTRYPOINT ["uvicorn", "a:b", "--port", "8096"]',
      ],
    ],
    ['ENV overrides ARG', ['FROM a', 'ARG PORT=8095', 'ENV PORT=8096', 'EXPOSE 8096']],
    ['the port comes from outside', ['FROM a', 'ARG PORT', 'EXPOSE $PORT', 'CMD gunicorn -b :8095 a:b']],
    [
      'the command takes its port from a variable',
      [
        'FROM a',
        'ENV MY_X=8096',
        'EXPOSE 8096',
        'CMD tool --metrics 9100 --port $MY_X',
        'HEALTHCHECK CMD curl localhost:8096/',
      ],
    ],
    [
      'no longer a check',
      ['FROM a AS base', 'EXPOSE 8096', 'HEALTHCHECK CMD curl localhost:8095/', 'FROM base', 'HEALTHCHECK NONE'],
    ],
    ['a trigger for other images', ['FROM a', 'EXPOSE 8096', 'ONBUILD EXPOSE 8095', 'CMD gunicorn -b :8096 a:b']],
    ['a comment', ['FROM a', '# listens on port 8095', 'EXPOSE 8096', 'CMD gunicorn -b :8096 a:b']],
    ['nothing', ['FROM a']],
  ])('%s', (_, lines) => {
    expect(disagreements(...lines)).toEqual([]);
  });
});
