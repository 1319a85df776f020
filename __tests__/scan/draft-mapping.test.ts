import { fleetOf } from '../../src/check/from-mapping.ts';
import { checkFleet, isClean } from '../../src/check/verdict.ts';
import { parseMapping } from '../../src/mapping/load.ts';
import { draftMapping } from '../../src/scan/draft-mapping.ts';
import { file, usual } from '../check/fleet.ts';

const files = [
  usual('api/Dockerfile', 8091),
  file('db/Dockerfile', 'FROM postgres', 'ENV METRICS_PORT=9187', 'EXPOSE 5432 9187 53/udp'),
  file('docs/Dockerfile', 'FROM a', 'COPY . /'),
];

test('each service has its Dockerfile, its ports, and the places they were read from', () => {
  expect(
    draftMapping(files, '..'),
  ).toBe(`# The ports that the Dockerfiles have now. Change a port to the one that its service is to have.
# Where one service is to get several new ports, say which becomes which: { from: 8095, to: 8096 }

services:
  api:
    dockerfile: ../api/Dockerfile
    port: 8091 # Dockerfile: 2 ENV (probable), 3 EXPOSE, 4 HEALTHCHECK, 5 CMD
  db:
    dockerfile: ../db/Dockerfile
    ports:
      - 53/udp # Dockerfile: 3 EXPOSE
      - 5432 # Dockerfile: 3 EXPOSE
      - 9187 # Dockerfile: 2 ENV (probable), 3 EXPOSE

# No port was found in:
#   docs/Dockerfile
`);
});

test('the draft is a mapping, and what is there now is as it says', () => {
  const mapping = parseMapping(draftMapping(files), 'ports.yaml');
  expect(mapping.services.map(({ assigned }) => assigned.map(({ port }) => port))).toEqual([[8091], [53, 5432, 9187]]);
  const fleet = fleetOf(
    mapping,
    ({ dockerfiles }) => ({ files: files.filter(({ path }) => dockerfiles.some(({ pattern }) => pattern === path)) }),
    [],
  );
  expect(isClean(checkFleet(fleet))).toBe(true);
});

test('a port that is changed in the draft is a move', () => {
  const mapping = parseMapping(draftMapping(files).replace('port: 8091', 'port: 8099'), 'ports.yaml');
  const fleet = fleetOf(
    mapping,
    ({ dockerfiles }) => ({ files: files.filter(({ path }) => dockerfiles.some(({ pattern }) => pattern === path)) }),
    [],
  );
  const { summary, services } = checkFleet(fleet);
  expect(summary).toMatchObject({ ok: 1, drift: 1 });
  expect(services[0]?.problems[0]).toMatchObject({ current: 8091, required: 8099 });
});

test('services that are on one port may stay there, and each name is there once', () => {
  const alike = [usual('a/api/Dockerfile', 8080), usual('b/api/Dockerfile', 8080), usual('web/Dockerfile', 8081)];
  const text = draftMapping(alike);
  const note = /shared: true # other services have 8080, too; take this out when it has ports of its own/g;
  expect(text.match(note)).toHaveLength(2);
  const mapping = parseMapping(text, 'ports.yaml');
  expect(mapping.services.map(({ name, shared }) => [name, shared])).toEqual([
    ['api', true],
    ['api-2', true],
    ['web', false],
  ]);
});

test('names and paths that YAML would take for something else are quoted', () => {
  const odd = [
    'yes/Dockerfile',
    '8080/Dockerfile',
    'a: b #c/Dockerfile',
    '"x"\n- y\x1b\u2028/Dockerfile',
    '*.x/Dockerfile',
    '~/Dockerfile',
  ];
  const text = draftMapping(odd.map((path) => usual(path, 8080)));
  expect(text).not.toMatch(/[\x1b\u2028]/);
  const { services } = parseMapping(text, 'ports.yaml');
  expect(services.map(({ dockerfiles }) => dockerfiles[0]?.pattern)).toEqual(odd);
});

test('nothing found is said', () => {
  expect(draftMapping([file('Dockerfile', 'FROM a')])).toContain(
    'services: {}\n\n# No port was found in:\n#   Dockerfile\n',
  );
});
