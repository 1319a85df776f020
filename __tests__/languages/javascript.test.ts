// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are those of the code
import { findInJavaScript } from '../../src/languages/javascript.ts';
import { findIn, inShort, portsInShort } from './code-findings.ts';

const find = (code: string) => inShort(findIn(findInJavaScript, code));
const ports = (code: string) => portsInShort(findIn(findInJavaScript, code));

describe('ports in JavaScript', () => {
  test.each([
    [`require('http').createServer(f).listen(8095)`, ['8095']],
    [`app.listen(8095, '0.0.0.0', () => console.log('up'))`, ['8095']],
    [`server.listen({ port: 8095, host: '::' })`, ['8095']],
    [`server.listen("8095")`, ['8095']],
    [`require('net').connect(8095).on('error', () => process.exit(1))`, ['8095']],
    [`net.connect(8095, 'db')`, ['db:8095']],
    [`net.createConnection({ port: 8095, host: 'localhost' })`, ['8095']],
    [`const s = new net.Socket(); s.connect(8095, '127.0.0.1', () => {})`, ['8095']],
    [`http.get({ host: 'localhost', port: 8095, path: '/' }, r => {})`, ['8095']],
    [`http.request({ hostname: 'api', port: '8095' })`, ['api:8095']],
    [`require('node:http').get({ 'port': 8095 })`, ['8095']],
    [`Deno.serve({ port: 8095 }, handler)`, ['8095']],
    [`Bun.serve({ port: 8095, fetch })`, ['8095']],
    [`new WebSocketServer({ port: 8095 })`, ['8095']],
    [`const { get } = require('http'); get({ port: 8095 })`, ['8095']],
    [`import { get as load } from 'node:http'; load({ port: 8095 })`, ['8095']],
    [`import('node:net').then((net) => net.connect(8095))`, ['8095']],
    [`const options = { port: 8095 }; http.get(options)`, ['8095']],
  ])('states one by a call that is known: %s', (code, expected) => {
    expect(ports(code)).toEqual(expected);
  });

  test.each([
    [`start({ port: 8095 })`, ['8095?']],
    [`start({ port: 8095, host: 'db' })`, ['db:8095?']],
    [`const port = 8095`, ['8095?']],
    [`function f(port = 8095) {}`, ['8095?']],
    [`process.env.PORT = '8095'`, ['8095?']],
    [`console.log(process.env.PORT || 8095)`, ['8095?']],
    [`check('localhost', 8095)`, ['8095?']],
  ])('probably states one: %s', (code, expected) => {
    expect(ports(code)).toEqual(expected);
  });

  test.each([
    [`fetch('http://localhost:8095/health').then(r => process.exit(r.ok ? 0 : 1))`, ['8095']],
    [`new URL("http://127.0.0.1:8095")`, ['8095']],
    [`new WebSocket('ws://db:8095')`, ['db:8095']],
    ['fetch(`http://localhost:8095/`)', ['8095']],
    ['fetch(`http://localhost:${8095}/`)', ['8095']],
    [`fetch('http://localhost:' + 8095 + '/')`, ['8095']],
    [`fetch('http://localhost/')`, ['(80)']],
    [`require('child_process').execSync('curl http://localhost:8095')`, ['8095']],
  ])('stands in a text: %s', (code, expected) => {
    expect(ports(code)).toEqual(expected);
  });

  test.each([
    [`const p = 8095; app.listen(p)`, ['8095']],
    [`for (const p of [8095, 8096]) net.connect(p)`, ['8095', '8096']],
    [`let p; p = 8095; app.listen(p)`, ['8095']],
    [`const [h, p] = ['db', 8095]; net.connect(p, h)`, ['db:8095']],
    [`app.listen(dev ? 8095 : 8096)`, ['8095', '8096']],
    [`net.connect(8095, host)`, ['8095??']],
    [`const t = 8095; setTimeout(f, t); app.listen(t)`, ['8095??']],
  ])('flows: %s', (code, expected) => {
    expect(ports(code)).toEqual(expected);
  });

  test.each([
    [`app.listen(process.env.PORT)`, ['$PORT']],
    [`app.listen(process.env.PORT || 8095)`, ['$PORT', '8095']],
    [`app.listen(+(process.env['PORT'] ?? '8095'))`, ['$PORT', '8095']],
    [`app.listen(parseInt(process.env.A_PORT || process.env.B_PORT || '8095', 10))`, ['$A_PORT', '$B_PORT', '8095']],
    ['fetch(`http://localhost:${process.env.PORT || 8095}/`)', ['$PORT', '8095']],
    [`const p = process.env.PORT || 8095; fetch('http://localhost:' + p + '/')`, ['$PORT', '8095']],
    [`const { PORT = 8095 } = process.env; app.listen(PORT)`, ['$PORT', '8095']],
    [`Deno.serve({ port: Number(Deno.env.get('PORT') ?? 8095) })`, ['$PORT', '8095']],
    [`setTimeout(f, process.env.PAUSE)`, ['$PAUSE other']],
    [`app.listen(process.env.BASE * 10)`, ['$BASE composed']],
    ['fetch(`http://localhost:${PORT}/`)', ['$PORT']],
    ['fetch(`http://localhost:${PORT:-8095}/`)', ['$PORT', '8095']],
    [`fetch('http://localhost:\${PORT:-8095}/')`, ['$PORT', '8095']],
    [`net.connect($PORT)`, ['$PORT']],
    [`net.connect(\${PORT:-8095})`, ['$PORT', '8095']],
  ])('comes from the environment: %s', (code, expected) => {
    expect(ports(code)).toEqual(expected);
  });

  test.each([
    [`process.exit(1)`, ['!1']],
    [`setTimeout(() => {}, 8095)`, ['!8095']],
    [`s.setTimeout(2000)`, ['!2000']],
    [`r.statusCode === 200`, ['!200']],
    [`http.get({ timeout: 8095 })`, ['!8095']],
    [`argv[80]`, ['!80']],
  ])('is surely none: %s', (code, expected) => {
    expect(find(code)).toEqual(expected);
  });

  test.each([`f(8095)`, `[8095]`, `console.log('8095')`, `/* http://localhost:8095 */`, `/a"8095/`, `8095n`, ``])(
    'says nothing of: %s',
    (code) => {
      expect(find(code)).toEqual([]);
    },
  );

  test('is found in TypeScript, and around what is broken', () => {
    expect(ports(`const p: number = 8095 as number; app!.listen(p)`)).toEqual(['8095']);
    expect(ports(`if ({( ; app.listen(8095)`)).toEqual(['8095']);
    expect(ports('fetch(`http://localhost:8095')).toEqual(['8095']);
  });

  test('names the argument to add where a request would use its default', () => {
    const findings = findIn(findInJavaScript, `http.get({ hostname: 'localhost', path: '/', timeout: 2 })`);
    const finding = findings.find(({ kind }) => kind === 'port');
    expect(finding).toMatchObject({ port: 80, implicit: { how: 'argument', hint: expect.stringContaining('{port}') } });
  });
});
