import { findConflicts, findSharedPorts, type Holder } from '../../src/mapping/conflicts.ts';
import { mappingFromArguments } from '../../src/mapping/inline.ts';
import { parseMapping } from '../../src/mapping/load.ts';
import { linesOf } from './diagnostics.ts';

const services = (...lines: string[]) =>
  parseMapping(`services:\n${lines.map((line) => `  ${line.replace('{', '{ dockerfile: D,')}\n`).join('')}`, 'p.yaml');
const conflictsOf = (...lines: string[]) => linesOf(findConflicts(services(...lines)));
const withMore = (more: string, ...lines: string[]) =>
  findConflicts(
    parseMapping(
      `services:\n${lines.map((line) => `  ${line.replace('{', '{ dockerfile: D,')}\n`).join('')}${more}`,
      'p.yaml',
    ),
  );

describe('two services on one port', () => {
  test('are both named, with both places', () => {
    const [diagnostic, ...more] = findConflicts(services('a: { ports: { 1: 9 } }', 'b: { ports: { 2: 9 } }'));
    expect(diagnostic).toEqual({
      code: 'port-conflict',
      severity: 'error',
      message: '"b" would land on 9, which "a" lands on, too (p.yaml:2:32)',
      file: 'p.yaml',
      line: 3,
      column: 32,
      hint: 'choose another port, or allow it with "shared: true" on "b"',
    });
    expect(more).toEqual([]);
  });

  test.each([
    ['the one that comes second', 'a: { ports: {1: 9} }', 'b: { ports: {2: 9}, shared: true }'],
    ['the one that comes first', 'a: { ports: {1: 9}, shared: true }', 'b: { ports: {2: 9} }'],
  ])('are allowed where %s may share', (_, ...lines) => {
    expect(conflictsOf(...lines)).toEqual([]);
  });

  test.each([
    ['two protocols', 'a: { ports: {1/tcp: 9} }', 'b: { ports: {2/udp: 9} }'],
    ['a chain', 'a: { ports: {8095: 8096} }', 'b: { ports: {8096: 8097} }'],
    ['a swap', 'a: { ports: {80: 81} }', 'b: { ports: {81: 80} }'],
  ])('is not what they are in %s', (_, ...lines) => {
    expect(conflictsOf(...lines)).toEqual([]);
  });

  test('meet where only one of them names a protocol', () => {
    expect(conflictsOf('a: { ports: {1/udp: 9} }', 'b: { ports: {2: 9} }')).toEqual([
      '3:31 port-conflict "b" would land on 9, which "a" lands on, too (p.yaml:2:31)',
    ]);
  });

  test('are reported once for two ranges, and once for each that comes', () => {
    expect(conflictsOf('a: { ports: {1-5: 11-15} }', 'b: { ports: {21-25: 13-17} }', 'c: { ports: {33: 13} }')).toEqual(
      [
        '3:31 port-conflict "b" would land on 13, which "a" lands on, too (p.yaml:2:31)',
        '4:31 port-conflict "c" would land on 13, which "a" lands on, too (p.yaml:2:31)',
      ],
    );
  });

  test('one of them being every other Dockerfile', () => {
    const diagnostics = withMore('ports: { 5000: 9 }\n', 'a: { ports: {1: 9} }');
    expect(linesOf(diagnostics)).toEqual([
      '3:10 port-conflict every other Dockerfile would land on 9, which "a" lands on, too (p.yaml:2:31)',
    ]);
    expect(diagnostics[0]?.hint).toBe('choose another port, or allow it with "shared: true" on "a"');
    expect(withMore('ports: { 5000: 9 }\n', 'a: { ports: {1: 9}, shared: true }')).toEqual([]);
  });
});

describe('a port that a service keeps', () => {
  const keeps = (service: string | undefined, port: number, more: Partial<Holder> = {}): Holder => ({
    service,
    how: 'keeps',
    port,
    place: { file: `${service}/Dockerfile`, line: 7, column: 8 },
    shared: false,
    ...more,
  });
  const conflictsWith = (mapping: ReturnType<typeof services>, ...kept: Holder[]) =>
    linesOf(findConflicts(mapping, kept));

  test('is not for another one', () => {
    expect(conflictsWith(services('a: { ports: {1: 9} }'), keeps('a', 1), keeps('b', 9))).toEqual([
      '2:31 port-conflict "a" would land on 9, which "b" has (b/Dockerfile:7:8)',
    ]);
  });

  test('is for another one that may share; that its owner may does not count', () => {
    expect(conflictsWith(services('a: { ports: {1: 9}, shared: true }'), keeps('b', 9))).toEqual([]);
    expect(conflictsWith(services('a: { ports: {1: 9} }'), keeps('b', 9, { shared: true }))).toHaveLength(1);
  });

  test('is not for every other Dockerfile, unless its owner may share', () => {
    const mapping = mappingFromArguments(['5000=9']);
    expect(findConflicts(mapping, [keeps('b', 9)])).toMatchObject([
      { message: 'every other Dockerfile would land on 9, which "b" has (b/Dockerfile:7:8)', file: undefined },
    ]);
    expect(conflictsWith(mapping, keeps('b', 9, { shared: true }))).toEqual([]);
    expect(conflictsWith(mapping, keeps(undefined, 9))).toEqual([]);
  });

  test('is no conflict where both were there before, or by another protocol', () => {
    expect(findSharedPorts([keeps('a', 9), keeps('b', 9)])).toEqual([]);
    expect(conflictsWith(services('a: { ports: {1/udp: 9} }'), keeps('b', 9, { protocol: 'tcp' }))).toEqual([]);
  });

  test('is found among many like it', () => {
    const kept = Array.from({ length: 20 }, () => keeps('a', 9));
    expect(conflictsWith(services('a: { ports: {1: 9} }'), ...kept)).toEqual([]);
    expect(conflictsWith(services('a: { ports: {1: 9} }'), ...kept, keeps('c', 9))).toHaveLength(1);
  });
});

