import { parseMapping } from '../../src/mapping/load.ts';
import { diagnosticsOf, linesOf } from './diagnostics.ts';

const problemsOf = (text: string, file = 'ports.yaml') => linesOf(diagnosticsOf(() => parseMapping(text, file)));
const hintOf = (text: string, file = 'ports.yaml') => diagnosticsOf(() => parseMapping(text, file))[0]?.hint;
const service = (fields: string) => `services:\n  api: { dockerfile: D, ${fields} }\n`;

const COMPLETE = `
services:
  trx-staking:
    dockerfile: payment-systems/tron/Dockerfile.trx-staking
    hosts: [Lucid-Trx-Staking]
    ports: { 8095: 8096, "53/udp": "5353", 9000-9002: 9100-9102 }
  gateway:
    dockerfile: [a/Dockerfile, 'b/*/Dockerfile']
    ports: { "8096": 8097 }
    shared: true
ports: { 5000: 5050 }
reserved: { 8095: node-management }
`;

describe('a sound mapping', () => {
  test('is read with all its places', () => {
    const mapping = parseMapping(COMPLETE, 'ports.yaml');
    const at = (line: number, column: number) => ({ file: 'ports.yaml', line, column });
    expect(mapping).toEqual({
      file: 'ports.yaml',
      services: [
        {
          name: 'trx-staking',
          place: at(3, 3),
          dockerfiles: [{ pattern: 'payment-systems/tron/Dockerfile.trx-staking', place: at(4, 17) }],
          hosts: [{ name: 'lucid-trx-staking', place: at(5, 13) }],
          moves: [
            { from: 8095, to: 8096, protocol: undefined, entry: '8095', place: at(6, 14) },
            { from: 53, to: 5353, protocol: 'udp', entry: '53/udp', place: at(6, 26) },
            { from: 9000, to: 9100, protocol: undefined, entry: '9000-9002', place: at(6, 44) },
            { from: 9001, to: 9101, protocol: undefined, entry: '9000-9002', place: at(6, 44) },
            { from: 9002, to: 9102, protocol: undefined, entry: '9000-9002', place: at(6, 44) },
          ],
          assigned: [],
          shared: false,
        },
        {
          name: 'gateway',
          place: at(7, 3),
          dockerfiles: [
            { pattern: 'a/Dockerfile', place: at(8, 18) },
            { pattern: 'b/*/Dockerfile', place: at(8, 32) },
          ],
          hosts: [],
          moves: [{ from: 8096, to: 8097, protocol: undefined, entry: '8096', place: at(9, 14) }],
          assigned: [],
          shared: true,
        },
      ],
      moves: [{ from: 5000, to: 5050, protocol: undefined, entry: '5000', place: at(11, 10) }],
      reserved: [{ port: 8095, protocol: undefined, owner: 'node-management', place: at(12, 13) }],
    });
  });

  test('all moves of a range share one place object', () => {
    const [, , first, second] = parseMapping(COMPLETE, 'x').services[0]?.moves ?? [];
    expect(first?.place).toBe(second?.place);
  });

  test('reads the same as JSON, with or without that extension, indented with tabs', () => {
    const json = '{\n\t"$schema": "s.json",\n\t"ports": {\n\t\t"8095": 8096\n\t}\n}';
    for (const file of ['ports.json', 'ports.yaml', 'ports']) {
      expect(parseMapping(json, file).moves).toEqual([
        { from: 8095, to: 8096, protocol: undefined, entry: '8095', place: { file, line: 4, column: 3 } },
      ]);
    }
  });

  test('takes reserved ports as a list, with ranges and protocols', () => {
    const { reserved } = parseMapping('ports: {1: 2}\nreserved: [80, "53/udp", 90-91]\n', 'p.yaml');
    expect(reserved.map(({ port, protocol, owner, place }) => [port, protocol, owner, place.column])).toEqual([
      [80, undefined, undefined, 12],
      [53, 'udp', undefined, 16],
      [90, undefined, undefined, 26],
      [91, undefined, undefined, 26],
    ]);
  });

  test('takes chains, swaps and the same number for two protocols', () => {
    const { moves } = parseMapping('ports: {80: 81, 81: 80, 8095: 8096, 8096: 8097, 53/tcp: 54, 53/udp: 55}', 'p.yaml');
    expect(moves.map(({ from, to }) => [from, to])).toEqual([
      [80, 81],
      [81, 80],
      [8095, 8096],
      [8096, 8097],
      [53, 54],
      [53, 55],
    ]);
  });

  test('takes a protocol on both sides where it is the same', () => {
    expect(parseMapping('ports: {53/udp: 5353/udp}', 'p.yaml').moves[0]).toMatchObject({ to: 5353, protocol: 'udp' });
  });

  test('follows anchors and merge keys, own keys first', () => {
    const text =
      'services:\n  a: &base\n    dockerfile: A\n    ports: &ports { 1: 2 }\n' +
      '  b:\n    <<: *base\n    dockerfile: B\n  c: { dockerfile: C, ports: *ports }\n  d: *base\n' +
      '  e: { <<: [*base, { shared: true, dockerfile: E }] }\n';
    const { services } = parseMapping(text, 'p.yaml');
    expect(services.map(({ dockerfiles, moves, shared }) => [dockerfiles[0]?.pattern, moves[0]?.to, shared])).toEqual([
      ['A', 2, false],
      ['B', 2, false],
      ['C', 2, false],
      ['A', 2, false],
      ['A', 2, true],
    ]);
    expect(services[1]?.moves[0]?.place.line).toBe(4);
  });

  test('knows names that look like something else', () => {
    const { services } = parseMapping(
      'services: { 1e3: {dockerfile: 0x10, ports: {}}, on: {dockerfile: no, ports: {}} }',
      'p',
    );
    expect(services.map(({ name, dockerfiles }) => [name, dockerfiles[0]?.pattern])).toEqual([
      ['1e3', '0x10'],
      ['on', 'no'],
    ]);
  });
});

