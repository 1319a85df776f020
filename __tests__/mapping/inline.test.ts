import { mappingFromArguments } from '../../src/mapping/inline.ts';
import { diagnosticsOf } from './diagnostics.ts';

test.each([
  ['8095=8096', [[8095, 8096, undefined]]],
  ['53/udp=5353', [[53, 5353, 'udp']]],
  [' 80 = 81 ', [[80, 81, undefined]]],
  [
    '9000-9001=9100-9101',
    [
      [9000, 9100, undefined],
      [9001, 9101, undefined],
    ],
  ],
  [
    '9000-9001/tcp=9100-9101/tcp',
    [
      [9000, 9100, 'tcp'],
      [9001, 9101, 'tcp'],
    ],
  ],
])('%s', (text, expected) => {
  const { moves } = mappingFromArguments([text]);
  expect(moves.map(({ from, to, protocol }) => [from, to, protocol])).toEqual(expected);
  for (const move of moves) expect(move.place).toEqual({ argument: `--port ${text}` });
});

test.each([
  ['8095', '--port "8095": this is not OLD=NEW', 'write the old and the new port, such as --port 8095=8096'],
  ['', '--port "": this is not OLD=NEW', 'write the old and the new port, such as --port 8095=8096'],
  ['8095:8096', '--port "8095:8096": this is not OLD=NEW', 'write the old and the new port, such as --port 8095=8096'],
  ['1=2=3', '--port "1=2=3": this is not OLD=NEW', 'write the old and the new port, such as --port 8095=8096'],
  ['=80', '--port "=80": "" is not a port', undefined],
  ['80=', '--port "80=": "" is not a port', undefined],
  ['http=80', '--port "http=80": "http" is not a port', undefined],
  [
    '80=70000',
    '--port "80=70000": "70000" is not a port',
    'a port is a number from 1 to 65535; an example is --port 8095=8096',
  ],
  ['80=80', '--port "80=80": 80 moves to itself', undefined],
  [
    '1-3=4-5',
    '--port "1-3=4-5": 1-3 is 3 ports, but 4-5 is 2 ports',
    'for all of 1-3 write 4-6; an example is --port 8095=8096',
  ],
  ['80/tcp=81/udp', '--port "80/tcp=81/udp": 80/tcp cannot move to 81/udp: a port keeps its protocol', undefined],
])('%j is refused', (text, message, hint) => {
  const [diagnostic, ...more] = diagnosticsOf(() => mappingFromArguments([text]));
  expect(diagnostic).toMatchObject({ code: 'port-argument', severity: 'error', message });
  expect(diagnostic).not.toHaveProperty('file');
  expect(diagnostic?.hint).toContain('--port 8095=8096');
  if (hint !== undefined) expect(diagnostic?.hint).toBe(hint);
  expect(more).toEqual([]);
});

test('several make one mapping', () => {
  const mapping = mappingFromArguments(['8095=8096', '8096=8095', '53/tcp=54', '53/udp=55']);
  expect(mapping).toMatchObject({ file: undefined, services: [], reserved: [] });
  expect(mapping.moves.map(({ from, to }) => [from, to])).toEqual([
    [8095, 8096],
    [8096, 8095],
    [53, 54],
    [53, 55],
  ]);
});

test('all that is wrong with several is said at once', () => {
  const messages = diagnosticsOf(() => mappingFromArguments(['80', '80=81', '80/tcp=82', '70-90=170-190'])).map(
    ({ message }) => message,
  );
  expect(messages).toEqual([
    '--port "80": this is not OLD=NEW',
    '--port 80=81 and --port 70-90=170-190 name the same port',
    '--port 80/tcp=82 and --port 70-90=170-190 name the same port',
  ]);
});

test('the same port in two arguments is refused, even to the same port', () => {
  expect(diagnosticsOf(() => mappingFromArguments(['80=81', '80=81']))).toMatchObject([
    { code: 'port-argument', message: '--port 80=81 and --port 80=81 name the same port', hint: 'name each port once' },
  ]);
});