describe('a reserved port', () => {
  test.each([
    ['reserved: { 9: node-management }', ' for "node-management" (p.yaml:3:13)'],
    ['reserved: [9]', ' (p.yaml:3:12)'],
    ['reserved: { 5-12/tcp: node-management }', ' for "node-management" (p.yaml:3:13)'],
  ])('is not for others: %s', (reserved, by) => {
    const diagnostics = withMore(`${reserved}\n`, 'a: { ports: {1: 9} }');
    expect(linesOf(diagnostics)).toEqual([`2:31 port-reserved "a" would land on 9, which is reserved${by}`]);
    expect(diagnostics[0]).toMatchObject({
      severity: 'error',
      hint: 'choose another port, or allow it with "shared: true" on "a"',
    });
  });

  test.each([
    ['its owner', 'reserved: { 9: a }', 'a: { ports: {1: 9} }'],
    ['one that may share', 'reserved: { 9: b }', 'a: { ports: {1: 9}, shared: true }'],
    ['one of another protocol', 'reserved: { 9/tcp: b }', 'a: { ports: {1/udp: 9} }'],
    ['one that leaves it', 'reserved: { 8095: b }', 'a: { ports: {8095: 8096} }'],
  ])('is for %s', (_, reserved, line) => {
    expect(withMore(`${reserved}\n`, line)).toEqual([]);
  });

  test('is not for every other Dockerfile either', () => {
    const mapping = parseMapping('ports: { 1: 9 }\nreserved: { 9: b }\n', 'p.yaml');
    expect(linesOf(findConflicts(mapping))).toEqual([
      '1:10 port-reserved every other Dockerfile would land on 9, which is reserved for "b" (p.yaml:2:13)',
    ]);
  });
});

describe('two ports that become one', () => {
  test('in a service', () => {
    expect(findConflicts(services('a: { ports: { 1: 9, 2: 9 } }'))).toEqual([
      {
        code: 'port-merge',
        severity: 'error',
        message: '1 (p.yaml:2:32) and 2 would both become 9',
        file: 'p.yaml',
        line: 2,
        column: 38,
        hint: 'give each of them a port of its own',
      },
    ]);
  });

  test('in the ports of every Dockerfile, and on the command line', () => {
    expect(linesOf(findConflicts(parseMapping('ports: { 1-3: 11-13, 5: 12 }', 'p.yaml')))).toEqual([
      '1:22 port-merge 2 (p.yaml:1:10) and 5 would both become 12',
    ]);
    expect(findConflicts(mappingFromArguments(['1=9', '2=9']))).toMatchObject([
      { code: 'port-merge', message: '1 (--port 1=9) and 2 would both become 9' },
    ]);
  });

  test('only by number are fine', () => {
    expect(conflictsOf('a: { ports: { 53/tcp: 9, 54/udp: 9 } }')).toEqual([]);
  });

  test('are reported once for each entry', () => {
    expect(conflictsOf('a: { ports: { 1-3: 11-13, 21-23: 11-13, 31-33: 11-13 } }')).toHaveLength(2);
  });
});

test('50,000 services on one port are named in time that grows with their number', () => {
  const lines = Array.from({ length: 50_000 }, (_, i) => `s${i}: { ports: {1: 9} }`);
  expect(findConflicts(services(...lines))).toHaveLength(49_999);
});

describe('assigned ports', () => {
  test.each([
    [
      'two services on one',
      ['a: { port: 9 }', 'b: { port: 9 }'],
      ['3:29 port-conflict "b" is assigned 9, which "a" is assigned, too (p.yaml:2:29)'],
    ],
    [
      'one that another lands on',
      ['a: { port: 9 }', 'b: { ports: { 1: 9 } }'],
      ['2:29 port-conflict "a" is assigned 9, which "b" lands on, too (p.yaml:3:32)'],
    ],
    ['shared ones', ['a: { port: 9 }', 'b: { port: 9, shared: true }'], []],
    ['two of one service', ['a: { ports: [9, { from: [1, 2], to: 8 }] }'], []],
    ['two protocols', ['a: { port: 9/tcp }', 'b: { port: 9/udp }'], []],
  ])('%s', (_, lines, expected) => {
    expect(conflictsOf(...lines)).toEqual(expected);
  });

  test('that are reserved, or that another keeps', () => {
    expect(linesOf(withMore('reserved: { 9: c }\n', 'a: { port: 9 }'))).toEqual([
      '2:29 port-reserved "a" is assigned 9, which is reserved for "c" (p.yaml:3:13)',
    ]);
    const kept: Holder = {
      service: 'b',
      how: 'keeps',
      port: 9,
      place: { file: 'D', line: 3, column: 8 },
      shared: false,
    };
    expect(linesOf(findConflicts(services('a: { port: 9 }'), [kept]))).toEqual([
      '2:29 port-conflict "a" is assigned 9, which "b" has (D:3:8)',
    ]);
  });
});