describe('a colon without a blank behind it', () => {
  test.each([
    ['ports: {8095:8096}', '8095: 8096'],
    ['ports: {8095:8096, 1: 2}', '8095: 8096'],
    ['ports:\n  8095:8096\n  1:2\n', '8095: 8096'],
    ['ports: {53/udp:5353}', '53/udp: 5353'],
    ['ports: {9000-9003:9100-9103}', '9000-9003: 9100-9103'],
    ['services: {a: {dockerfile: D, ports: {8095:8096}}}', '8095: 8096'],
  ])('%s', (text, right) => {
    const hints = new Set(diagnosticsOf(() => parseMapping(text, 'ports.yaml')).map(({ hint }) => hint));
    expect([...hints]).toEqual([`put a blank behind the colon: ${right}`]);
  });

  test('is not what is wrong with other entries', () => {
    expect(hintOf('ports: {"8095->8096"}')).not.toContain('blank');
    expect(hintOf('reserved: ["8095:8096"]')).not.toContain('blank');
    expect(hintOf(service('port: "8095:8096"'))).not.toContain('blank');
  });
});

describe('an error of a port', () => {
  test.each([
    ['0: 1', '1:9', '"0" is not a port'],
    ['65536: 1', '1:9', '"65536" is not a port'],
    ['1: 65536', '1:12', '"65536" is not a port'],
    ['1: -5', '1:12', '"-5" is not a port'],
    ['1: 80.5', '1:12', '"80.5" is not a port'],
    ['1: 0x50', '1:12', '"0x50" is not a port'],
    ['1: 0o120', '1:12', '"0o120" is not a port'],
    ['1: 8e1', '1:12', '"8e1" is not a port'],
    ['1: 22:22', '1:12', '"22:22" is not a port'],
    ['1: "8096 "', '1:12', '"8096 " is not a port'],
    ['1: .inf', '1:12', '".inf" is not a port'],
    ['http: 1', '1:9', '"http" is not a port'],
    ['1: 99999999999999999999', '1:12', '"99999999999999999999" is not a port'],
    ['080: 81', '1:9', '"080" is not a port'],
    ['1-70000: 2-70001', '1:9', '"70000" is not a port'],
  ])('%s', (entry, place, message) => {
    expect(problemsOf(`ports: {${entry}}`)).toContain(`${place} mapping-port ${message}`);
  });

  test.each([
    ['80/tcpp: 81', '1:9 mapping-port "tcpp" is not a protocol'],
    ['80/TCP: 81', '1:9 mapping-port "TCP" is not a protocol'],
    ['80/: 81', '1:9 mapping-port "" is not a protocol'],
    ['80: 81/udp', '1:9 mapping-protocol 80 cannot move to 81/udp: a port keeps its protocol'],
    ['80/tcp: 81/udp', '1:9 mapping-protocol 80/tcp cannot move to 81/udp: a port keeps its protocol'],
    ['90-80: 1-11', '1:9 mapping-range the range 90-80 runs backwards'],
    ['80-90: 100-109', '1:9 mapping-range 80-90 is 11 ports, but 100-109 is 10 ports'],
    ['80-90: 100', '1:9 mapping-range 80-90 is 11 ports, but 100 is one port'],
    ['80: 80', '1:9 mapping-same-port 80 moves to itself'],
    ['80-90: 80-90', '1:9 mapping-same-port 80-90 moves to itself'],
  ])('%s', (entry, problem) => {
    expect(problemsOf(`ports: {${entry}}`)).toEqual([problem]);
  });

  test.each([
    ['70000: 1', 'a port is a number from 1 to 65535'],
    ['080: 1', 'write 80, without leading zeros'],
    ['9-5: 1', 'write 5-9'],
    ['9000-9003: 9100', 'for all of 9000-9003 write 9100-9103'],
    ['1-65535: 2-3', 'both sides must be of the same length'],
    ['80: 81/udp', 'write the protocol on the left side only: "80/udp"'],
  ])('says what to do about %s', (entry, hint) => {
    expect(hintOf(`ports: {${entry}}`)).toBe(hint);
  });
});

