// biome-ignore-all lint/suspicious/noTemplateCurlyInString: addresses are written with such placeholders
import fc from 'fast-check';
import { findAddresses, isOwnHost, readAddress, readPort } from '../../src/languages/address.ts';
import type { Finding } from '../../src/occurrence.ts';
import { MappedText } from '../../src/text/mapped-text.ts';
import { findIn, inShort } from './code-findings.ts';

const PLACE = { certainty: 'exact', reason: 'a test' } as const;

const found = (text: string): string[] => inShort(findIn((code) => findAddresses(code), text));
const address = (text: string): string[] => inShort(findIn((code) => readAddress(code, PLACE), text));
const port = (text: string): string[] => inShort(findIn((code) => readPort(code, PLACE), text));

describe('which hosts are the container itself', () => {
  test.each([
    ...[
      'localhost',
      'LOCALHOST',
      'localhost.localdomain',
      '127.0.0.1',
      '127.1',
      '127.255.0.9',
      '0.0.0.0',
      '0',
      '*',
      '+',
      '',
    ],
    ...[
      '::1',
      '[::1]',
      '::',
      '[::]',
      '[0:0:0:0:0:0:0:1]',
      '[::ffff:127.0.0.1]',
      '$HOSTNAME',
      '${HOSTNAME}',
      'ip6-localhost',
    ],
  ])('%j is', (host) => expect(isOwnHost(host)).toBe(true));

  test.each([
    ...['db', '10.0.0.1', '128.0.0.1', '0.0.0.1', '255.255.255.255', 'localhost.example.com', 'mylocalhost', '[::2]'],
    ...['[fe80::1]', '$HOST', '${HOSTNAME}x', '[::ffff:10.0.0.1]', '1270.0.0.1', 'host.docker.internal', '.'],
  ])('%j is not', (host) => expect(isOwnHost(host)).toBe(false));
});

