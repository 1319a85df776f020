// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are those of the shell
import { findInPython } from '../../src/languages/python.ts';
import { findIn, inShort, portsInShort } from './code-findings.ts';

const find = (code: string) => inShort(findIn(findInPython, code));
const ports = (code: string) => portsInShort(findIn(findInPython, code));

describe('ports in Python', () => {
  test.each([
    [`http.client.HTTPConnection('localhost', 8095).request('GET', '/')`, ['8095']],
    [`httplib.HTTPConnection("127.0.0.1", port=8095, timeout=5)`, ['8095']],
    [`http.client.HTTPConnection('localhost:8095')`, ['8095']],
    [`HTTPConnection('db', 8095)`, ['db:8095']],
    [`s.connect(('127.0.0.1', 8095))`, ['8095']],
    [`socket.socket().connect_ex(('localhost', 8095))`, ['8095']],
    [`socket.create_connection(('localhost', 8095), 2)`, ['8095']],
    [`s.bind(('', 8095))`, ['8095']],
    [`s.bind(("::1", 8095, 0, 0))`, ['8095']],
    [`s.connect(('cache', 6379))`, ['cache:6379']],
    [`HTTPServer(('', 8095), H).serve_forever()`, ['8095']],
    [`socketserver.TCPServer(("0.0.0.0", 8095), H)`, ['8095']],
    [`asyncio.start_server(cb, '0.0.0.0', 8095)`, ['8095']],
    [`asyncio.open_connection('localhost', 8095)`, ['8095']],
    [`loop.create_server(P, '0.0.0.0', 8095)`, ['8095']],
    [`uvicorn.run(app, host='0.0.0.0', port=8095)`, ['8095']],
    [`uvicorn.run('m:app', port=int('8095'))`, ['8095']],
    [`app.run('0.0.0.0', 8095)`, ['8095']],
    [`app.run(host="0.0.0.0", port=8095, debug=True)`, ['8095']],
    [`app.run_server(port=8095)`, ['8095']],
    [`serve(app, listen='*:8095')`, ['8095']],
    [`make_server('', 8095, app)`, ['8095']],
    [`start_http_server(8095)`, ['8095']],
    [`server.add_insecure_port('[::]:8095')`, ['8095']],
    [`save_password('secret', 8095)`, ['8095']],
    [`telnetlib.Telnet('localhost', 8095, 3)`, ['8095']],
  ])('states one by a call that is known: %s', (code, expected) => {
    expect(ports(code)).toEqual(expected);
  });

  test.each([
    [`anything(port=8095)`, ['8095?']],
    [`anything(host='db', port=8095)`, ['db:8095?']],
    [`anything(metrics_port=8095)`, ['8095?']],
    [`Client('localhost', 8095)`, ['8095?']],
    [`config = {'host': 'localhost', 'port': 8095}`, ['8095?']],
    [`port = 8095`, ['8095?']],
    [`PORT: int = 8095`, ['8095?']],
    [`self.listen_port = 8095`, ['8095?']],
    [`def main(port=8095): pass`, ['8095?']],
    [`os.environ['PORT'] = '8095'`, ['8095?']],
    [`print(os.getenv('SERVICE_PORT', '8095'))`, ['8095?']],
    [`assert port == 8095`, ['8095?']],
    [`subprocess.run(['nc', '-z', 'localhost', '8095'])`, ['8095?']],
  ])('probably states one by a name or a host beside it: %s', (code, expected) => {
    expect(ports(code)).toEqual(expected);
  });

  test.each([
    [`urllib.request.urlopen('http://localhost:8095/health').read()`, ['8095']],
    [`urlopen("http://session-api:8095/health", timeout=2)`, ['session-api:8095']],
    [`requests.get(u'http://127.0.0.1:8095/')`, ['8095']],
    [`os.system('curl -f http://localhost:8095/health')`, ['8095']],
    [`'http://localhost:' + '8095'`, ['8095']],
    [`'http://localhost:' + str(8095) + '/health'`, ['8095']],
    [`'http://localhost:%s/health' % 8095`, ['8095']],
    [`'http://%s:%d/health' % ('localhost', 8095)`, ['8095']],
    [`'http://%(h)s:%(p)d' % {'h': 'db', 'p': 8095}`, ['db:8095']],
    [`'http://{}:{}/'.format('localhost', 8095)`, ['8095']],
    [`'http://localhost:{port}/'.format(port=8095)`, ['8095']],
    [`f'http://localhost:{8095}/'`, ['8095']],
    [`'http://' 'localhost' ':8095'`, ['8095']],
    [`'''http://localhost:8095/'''`, ['8095']],
    [`r'http://localhost:8095\\d'`, ['8095']],
    [`urlopen('http://localhost/health')`, ['(80)']],
  ])('stands in a text: %s', (code, expected) => {
    expect(ports(code)).toEqual(expected);
  });

  test.each([
    [`p = 8095; s.connect(('localhost', p))`, ['8095']],
    [`h, p = 'db', 8095\ns.connect((h, p))`, ['db:8095']],
    [`a = ('localhost', 8095); s.connect(a)`, ['8095']],
    [`base = 'http://localhost'; urlopen(base + ':8095/health')`, ['8095']],
    [`for p in (8095, 8096): s.connect(('localhost', p))`, ['8095', '8096']],
    [`[s.connect_ex(('localhost', p)) for p in [8095]]`, ['8095']],
    [`sys.exit(0 if s.connect_ex(('localhost', 8095)) == 0 else 1)`, ['8095']],
    [`a = b; b = a; s.connect(('localhost', a))`, []],
    [`for h in hosts: s.connect((h, 8095))`, ['8095??']],
    [`t = 8095; sleep(t); s.connect(('localhost', t))`, ['8095??']],
    [`p = 8095; s.connect(('localhost', p)); t.connect(('db', p))`, ['8095??']],
  ])('flows through a name: %s', (code, expected) => {
    expect(ports(code)).toEqual(expected);
  });

  test.each([
    [`HTTPConnection('localhost', int(os.environ['PORT']))`, ['$PORT']],
    [`f"http://localhost:{os.environ['PORT']}/"`, ['$PORT']],
    [`f'http://localhost:{os.environ.get("PORT", 8095)}/'`, ['$PORT', '8095']],
    [`p=os.getenv('SERVICE_PORT','8095'); urlopen(f'http://127.0.0.1:{p}/health')`, ['$SERVICE_PORT', '8095']],
    [
      `p=os.getenv('A_PORT',os.getenv('B_PORT','8095')); urlopen('http://127.0.0.1:'+str(p)+'/health')`,
      ['$A_PORT', '$B_PORT', '8095'],
    ],
    [
      `p=os.getenv('A_PORT') or os.getenv('B_PORT','8095'); s.connect(('127.0.0.1', int(p)))`,
      ['$A_PORT', '$B_PORT', '8095'],
    ],
    [`from os import environ as e; s.connect(('localhost', int(e['PORT'])))`, ['$PORT']],
    [`s.connect(('localhost', int(os.environ['BASE']) + 95))`, ['$BASE composed']],
    [`urlopen(f"http://{os.getenv('HOST', 'localhost')}:8095/")`, ['8095']],
    [`urlopen(f"http://{os.getenv('HOST', 'db')}:8095/")`, ['db:8095']],
    [`s.connect((os.environ['DB_HOST'], 8095))`, ['${DB_HOST}:8095']],
    [`time.sleep(int(os.environ['PAUSE']))`, ['$PAUSE other']],
    [`s.connect(('localhost', $PORT))`, ['$PORT']],
    [`urlopen('http://localhost:\${PORT:-8095}/')`, ['$PORT', '8095']],
    [`urlopen('http://127.0.0.1:' + str(\${API_PORT:-8095}) + '/health')`, ['$API_PORT', '8095']],
    [`f'http://localhost:\${PORT}/'`, ['$PORT']],
  ])('comes from the environment: %s', (code, expected) => {
    expect(ports(code)).toEqual(expected);
  });

  test.each([
    [`time.sleep(8095)`, ['!8095']],
    [`urlopen(url, timeout=8095)`, ['!8095']],
    [`sys.exit(1)`, ['!1']],
    [`for i in range(80): pass`, ['!80']],
    [`r.read(80)`, ['!80']],
    [`r.status == 200`, ['!200']],
    [`r.status in (200, 204)`, ['!200', '!204']],
    [`s.settimeout(2)`, ['!2']],
    [`s.listen(80)`, ['!80']],
    [`uid=65532`, ['!65532']],
    [`connect(db_port=5432)`, ['!5432']],
    [`install(version='1.80')`, ['!1.80']],
    [`x[80]`, ['!80']],
  ])('is surely none: %s', (code, expected) => {
    expect(find(code)).toEqual(expected);
  });

  test.each([
    `f(8095)`,
    `x = [8095, 8096]`,
    `print('8095')`,
    `0x1f9f + 8_095`,
    `s.connect(('localhost', 0x1f9f))`,
    `os.chown(path, uid, gid)`,
    `# http://localhost:8095`,
    ``,
  ])('says nothing of: %s', (code) => {
    expect(find(code)).toEqual([]);
  });

  test('is found in Python 2, and around what is broken', () => {
    expect(ports(`print 'x'; import httplib; print httplib.HTTPConnection('localhost', 8095)`)).toEqual(['8095']);
    expect(ports(`import x; if ((: s.connect(('localhost', 8095))`)).toEqual(['8095']);
    expect(ports(`urlopen('http://localhost:8095/`)).toEqual(['8095']);
  });

  test('names the argument to add where a client would use its default', () => {
    const findings = findIn(findInPython, `redis.Redis(host='localhost', socket_timeout=2).ping()`);
    const finding = findings.find(({ kind }) => kind === 'port');
    expect(finding).toMatchObject({ port: 6379, implicit: { how: 'argument' } });
    expect(finding?.at.sourceOffset(0)).toBe(`redis.Redis(host='localhost`.length);
    expect(ports(`redis.Redis(host='localhost', port=6380)`)).toEqual(['6380']);
  });

  test('does not ask for a port in front of what is put behind a text', () => {
    expect(ports(`u = 'http://localhost'; urlopen(u + ':8095')`)).toEqual(['8095']);
    expect(ports(`u = 'http://localhost'; urlopen(u)`)).toEqual(['(80)']);
  });

  test('hands the commands that it runs to the reader of commands', () => {
    const scripts: string[] = [];
    const words: string[][] = [];
    const options = {
      script: (text: { text: string }) => {
        scripts.push(text.text);
        return [];
      },
      words: (list: readonly { text: string }[]) => {
        words.push(list.map((word) => word.text));
        return [];
      },
    };
    findIn(
      (code) => findInPython(code, options),
      `os.system('nc -z localhost 8095'); subprocess.run(['nc', '-p', str(8095)])`,
    );
    expect(scripts).toEqual(['nc -z localhost 8095']);
    expect(words).toEqual([['nc', '-p', '8095']]);
  });
});