describe('a port that is named twice', () => {
  test.each([
    ['8095: 1, 8095: 2', '1:18 mapping-duplicate-key the key "8095" stands twice, first at ports.yaml:1:9'],
    ['8095: 1, "8095": 2', '1:18 mapping-duplicate-key the key "8095" stands twice, first at ports.yaml:1:9'],
    [
      '8095: 1, 8095/tcp: 2',
      '1:18 mapping-duplicate-port 8095/tcp names a port that 8095 at ports.yaml:1:9 names, too',
    ],
    ['90-95: 100-105, 93: 2', '1:25 mapping-duplicate-port 93 names a port that 90-95 at ports.yaml:1:9 names, too'],
    [
      '93/udp: 2, 90-95: 100-105',
      '1:20 mapping-duplicate-port 90-95 names a port that 93/udp at ports.yaml:1:9 names, too',
    ],
    ['1-3: 4-6, 3-5: 7-9', '1:19 mapping-duplicate-port 3-5 names a port that 1-3 at ports.yaml:1:9 names, too'],
  ])('%s', (entries, problem) => {
    expect(problemsOf(`ports: {${entries}}`)).toEqual([problem]);
  });

  test('in a list of reserved ports', () => {
    expect(problemsOf('ports: {1: 2}\nreserved: [80, 80]\n')).toEqual([
      '2:16 mapping-duplicate-port 80 names a port that 80 at ports.yaml:2:12 names, too',
    ]);
  });
});

