import { commandWords, interpret, isNoProgram, isToolCall, rowsOf, unwrap } from '../../src/languages/program.ts';
import { MappedText } from '../../src/text/mapped-text.ts';

/** The words of a line; those within `'…'` are one. */
function wordsOf(line: string): MappedText[] {
  return [...line.matchAll(/'([^']*)'|\S+/g)].map((match) => MappedText.of(match[1] ?? match[0]));
}

function texts(words: readonly MappedText[] | undefined): string | undefined {
  return words?.map(({ text }) => text).join(' ');
}

describe('unwrap', () => {
  test.each([
    ['gosu www uvicorn a:b --port 80', 'uvicorn a:b --port 80', 'www'],
    ['timeout -k 5 30 nc -l 80', 'nc -l 80', '-k 5 30'],
    ['env A=1 node app.js', 'node app.js', 'A=1'],
    ['docker-entrypoint.sh redis-server --port 80', 'redis-server --port 80', ''],
    ['wait-for-it db:5432 -- app', 'app', 'db:5432'],
    ['npm run start -- --port 80', 'start --port 80', ''],
    ['pm2-runtime app.js --web 9615 -- --port 80', 'app.js --port 80', '--web 9615'],
    ['opam config exec -- cohttp-server-lwt -p 80', 'cohttp-server-lwt -p 80', 'exec'],
    ['opam exec -- dream --port 80', 'dream --port 80', ''],
    ['rvm 1.9.3 exec rackup -p 80', 'rackup -p 80', '1.9.3'],
    ['rvm 2.7 do rackup -p 80', 'rackup -p 80', '2.7'],
    ['fixuid -q uvicorn --port 80', 'uvicorn --port 80', '-q'],
    ['nodemon --exec http-server -p 80', 'http-server -p 80', ''],
    ["nodemon -w src --exec 'node --inspect' app.js", 'node --inspect app.js', '-w src'],
    ['launch --verbose -- uvicorn --port 80', 'uvicorn --port 80', '--verbose'],
    ['tcpserver -v 0 80 http.server', 'http.server', '-v 0 80'],
    ['C:\\tools\\npx.cmd http-server', 'http-server', ''],
  ])('%s', (line, inner, own) => {
    const found = unwrap(wordsOf(line));
    expect([texts(found?.inner), texts(found?.own)]).toEqual([inner, own]);
  });

  test('command lines in one text are scripts', () => {
    expect(unwrap(wordsOf("su www -c 'nc -l 80'"))?.scripts.map(({ text }) => text)).toEqual(['nc -l 80']);
  });

  test.each(['uvicorn a:b', 'launch -- other', 'curl -- wget', 'opam install x', 'entrypoint.sh --port 80', 'env'])(
    'nothing inside: %s',
    (line) => {
      expect(unwrap(wordsOf(line))?.inner).toBeUndefined();
    },
  );
});

describe('interpret', () => {
  test.each([
    ["python3.12 -c 'code' 80", 'code', undefined, '', '80'],
    ['python -um http.server 80', '', 'http.server 80', '', ''],
    ['node --inspect app.js 80', '', 'app.js 80', '--inspect', ''],
    ['node --inspect=0.0.0.0:9229 app.js', '', 'app.js', '--inspect=0.0.0.0:9229', ''],
    ['node -r dotenv/config app.js', '', 'app.js', '-r dotenv/config', ''],
    ["bash -euo pipefail -c 'script' x", 'script', undefined, '-euo pipefail', 'x'],
    ["sh -lc 'script'", 'script', undefined, '', ''],
    ["perl -pi -e 'code' file", 'code', undefined, '-pi', 'file'],
    ["R --no-save -e 'code'", 'code', undefined, '--no-save', ''],
    ["Revo64 -e 'code'", 'code', undefined, '', ''],
    ["R '-e code(port=80)'", 'code(port=80)', undefined, '', ''],
    ["deno eval 'code'", 'code', undefined, '', ''],
    ['deno run --allow-net=:80 app.ts', '', 'app.ts', '--allow-net=:80', ''],
    ['php -d a=b artisan serve', '', 'artisan serve', '-d a=b', ''],
  ])('%s', (line, code, inner, own, rest) => {
    const found = interpret(wordsOf(line));
    expect([texts(found?.code), texts(found?.inner), texts(found?.own), texts(found?.rest)]).toEqual([
      code,
      inner,
      own,
      rest,
    ]);
  });

  test.each(['php -S 0.0.0.0:80', 'php -t public -S :80', 'uvicorn a:b', 'deno install x'])(
    'not run by an interpreter: %s',
    (line) => {
      expect(interpret(wordsOf(line))).toBeUndefined();
    },
  );
});

describe('the words of a command', () => {
  test.each([
    ["'http-server -p 8002'", 'http-server|-p|8002'],
    ["'curl -k https://localhost:8443'", 'curl|-k|https://localhost:8443'],
    ["'./server --port 80' x", './server|--port|80|x'],
    ["'C:\\Program Files\\app.exe' --port 80", 'C:\\Program Files\\app.exe|--port|80'],
    ["'my app' x", 'my app|x'],
    ["echo 'a b'", 'echo|a b'],
  ])('%s', (line, words) => {
    expect(
      commandWords(wordsOf(line))
        .map(({ text }) => text)
        .join('|'),
    ).toBe(words);
  });

  test.each(['--port', '-p', '-conf', '8095', 'TCP-LISTEN:8095,fork', '0.0.0.0:8000', ':80', '--port 80'])(
    'no program: %s',
    (word) => {
      expect(isNoProgram(word)).toBe(true);
    },
  );

  test.each(['nginx', './app', '/bin/8095', 'C:\\app8.exe', '7z', '[', '.', 'python3.12', '-'])(
    'a program: %s',
    (word) => {
      expect(isNoProgram(word)).toBe(false);
    },
  );
});

describe('isToolCall', () => {
  test.each([
    ['git clone x', true],
    ['git daemon --port=80', false],
    ['/usr/bin/hg serve', false],
    ['hg clone x', true],
    ['mkdir 80', true],
    ['mvn jetty:run', false],
    ['fixuid', false],
    ['uvicorn a', false],
  ])('%s', (line, isTool) => {
    const [program, ...args] = wordsOf(line);
    expect(isToolCall(program?.text ?? '', args)).toBe(isTool);
  });
});

test('the rows of a program: those of servers and clients, then those of wrappers', () => {
  expect(rowsOf('/usr/bin/wait-for-it.sh')[0]?.hosts).toContain('-h');
  expect(rowsOf('pip')).toEqual([]);
});