describe('addresses anywhere in a text', () => {
  test.each<readonly [text: string, findings: readonly string[]]>([
    // URLs
    ['http://localhost:8095/x', ['8095']],
    ['https://127.0.0.1:8095', ['8095']],
    ['GET http://LOCALHOST:8095?a=b', ['8095']],
    ['http://0.0.0.0:8095#top', ['8095']],
    ['http://[::1]:8095/', ['8095']],
    ['http://[::]:8095', ['8095']],
    ['http://user:pa55@localhost:8095/', ['!user:pa55@', '8095']],
    ['http://user:8095@localhost:8096/', ['!user:8095@', '8096']],
    ['redis://:8095@localhost:6380/0', ['!:8095@', '6380', '!/0']],
    ['jdbc:postgresql://localhost:8095/db', ['8095']],
    ['http://+:8095', ['8095']],
    ['http://*:8095/', ['8095']],
    ['tcp://*:8095', ['8095']],
    ['tcp://:8095', ['8095']],
    ['tcp://$HOSTNAME:8095', ['8095?']],
    ['unix:///run/8095.sock', ['!/run/8095.sock']],
    ['http://localhost:8095/v1/8096', ['8095', '!/v1/8096']],
    ['http://localhost:8095/?to=http://localhost:8096/', ['8095', '8096']],
    ['http://localhost:8095,http://localhost:8096', ['8095', '8096']],
    ['<http://localhost:8095>, "http://localhost:8096"', ['8095', '8096']],
    // other hosts
    ['postgres://db:8095/x', ['db:8095']],
    ['//db:8095/x', ['db:8095']],
    ['user@db:8095', ['db:8095']],
    ['user:pa55@db:8095/x', ['db:8095']],
    ['user@localhost:8095', ['8095']],
    ['jdbc:oracle:thin:@db:8095:xe', ['db:8095']],
    ['jdbc:oracle:thin:@//db:8095/xe', ['db:8095']],
    ['user@:8095 a/b@c:8095', []],
    ['image@sha256:8095aa', []],
    ['db:8095-8099', ['db:8095', 'db:8099']],
    ['tcp://0.0.0.0:8095-8099', ['8095', '8099']],
    ['db:8095-1 db:8097-9000:80', ['db:8095', 'db:8097']],
    ['http://api.example.com:8095/', ['api.example.com:8095']],
    ['http://10.1.2.3:8095/', ['10.1.2.3:8095']],
    ['http://[fe80::1]:8095/', ['[fe80::1]:8095']],
    ['http://$HOST:8095/', ['$HOST:8095']],
    ['mongodb://a:8095,b:8096/db', ['a:8095', 'b:8096']],
    ['mongodb://localhost:8095,127.0.0.1:8096/db', ['8095', '8096']],
    // host and port
    ['localhost:8095', ['8095']],
    ['on 0.0.0.0:8095 and [::]:8095', ['8095', '8095']],
    [':8095', ['8095']],
    ['--addr=:8095', ['8095']],
    ['*:8095', ['8095']],
    ['db:8095', ['db:8095']],
    ['"localhost:8095"', ['8095']],
    ['(localhost:8095)', ['8095']],
    ['localhost:$PORT', ['$PORT']],
    ['localhost:${PORT:-8095}', ['$PORT', '8095']],
    ['tcp:8095', ['8095']],
    ['TCP-LISTEN:8095,fork', ['8095']],
    ['udp4:8095', ['8095']],
    // no ports
    ['8095', []],
    ['12:8095', []],
    ['10:20:30', []],
    ['localhost:8095abc', []],
    ['localhost:80.95', []],
    ['localhost:0', []],
    ['localhost:65536', []],
    ['localhost:08095', []],
    ['sha256:8095', ['sha256:8095']],
    ['C:\\8095', []],
    ['a8095:', []],
    ['localhost', []],
  ])('%s', (text, findings) => expect(found(text)).toEqual(findings));

  test('finding never throws, and gives digits that are in the text', () => {
    const piece = fc.constantFrom(
      ...[
        'http://',
        'tcp://',
        'localhost',
        '127.0.0.1',
        '[::1]',
        '[',
        ']',
        ':',
        '8095',
        '80',
        ',',
        '/',
        '@',
        '$P',
        '${P:-80}',
      ],
      ...['*', '+', '-', '.', ' ', '"', "'", '\uFFFC', 'db', '?', '#', '${', '}', '\n'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        for (const read of [findAddresses, (code: MappedText): Finding[] => readAddress(code, PLACE)]) {
          for (const finding of read(MappedText.of(text))) {
            const at = finding.at.toSource();
            expect(at).toBeDefined();
            expect(text.slice(at?.start, at?.end)).toBe(finding.at.text);
            if (finding.kind === 'port' && finding.implicit === undefined)
              expect(finding.at.text).toBe(String(finding.port));
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('URLs without a port', () => {
  test.each<readonly [text: string, findings: readonly string[]]>([
    ['http://localhost/x', ['(80)']],
    ['https://localhost', ['(443)']],
    ['ws://127.0.0.1/', ['(80)']],
    ['redis://localhost', ['(6379)']],
    ['postgres://user:pw@localhost/db', ['!user:pw@', '(5432)']],
    ['http://gateway/x', ['gateway:(80)']],
    ['http://example.com/', []],
    ['http://10.0.0.1/', []],
    ['ssh://localhost/', []],
    ['http:///x', []],
    ['http://localhost:80/', ['80']],
  ])('%s', (text, findings) => expect(found(text)).toEqual(findings));

  test('have the port stand right behind the host', () => {
    const [finding] = findAddresses(MappedText.of('curl http://localhost/x'));
    expect(finding?.at.toSource()).toEqual({ start: 21, end: 21 });
    expect(finding).toMatchObject({ port: 80, implicit: { how: 'insert' } });
  });
});

describe('a text that is an address', () => {
  test.each<readonly [text: string, findings: readonly string[]]>([
    ['8095', ['8095']],
    [':8095', ['8095']],
    ['"0.0.0.0:8095"', ['8095']],
    ['0.0.0.0:8095,[::]:8096', ['8095', '8096']],
    ['http://+:8095;https://+:8443', ['8095', '8443']],
    ['127.0.0.1:8095 10.0.0.1:8096', ['8095', '10.0.0.1:8096']],
    ['$PORT', ['$PORT']],
    ['0.0.0.0:${PORT:-8095}', ['$PORT', '8095']],
    ['8095-8099', ['8095', '8099']],
    ['8095/tcp', ['8095']],
    ['unix:/run/8095.sock', []],
    ['0.0.0.0', []],
    ['true', []],
    ['', []],
  ])('%j', (text, findings) => expect(address(text)).toEqual(findings));

  test('may leave out the port where the place has a default', () => {
    const place = { ...PLACE, defaultPort: 80 };
    const shortOf = (text: string) => inShort(readAddress(MappedText.of(text), place));
    expect(shortOf('localhost/health')).toEqual(['(80)']);
    expect(shortOf('localhost')).toEqual(['(80)']);
    expect(shortOf('localhost:8095/health')).toEqual(['8095']);
    expect(shortOf('example.com/health')).toEqual([]);
    expect(shortOf('/health')).toEqual([]);
  });

  test('a bare port belongs to the host of the place', () => {
    expect(inShort(readAddress(MappedText.of('8095'), { ...PLACE, host: 'db' }))).toEqual(['db:8095']);
    expect(inShort(readAddress(MappedText.of('8095'), { ...PLACE, host: 'localhost' }))).toEqual(['8095']);
  });
});

describe('a text that is a port', () => {
  test.each<readonly [text: string, findings: readonly string[]]>([
    ['8095', ['8095']],
    [' 8095 ', ['8095']],
    ['"8095"', ['8095']],
    ["'8095'", ['8095']],
    ['8095/tcp', ['8095']],
    ['8095/UDP', ['8095']],
    ['8095,8105', ['8095', '8105']],
    ['8095;8105 8106', ['8095', '8105', '8106']],
    ['$PORT', ['$PORT']],
    ['${PORT}', ['$PORT']],
    ['${PORT}/tcp', ['$PORT']],
    ['${PORT:-8095}', ['$PORT', '8095']],
    ['${PORT-8095}', ['$PORT', '8095']],
    ['${PORT:-"8095"}', ['$PORT', '8095']],
    ['${PORT:-${OTHER:-8095}}', ['$PORT', '$OTHER', '8095']],
    ['${PORT:+8095}', ['$PORT']],
    ['${BASE}95', ['$BASE composed']],
    ['80$TAIL', ['$TAIL composed']],
    ['$A$B', ['$A composed', '$B composed']],
    ['$FIRST-$LAST', ['$FIRST', '$LAST']],
    ['8095$CONTEXT_PATH', ['8095']],
    ['30000:30099', ['30000', '30099']],
    ['8080:80', []],
    ['8099-8095', []],
    ['0', []],
    ['08095', []],
    ['65536', []],
    ['123456', []],
    ['8095s', []],
    ['1.8095', []],
    ['-8095', []],
    ['', []],
  ])('%j', (text, findings) => expect(port(text)).toEqual(findings));

  test('both ends of a range know the range', () => {
    const findings = readPort(MappedText.of('8000-8010/udp'), PLACE);
    expect(findings).toMatchObject([
      { port: 8000, protocol: 'udp', range: { first: 8000, last: 8010, end: 'first', splittable: false } },
      { port: 8010, protocol: 'udp', range: { first: 8000, last: 8010, end: 'last', splittable: false } },
    ]);
    for (const finding of findings)
      expect(finding.kind === 'port' && finding.range?.at.toSource()).toEqual({ start: 0, end: 9 });
  });
});