describe('an error of shape', () => {
  test.each([
    [
      'services: { a: 5 }',
      '1:16 mapping-type service "a" must be a map with "dockerfile" and "port" or "ports", not 5',
    ],
    [
      'services: [a]',
      '1:11 mapping-type "services" must be a map of service names, each with "dockerfile" and "ports", not a list',
    ],
    [
      'services:\n  a:\n',
      '2:3 mapping-type service "a" must be a map with "dockerfile" and "port" or "ports", not empty',
    ],
    ['ports: 8095', '1:8 mapping-type "ports" must be a map of old to new ports, such as { 8095: 8096 }, not 8095'],
    ['ports:', '1:1 mapping-type "ports" must be a map of old to new ports, such as { 8095: 8096 }, not empty'],
    [
      'ports: { 1: true }',
      '1:13 mapping-type the new port of "1" must be a port such as 8096, or a range such as 9100-9103, not true',
    ],
    [
      'ports: { 1: }',
      '1:10 mapping-type the new port of "1" must be a port such as 8096, or a range such as 9100-9103, not empty',
    ],
    [
      'ports: {1: 2}\nreserved: 80',
      '2:11 mapping-type "reserved" must be a map of port to owner, such as { 8095: node-management }, or a list of ports, not 80',
    ],
    [
      'ports: {1: 2}\nreserved: { 80: 81 }',
      '2:17 mapping-type the owner of "80" must be the name of its owner, not 81',
    ],
    [
      'ports: {1: 2}\nreserved: [ {} ]',
      '2:13 mapping-type an item of "reserved" must be a port such as 8096, or a range such as 9100-9103, not an empty map',
    ],
    ['- ports', '1:1 mapping-type the mapping must be a map with "services" or "ports", not a list'],
    ['just text', '1:1 mapping-type the mapping must be a map with "services" or "ports", not the text "just text"'],
    [
      service('ports: {}, hosts: api'),
      '2:43 mapping-type "hosts" of service "api" must be a list of host names, not the text "api"',
    ],
    [
      service('ports: {}, hosts: [1]'),
      '2:44 mapping-type an item of "hosts" of service "api" must be a host name, not 1',
    ],
    [
      service('ports: {}, shared: yes'),
      '2:44 mapping-type "shared" of service "api" must be true or false, not the text "yes"',
    ],
    [
      'services: { a: { dockerfile: {}, ports: {} } }',
      '1:30 mapping-type "dockerfile" of service "a" must be a path, a glob, or a list of them, not an empty map',
    ],
    [
      'services: { a: { dockerfile: [], ports: {} } }',
      '1:30 mapping-type "dockerfile" of service "a" must be a path, a glob, or a list of them, not an empty list',
    ],
    [
      'services: { a: { dockerfile: [D, 1], ports: {} } }',
      '1:34 mapping-type an item of "dockerfile" of service "a" must be text, not 1',
    ],
    [
      'services: { a: { dockerfile: "", ports: {} } }',
      '1:30 mapping-type "dockerfile" of service "a" must be text, not empty',
    ],
    ['services: { a: { ports: {} } }', '1:13 mapping-missing-key service "a" has no "dockerfile"'],
    ['services: { a: { dockerfile: D } }', '1:13 mapping-missing-key service "a" has neither "port" nor "ports"'],
    ['services: { "": { dockerfile: D, ports: {} } }', '1:13 mapping-type a service has no name'],
    ['port: {}', '1:1 mapping-unknown-key "port" is not a key of a mapping'],
    [service('ports: {}, prots: {}'), '2:36 mapping-unknown-key "prots" is not a key of a service'],
    ['ports: {1: 2}\n__proto__: 3', '2:1 mapping-unknown-key "__proto__" cannot be a key'],
    [
      'services:\n  a: {dockerfile: D, ports: {}}\n  a: {dockerfile: E, ports: {}}',
      '3:3 mapping-duplicate-key the key "a" stands twice, first at ports.yaml:2:3',
    ],
    ['ports: {1: 2}\nports: {3: 4}', '2:1 mapping-duplicate-key the key "ports" stands twice, first at ports.yaml:1:1'],
  ])('%s', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  test.each([
    ['prots: {}', 'did you mean "ports"?'],
    ['Services: {}', 'did you mean "services"?'],
    ['colour: red', 'the keys here are $schema, services, ports, reserved'],
    [service('ports: {}, dockerfiel: x'), 'did you mean "dockerfile"?'],
    ['services: { a: { ports: {} } }', 'add it, such as dockerfile: api/Dockerfile'],
    [service('ports: {}, shared: yes'), 'write it like this: shared: true'],
  ])('says what to do about %s', (text, hint) => {
    expect(hintOf(text)).toBe(hint);
  });

  test.each(['', '\n# only a comment\n', '{}', 'services: {}', 'ports: {}\nreserved: [80]', 'null', '---'])(
    'an empty mapping is told what one looks like: %j',
    (text) => {
      const [diagnostic] = diagnosticsOf(() => parseMapping(text, 'ports.yaml'));
      expect(diagnostic).toMatchObject({ code: 'mapping-empty', severity: 'error', file: 'ports.yaml', line: 1 });
      const example = diagnostic?.hint?.replace('write, for example, ', '') ?? '';
      expect(parseMapping(example, 'example.yaml').services[0]?.moves[0]?.to).toBe(8096);
    },
  );

  test('a long or odd text is shortened and escaped', () => {
    expect(problemsOf(`"${'x'.repeat(999)}\\e": 1`)[0]).toMatch(/^1:1 mapping-unknown-key "x{59}…" is not/);
    expect(problemsOf('"a\\e[31m": 1')[0]).toBe('1:1 mapping-unknown-key "a\\u001b[31m" is not a key of a mapping');
  });
});

describe('an error of a host', () => {
  test.each([
    ['http://api', '"http://api" is not a host name', 'write the name alone, without scheme, port and path: api'],
    ['api:80', '"api:80" is not a host name', 'write the name alone, without scheme, port and path: api'],
    ['a b', '"a b" is not a host name', 'write the name alone, without scheme, port and path: a'],
    ['localhost', '"localhost" is each container itself, so it cannot name one of them', undefined],
    ['127.0.0.1', '"127.0.0.1" is each container itself, so it cannot name one of them', undefined],
  ])('%s', (host, message, hint) => {
    const text = service(`ports: {}, hosts: ["${host}"]`);
    expect(problemsOf(text)).toEqual([`2:44 mapping-host ${message}`]);
    if (hint !== undefined) expect(hintOf(text)).toBe(hint);
  });

  test('an IPv6 address is a host', () => {
    expect(parseMapping(service('ports: {}, hosts: ["fd00::1"]'), 'p').services[0]?.hosts[0]?.name).toBe('fd00::1');
  });

  test('two services list the same one, whatever its case', () => {
    const text =
      'services:\n  a: {dockerfile: D, ports: {}, hosts: [db, db]}\n  b: {dockerfile: E, ports: {}, hosts: [DB]}\n';
    expect(problemsOf(text)).toEqual([
      '3:41 mapping-duplicate-host "DB" is a host of "a" at ports.yaml:2:41, and of "b"',
    ]);
  });
});

describe('all errors of a file', () => {
  const lines = ['services:', '  a:', '    dockerfil: D', '    ports: { 1: 1, x: 2 }', 'colour: red', 'reserved: 5'];
  const expected = [
    '2:3 mapping-missing-key',
    '3:5 mapping-unknown-key',
    '4:14 mapping-same-port',
    '4:20 mapping-ports',
    '5:1 mapping-unknown-key',
    '6:11 mapping-type',
  ];
  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('come at once, in their order, with %s line ends', (_, end) => {
    expect(problemsOf(lines.join(end)).map((line) => line.split(' ', 2).join(' '))).toEqual(expected);
  });

  test('a byte order mark does not count as a column', () => {
    expect(problemsOf('\uFEFFports: {1: 1}')).toEqual(['1:9 mapping-same-port 1 moves to itself']);
  });

  test('columns count UTF-16 units, tabs as one', () => {
    expect(problemsOf('services: {"😀":\t{dockerfile: D, ports: {1: 1}}}')[0]).toMatch(/^1:42 /);
  });

  test('what an alias stands for is reported once', () => {
    expect(problemsOf('services:\n  a: &a {dockerfile: D, ports: {1: x}}\n  b: *a\n  c: *a\n')).toEqual([
      '2:36 mapping-port "x" is not a port',
    ]);
  });
});

describe('a document that cannot be read', () => {
  test.each([
    ['ports:\n\t1: 2', '2:1 mapping-syntax a tab cannot indent YAML'],
    ['ports: {1: 2', '1:13 mapping-syntax flow map in block collection must be sufficiently indented and end with a }'],
    ['ports: "1', '1:10 mapping-syntax missing closing "quote'],
    ['a: 1\n---\nb: 1', '2:1 mapping-syntax a second document starts here'],
    ['ports: !foo {1: 2}', '1:8 mapping-syntax unresolved tag: !foo'],
    ['ports: *nowhere', '1:8 mapping-alias no anchor "nowhere" is before this alias'],
    ['ports: &p { 1: *p }', '1:16 mapping-alias "p" is an alias within its own anchor'],
    ['ports: { [1]: 2 }', '1:10 mapping-syntax a key must be plain text'],
    ['ports: { <<: 1 }', '1:14 mapping-syntax "<<" must name a map to take entries from'],
    [`${'['.repeat(100)}`, '1:52 mapping-syntax this is nested too deeply for a mapping'],
  ])('%j', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  test('JSON that is not JSON', () => {
    expect(problemsOf('{"ports": {8095: 1}}', 'p.json')).toEqual(['1:12 mapping-syntax "8095" is not JSON']);
    expect(problemsOf('{"ports": {"8095": 8096}', 'p.json')[0]).toMatch(/^1:25 mapping-syntax/);
  });

  test('several errors of syntax are told, one for each line', () => {
    expect(problemsOf('ports: {1: @a}\nreserved: `b\n').map((line) => line.slice(0, 4))).toEqual(['1:12', '2:11']);
  });

  test('an alias bomb', () => {
    const levels = Array.from(
      { length: 12 },
      (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`,
    );
    const [problem, ...more] = problemsOf(`a0: &a0 [1, 2]\n${levels.join('\n')}\n`);
    expect(problem).toMatch(/^7:\d+ mapping-alias the aliases up to "a5" stand for more than 1,000,000 values$/);
    expect(more).toEqual([]);
  });

  test.each([
    ['brackets', '['.repeat(200_000)],
    ['braces', '{"a":'.repeat(50_000)],
    ['items', '- '.repeat(50_000)],
    ['explicit keys', '? '.repeat(50_000)],
    ['indentation', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('is nested endlessly with %s', (_, text) => {
    expect(problemsOf(text)[0]).toContain('nested too deeply');
    expect(problemsOf(text, 'p.json')[0]).toContain('nested too deeply');
  });

  test('ranges without end', () => {
    const services = Array.from({ length: 20 }, (_, i) => `  s${i}: { dockerfile: D, ports: { 1-60000: 2-60001 } }`);
    expect(problemsOf(`services:\n${services.join('\n')}`)).toEqual([
      '18:34 mapping-too-large the mapping names more than 1,000,000 ports, counting all of each range',
    ]);
  });
});

describe('many services', () => {
  const write = (count: number) => {
    const services = Array.from(
      { length: count },
      (_, i) => `  s${i}:\n    dockerfile: a/${i}/Dockerfile\n    ports: { ${i + 1}: ${i + 2} }\n`,
    );
    return `services:\n${services.join('')}`;
  };

  test.each([
    [20_000, 'plainly written', (text: string) => text],
    [5_000, 'with an anchor', (text: string) => text.replace('dockerfile: a/0', 'dockerfile: &anchor a/0')],
  ])('%d of them are read, %s', (count, _, edit) => {
    const { services } = parseMapping(edit(write(count)), 'p.yaml');
    expect(services).toHaveLength(count);
    expect(services.at(-1)).toMatchObject({
      name: `s${count - 1}`,
      place: { line: 3 * count - 1, column: 3 },
      moves: [{ from: count, to: count + 1, place: { line: 3 * count + 1, column: 14 } }],
    });
  });

  test('and an error in the last of them is found', () => {
    expect(problemsOf(`${write(10_000)}  s7: { dockerfile: D, ports: { 1: 1 } }\n`)).toEqual([
      '30002:3 mapping-duplicate-key the key "s7" stands twice, first at ports.yaml:23:3',
      '30002:33 mapping-same-port 1 moves to itself',
    ]);
  });
});
