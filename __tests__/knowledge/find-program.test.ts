import { clients } from '../../src/knowledge/clients.ts';
import { byProgram, programNames } from '../../src/knowledge/find-program.ts';
import { servers } from '../../src/knowledge/servers.ts';
import { interpreters, wrappers } from '../../src/knowledge/wrappers.ts';

describe('programNames', () => {
  test.each([
    ['uvicorn', 'uvicorn'],
    ['/usr/local/bin/gunicorn', 'gunicorn'],
    [String.raw`C:\redis\redis-server.exe`, 'redis-server'],
    ['python3.12', 'python'],
    ['/usr/bin/python3', 'python'],
    ['php7', 'php'],
    ['php8.2', 'php'],
    ['php-fpm8.2', 'php-fpm'],
    ['/usr/sbin/php-fpm7.4', 'php-fpm'],
    ['ruby2.7', 'ruby'],
    ['wiremock-standalone-2.35.0.jar', 'wiremock-standalone.jar'],
    ['wiremock-2.27.2.jar', 'wiremock.jar'],
    ['selenium-server-standalone-3.141.59.jar', 'selenium-server-standalone.jar'],
    ['jenkins-2.440.war', 'jenkins.war'],
    ['app-1.0-SNAPSHOT.jar', 'app.jar'],
    ['moco-runner-1.0.0-standalone.jar', 'moco-runner-standalone.jar'],
    ['tika-server-standard-2.9.1.jar', 'tika-server-standard.jar'],
    ['redis_exporter-linux-amd64', 'redis_exporter'],
  ])('%s is found as %s', (word, name) => {
    expect(programNames(word)).toContain(name);
  });

  test('names with digits of their own come first', () => {
    expect(programNames('k3s')[0]).toBe('k3s');
    expect(programNames('iperf3')[0]).toBe('iperf3');
  });
});

describe('byProgram', () => {
  const findServers = byProgram(servers);
  const findClients = byProgram(clients);

  test('knows a server by its path', () => {
    expect(findServers('/opt/venv/bin/uvicorn')[0]?.ports).toContain('--port');
  });

  test('gives the rows for subcommands first', () => {
    const rows = findServers('caddy');
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.at(-1)?.subcommands).toBeUndefined();
    expect(rows[0]?.subcommands).toBeDefined();
  });

  test('gives the row that holds on a condition before the row that always holds', () => {
    expect(findClients('nc').map((row) => row.requires?.[0])).toEqual(['-l', undefined]);
    expect(findClients('nc')[1]?.operands).toEqual(['host', 'port']);
  });

  test('knows any exporter, and some by name', () => {
    expect(findServers('my_new_exporter')[0]?.addresses).toContain('--web.listen-address');
    expect(findServers('node_exporter').map((row) => row.defaultPort)).toEqual([9100]);
    expect(findServers('redis_exporter-linux-amd64').map((row) => row.defaultPort)).toEqual([9121]);
  });

  test('knows interpreters and wrappers without their version', () => {
    expect(byProgram(interpreters)('python3.11')[0]?.moduleFlag).toBe('-m');
    expect(byProgram(wrappers)('/usr/bin/tini')[0]?.operands).toEqual(['command']);
  });

  test.each(['my-app', '', '/'])('knows nothing of "%s"', (word) => {
    expect(findServers(word)).toEqual([]);
  });
});

test('a very long word is no program, and takes no time to be told from one', () => {
  const started = performance.now();
  expect(programNames(`/opt/${'0.'.repeat(500_000)}`)).toHaveLength(1);
  expect(performance.now() - started).toBeLessThan(1000);
});
