import type { ScriptLanguage } from '../../src/languages/code/script-syntax.ts';
import { findInScript } from '../../src/languages/scripts.ts';
import { findIn, inShort, portsInShort } from './code-findings.ts';

const CASES: Record<ScriptLanguage, [code: string, expected: string[]][]> = {
  php: [
    [`exit(@fsockopen('localhost', 8095) ? 0 : 1);`, ['8095']],
    [`fsockopen('db', 8095, $e, $s, 5);`, ['db:8095']],
    [`fsockopen('ssl://localhost', 8095);`, ['8095']],
    [`file_get_contents('http://localhost:8095/');`, ['8095']],
    [`stream_socket_client('tcp://127.0.0.1:8095');`, ['8095']],
    [`stream_socket_client('tcp://localhost:' . (getenv('PORT') ?: 8095));`, ['$PORT', '8095']],
    [`fsockopen('localhost', $_ENV['PORT'] ?? 8095);`, ['$PORT', '8095']],
    [`$p = 8095; readfile("http://localhost:$p/");`, ['8095']],
    [`$p = 8095; readfile("http://localhost:{$p}/");`, ['8095']],
    [`readfile("http://localhost:{$_ENV['PORT']}/");`, ['$PORT']],
    [`readfile("http://localhost:\${PORT}/");`, ['$PORT']],
    [`$r = new Redis; $r->connect('redis', 6379);`, ['redis:6379']],
    [`$c = ['host' => 'localhost', 'port' => 8095];`, ['8095?']],
    [`$s = sprintf('http://localhost:%d/', 8095);`, ['8095']],
    [`new mysqli(port: 8095);`, ['8095']],
    [`readfile('http://localhost/i/');`, ['(80)']],
    [`fsockopen($h, 8095);`, ['8095??']],
    [`// http://localhost:8095`, []],
    [`# http://localhost:8095\n/* localhost:8095 */`, []],
    [`if (hash_file('SHA384', 'a') === '544e09') { echo 'x'; } echo PHP_EOL;`, []],
  ],
  perl: [
    [`IO::Socket::INET->new(PeerAddr=>'localhost', PeerPort=>8095, Timeout=>5) or exit 1`, ['8095']],
    [`IO::Socket::INET->new(PeerAddr => 'db', PeerPort => 8095)`, ['db:8095']],
    [`IO::Socket::INET->new(PeerAddr => 'localhost:8095')`, ['8095']],
    [`IO::Socket::INET->new("localhost:8095")`, ['8095']],
    [`IO::Socket::INET->new(LocalPort => 8095, Listen => 5)`, ['8095']],
    [`use LWP::Simple; exit(get("http://localhost:8095/") ? 0 : 1)`, ['8095']],
    [`get "http://localhost:$ENV{PORT}/"`, ['$PORT']],
    [`my $p = $ENV{PORT} || 8095; IO::Socket::INET->new("localhost:$p") or die`, ['$PORT', '8095']],
    [`my ($h, $p) = ('db', 8095); IO::Socket::INET->new(PeerHost => $h, PeerPort => $p)`, ['db:8095']],
    [`connect($s, sockaddr_in(8095, inet_aton('localhost')))`, ['8095']],
    [`check(qw(localhost 8095))`, ['8095?']],
    [`$u = 'http://localhost:' . 8095`, ['8095']],
    [`if (/a"b/) { get(q{http://localhost:8095/}) }`, ['8095']],
    [`$a =~ s/"x/y/; get(qq(http://localhost:8095/))`, ['8095']],
  ],
  ruby: [
    [`require 'socket'; TCPSocket.new('localhost', 8095).close`, ['8095']],
    [`TCPSocket.new 'localhost', 8095`, ['8095']],
    [`Socket.tcp('db', 8095, connect_timeout: 2) { |s| s.close }`, ['db:8095']],
    [`Net::HTTP.get('localhost', '/', 8095)`, ['8095']],
    [`Net::HTTP.get(URI('http://localhost:8095/health'))`, ['8095']],
    [`WEBrick::HTTPServer.new(:Port=>8095, :DocumentRoot=>'.').start`, ['8095']],
    [`WEBrick::HTTPServer.new(Port: 8095).start`, ['8095']],
    [`p = ENV.fetch('PORT', 8095); TCPSocket.open('127.0.0.1', p)`, ['$PORT', '8095']],
    [`TCPSocket.open('127.0.0.1', ENV.fetch('PORT') { 8095 })`, ['$PORT', '8095']],
    [`u = "http://localhost:#{ENV['PORT'] || 8095}/"`, ['$PORT', '8095']],
    [`URI('http://localhost:' + ENV['PORT'])`, ['$PORT']],
    [`Net::HTTP.get('localhost', '/')`, ['(80)']],
    [`port = 8095\nTCPSocket.new('localhost', port)`, ['8095']],
    [`%w[localhost 8095].each { |x| p x }`, ['8095?']],
  ],
  lua: [
    [`local s = require('socket'); s.connect('localhost', 8095)`, ['8095']],
    [`local t = socket.tcp(); t:connect('db', 8095)`, ['db:8095']],
    [`local http = require "socket.http"; http.request("http://localhost:8095/")`, ['8095']],
    [`local p = os.getenv('PORT') or 8095; print('http://127.0.0.1:' .. p)`, ['$PORT', '8095']],
    [`serve{host='0.0.0.0', port=8095}`, ['8095?']],
    [`-- http://localhost:8095`, []],
    [`--[[ http://localhost:8095 ]] f()`, []],
  ],
  r: [
    [`plumber::plumb('plumber.R')$run(host = '0.0.0.0', port = 8095, swagger = FALSE)`, ['8095']],
    [`pr <- plumber::plumb('api.R'); pr$run('0.0.0.0', 8095)`, ['8095']],
    [`options(shiny.port = 8095, shiny.host = '0.0.0.0')`, ['8095?']],
    [`shiny::runApp('/app', host = "0.0.0.0", port = 8095)`, ['8095']],
    [`runApp(port = 8095L)`, ['8095']],
    [`opencpu::opencpu$start(8095)`, ['8095']],
    [`servePhantasus("0.0.0.0", 8095)`, ['8095?']],
    [`port <- as.integer(Sys.getenv('PORT', '8095'))\nrunApp('/app', port = port)`, ['$PORT', '8095']],
    [`runApp('/app', port = $PORT)`, ['$PORT']],
    [`u <- paste0('http://localhost:', 8095)`, ['8095']],
    [`enrichGO(c(4312, 8318), ont = 'MF')`, []],
  ],
};

describe.each(Object.entries(CASES) as [ScriptLanguage, [string, string[]][]][])('ports in %s', (language, cases) => {
  test.each(cases)('%s', (code, expected) => {
    expect(portsInShort(findIn((text) => findInScript(text, language), code))).toEqual(expected);
  });
});

describe('what is surely no port', () => {
  test.each<[ScriptLanguage, string, string[]]>([
    ['php', `sleep(8095); exit(1);`, ['!8095', '!1']],
    ['perl', `sleep 8095; alarm(80)`, ['!8095', '!80']],
    ['perl', `IO::Socket::INET->new(Listen => 5)`, ['!5']],
    ['ruby', `sleep 80; exit(1)`, ['!80', '!1']],
    ['lua', `c:settimeout(80); os.exit(1)`, ['!80', '!1']],
    ['r', `Sys.sleep(80); install_version('x', version = '3.80')`, ['!80', '!3.80']],
  ])('%s: %s', (language, code, expected) => {
    expect(inShort(findIn((text) => findInScript(text, language), code))).toEqual(expected);
  });
});
