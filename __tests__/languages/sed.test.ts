import fc from 'fast-check';
import { readPerlSubstitutions, readSed } from '../../src/languages/sed.ts';
import { MappedText } from '../../src/text/mapped-text.ts';
import { othersIn, portsIn, unmark, variablesIn } from './marked-ports.ts';

/** Each case: a script with the ports that it writes in marks, and perhaps the file it edits. */
const CASES: readonly (readonly [marked: string, target?: string])[] = [
  // the replacement says what it is
  ['s/Listen 80/Listen «8080»/g'],
  ['s/^#Port 22.*$/Port «22»/'],
  ['s/port=-1/port=«5901»/'],
  ['0,/port=-1/{s/port=-1/port=«5901»/}'],
  ['s/listen = 127.0.0.1:9000/listen = 0.0.0.0:«9000»/'],
  ['s/port="8080"/port="«8080»" secure="true" proxyPort="443"/'],
  ['s|listen 80;|listen «8080»;|;s%#port = 5432%port = «9020»%'],
  ['s!http_port 3128!http_port «3128»\\nhttp_port «3129» intercept!'],
  ['s/\\[mysqld\\]/[mysqld]\\nport = «3306»/'],
  ['s/#$UDPServerRun\\ 514/$UDPServerRun\\ «514»/'],
  ['s/\\(CONFIG proxy.config.http.server_ports STRING\\).*$/\\1 «80» «443»:ssl/'],
  ['s/^\\(port.http=\\).*/\\1«80»/'],
  ['s/(port.http=).*/\\1«80»/'],
  ['s#ServerName www.example.com:80#\\nServerName localhost:«80»#'],
  ['s/listen=80/listen=«8080» #&/'],
  // the replacement is bare: the search, the address or the file says what it is
  ['s/127\\.0\\.0\\.1:8118/0\\.0\\.0\\.0:«8118»/'],
  ['s/:80>/:«8125»>/'],
  ['s/172.*.*.*:80;/«80»;/'],
  ['s/80;/«80»;\\n    listen «5000»;/', '/etc/nginx/conf.d/default.conf'],
  ['s/443 ssl/«4343» ssl/', '/app/nginx.tmpl'],
  ['/^listen /s/80/«8080»/'],
  ['s/__HTTP_PORT__/«8095»/'],
  ['s/9000/«3001»/', '/usr/local/etc/php-fpm.d/zz-docker.conf'],
  ['s/"8080"/"«80»"/', 'conf/server.xml'],
  ['s/\\/run\\/php.sock/127.0.0.1:«9000»/'],
  ['s/server(localhost:3050)/server(«3050»)/'],
  ['s/localhost:9092/kafka:‹9092›/'],
  ['s/_:443/_:«4443»/'],
  ['s/# Port:3142/Port:«3142»/'],
  ['s/3072/⟨1024⟩/'],
  // what surely is no port
  ['s/timeout 80/timeout 8080/'],
  ['s/max_execution_time = 30/max_execution_time = 300/'],
  ['/children/s/25/10/'],
  ['s/1000:1000/82:82/', '/etc/passwd'],
  ['s/2.80/2.81/'],
  ['s/127.0.0.1/0.0.0.0/'],
  ['y/80/81/;3q;$d;1,80p;r /8080'],
  ['s/80/x'],
  // texts
  ['/Port 22/c\\Port «2222»'],
  ['/^listen = /clisten = «9000»'],
  ['1iPort «22»'],
  ['$ a Listen «80»'],
  ['/x/a\\\n  listen «80»;\\\n  listen «81»;\np'],
  ['1 a xdebug.remote_port=9000'],
  ['$i,{kernel, [{inet_dist_listen_min, «9100»}]}'],
  ['/server {/a\\\\tlisten «80»;\\n\\tlisten «81»;'],
];

describe('readSed', () => {
  test.each(CASES.map(([marked, target]) => ({ marked, target })))('$marked in $target', ({ marked, target }) => {
    const { text, ports } = unmark(marked);
    expect(portsIn(readSed(text, target))).toEqual(ports);
  });

  test('all digits of the search side and of addresses are reported as such', () => {
    const found = readSed(MappedText.of('/80/,90!s/Listen 81/Listen 82/'));
    expect(othersIn(found)).toEqual(['80', '90', '81']);
    expect(found.find((finding) => finding.at.text === '81')).toMatchObject({
      reason: 'search side of sed: must match text this change does not touch',
    });
  });

  test('what the search found is a port that cannot be edited where it is put in', () => {
    for (const script of ['s/^#\\(Listen 80\\)/\\1/', 's/Listen 80/&\\nKeepAlive on/', 's/\\(Listen 80\\)/\\180/']) {
      const [port] = readSed(MappedText.of(script)).filter((finding) => finding.kind === 'port');
      expect(port).toMatchObject({ kind: 'port', port: script.endsWith('80/') ? 8080 : 80 });
      expect(port?.at.toSource()).toBeUndefined();
    }
  });

  test('what the search found and is commented out is no port', () => {
    expect(portsIn(readSed(MappedText.of('s/Listen 80/#&/')))).toEqual([]);
  });

  test('variables of the shell', () => {
    expect(variablesIn(readSed(MappedText.of('s/Port 22/Port $SSH_PORT/;s!80!$PORT!')))).toEqual(['SSH_PORT', 'PORT']);
  });

  test('an exposed number that replaces another one is a port', () => {
    const { text, ports } = unmark('s/4711/«4712»/');
    expect(portsIn(readSed(text, undefined, { exposed: new Set([4712]) }))).toEqual(ports);
    expect(readSed(text).find((finding) => finding.kind === 'port')).toMatchObject({ certainty: 'possible' });
  });

  test('e runs a command', () => {
    const commands: string[] = [];
    const read = (command: MappedText) => {
      commands.push(command.text);
      return [];
    };
    readSed(MappedText.of('1e curl localhost:80'), undefined, { commands: read });
    expect(commands).toEqual(['curl localhost:80']);
  });

  test('never throws, and finds digits where it says', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        's/',
        '/',
        '\\',
        '\\1',
        '&',
        '80',
        'Listen ',
        '{',
        '}',
        ';',
        '\n',
        'a',
        'c\\',
        '[',
        ']',
        ':',
        '$',
        '(',
        ')',
        '|',
        'port=',
      ),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const source = pieces.join('');
        for (const finding of [...readSed(MappedText.of(source)), ...readPerlSubstitutions(MappedText.of(source))]) {
          const place = finding.at.toSource();
          if (place !== undefined) expect(source.slice(place.start, place.end)).toBe(finding.at.text);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('readPerlSubstitutions', () => {
  test.each([
    ['s/^Port .*/Port «2222»/g'],
    ['s,80;,«8080»;,'],
    ['s{listen\\s+80}{listen «8080»}g if /server/'],
    ['s/(port=)\\d+/$' + '{1}«8080»/'],
    ['s/80/«8080»/ if /^listen/'],
    ['s/25/10/ if /children/'],
    ['s/^bind 127.0.0.1 ::1$/bind 0.0.0.0/'],
    ['my $s = 80; print "s 80"'],
  ])('%s', (marked) => {
    const { text, ports } = unmark(marked);
    expect(portsIn(readPerlSubstitutions(text))).toEqual(ports);
  });

  test('the search side stays', () => {
    expect(othersIn(readPerlSubstitutions(MappedText.of('s/Listen 80/Listen 81/ unless /82/')))).toEqual(['80', '82']);
  });
});
