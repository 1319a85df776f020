import { parseMapping } from '../../src/mapping/load.ts';
import { diagnosticsOf, linesOf } from './diagnostics.ts';

const service = (fields: string) => `services:\n  api: { dockerfile: D, ${fields} }\n`;
const assignedOf = (fields: string) =>
  parseMapping(service(fields), 'p.yaml').services[0]?.assigned.map(({ port, name, from, protocol, place }) => [
    port,
    name,
    from,
    protocol,
    place.column,
  ]);
const problemsOf = (fields: string) => linesOf(diagnosticsOf(() => parseMapping(service(fields), 'p.yaml')));

describe('ports that a service is to have', () => {
  test.each([
    ['port: 8096', [[8096, undefined, undefined, undefined, 31]]],
    ['port: "53/udp"', [[53, undefined, undefined, 'udp', 31]]],
    ['port: { from: 8095, to: 8096 }', [[8096, undefined, 8095, undefined, 31]]],
    [
      'port: { from: [8094, 8095], to: 8096 }',
      [
        [8096, undefined, 8094, undefined, 31],
        [8096, undefined, 8095, undefined, 31],
      ],
    ],
    ['port: { from: 53/udp, to: 5353 }', [[5353, undefined, 53, 'udp', 31]]],
    [
      'ports: [8096, 8105]',
      [
        [8096, undefined, undefined, undefined, 33],
        [8105, undefined, undefined, undefined, 39],
      ],
    ],
    [
      'ports: [{ from: 8000-8001, to: 9000-9001 }]',
      [
        [9000, undefined, 8000, undefined, 33],
        [9001, undefined, 8001, undefined, 33],
      ],
    ],
    [
      'ports: { http: 8096, metrics: { from: 9090, to: 8105 } }',
      [
        [8096, 'http', undefined, undefined, 40],
        [8105, 'metrics', 9090, undefined, 55],
      ],
    ],
    ['ports: { to: 8096 }', [[8096, 'to', undefined, undefined, 38]]],
    ['ports: []', []],
  ])('%s', (fields, expected) => {
    expect(assignedOf(fields)).toEqual(expected);
    expect(parseMapping(service(fields), 'p.yaml').services[0]?.moves).toEqual([]);
  });

  test('all ports of one range share one place object', () => {
    const [first, second] = parseMapping(service('port: 9000-9001'), 'p').services[0]?.assigned ?? [];
    expect(first?.place).toBe(second?.place);
  });

  test('old to new ports are moves, and assign nothing', () => {
    const [api] = parseMapping(service('ports: { 8095: 8096 }'), 'p').services;
    expect([api?.moves.length, api?.assigned.length]).toEqual([1, 0]);
  });
});

describe('what is wrong with them', () => {
  test.each([
    [
      'ports: { 8095: 8096, http: 8097 }',
      '2:46 mapping-ports "ports" of service "api" names both ports that move and, with "http", ports to have',
    ],
    [
      'ports: { http: 8097, 8095: 8096 }',
      '2:34 mapping-ports "ports" of service "api" names both ports that move and, with "http", ports to have',
    ],
    ['port: 8096, ports: [8097]', '2:25 mapping-ports service "api" has both "port" and "ports"'],
    ['port: 0', '2:31 mapping-port "0" is not a port'],
    ['port: http', '2:31 mapping-port "http" is not a port'],
    ['ports: [8096, 70000]', '2:39 mapping-port "70000" is not a port'],
    ['port: { from: 8095, to: 8095 }', '2:39 mapping-same-port 8095 moves to itself'],
    ['port: { from: 8000-8001, to: 9000 }', '2:39 mapping-range 8000-8001 is 2 ports, but 9000 is one port'],
    [
      'port: { from: 53/udp, to: 5353/tcp }',
      '2:39 mapping-protocol 53/udp cannot move to 5353/tcp: a port keeps its protocol',
    ],
    ['ports: [8096, 8096]', '2:39 mapping-duplicate-port 8096 names a port that 8096 at p.yaml:2:33 names, too'],
    [
      'ports: { a: 8096, b: 8090-8099 }',
      '2:46 mapping-duplicate-port 8090-8099 names a port that 8096 at p.yaml:2:37 names, too',
    ],
    ['port: { from: 8095 }', '2:25 mapping-missing-key "port" of service "api" has no "to"'],
    ['port: { form: 8095, to: 8096 }', '2:33 mapping-unknown-key "form" is not a key of "port" of service "api"'],
    ['port: 8096, from: 8095', '2:37 mapping-unknown-key "from" is not a key of a service'],
    [
      'port: true',
      '2:31 mapping-type "port" of service "api" must be a port such as 8096, or { from: 8095, to: 8096 }, not true',
    ],
    [
      'ports: { 8095: { from: 1, to: 2 } }',
      '2:40 mapping-type the new port of "8095" of service "api" must be a port, not a map',
    ],
    [
      'port: 1, image: "a b"',
      '2:41 mapping-type "image" of service "api" must be the name of an image, not the text "a b"',
    ],
    [
      'port: 1, platforms: [arm64]',
      '2:46 mapping-type an item of "platforms" of service "api" must be a platform such as linux/arm64, not the text "arm64"',
    ],
    ['port: 1, push: maybe', '2:40 mapping-type "push" of service "api" must be true or false, not the text "maybe"'],
  ])('%s', (fields, problem) => {
    expect(problemsOf(fields)).toEqual([problem]);
  });

  test.each([
    ['port: [8096, 8105]', 'several ports have the key "ports": ports: [8096, 8105]'],
    ['port: { http: 8096 }', 'ports with names have the key "ports": ports: { http: 8096, metrics: 8105 }'],
    ['port: { 8095: 8096 }', 'write it like this: { from: 8095, to: 8096 }'],
    ['port: { from: 8095, two: 8096 }', 'write it like this: { from: 8095, to: 8096 }'],
    ['port: true', 'write it like this: port: 8096'],
    ['ports: [8000:8080]', 'write what moves as a map: { from: 8000, to: 8080 }'],
    ['ports: { http: "8000:8080" }', 'write what moves as a map: { from: 8000, to: 8080 }'],
    ['port: 8000:8080', 'write what moves as a map: { from: 8000, to: 8080 }'],
    ['ports: [8000: 8080]', 'write it like this: { from: 8095, to: 8096 }'],
  ])('%s is told what to write', (fields, hint) => {
    const [problem] = diagnosticsOf(() => parseMapping(service(fields), 'p'));
    expect(problem?.hint).toBe(hint);
  });

  test('a "from" beside "port" is told where it belongs', () => {
    const [problem] = diagnosticsOf(() => parseMapping(service('port: 8096, from: 8095'), 'p'));
    expect(problem?.hint).toBe('write port: { from: 8095, to: 8096 }');
  });
});

test('what is needed to build the image is read', () => {
  const fields = 'port: 1, image: "r.example/a:1", platforms: [linux/amd64, linux/arm/v7], context: ., push: true';
  expect(parseMapping(service(fields), 'p').services[0]).toMatchObject({
    image: 'r.example/a:1',
    platforms: ['linux/amd64', 'linux/arm/v7'],
    context: '.',
    push: true,
  });
});
