import { findProgram, programNames } from '../../src/knowledge/find-program.ts';

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

describe('findProgram', () => {
  test('knows a server by its path', () => {
    expect(findProgram('/opt/venv/bin/uvicorn')?.servers[0]?.ports).toContain('--port');
  });

  test('gives the rows for subcommands first', () => {
    const rows = findProgram('caddy')?.servers ?? [];
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.at(-1)?.subcommands).toBeUndefined();
    expect(rows[0]?.subcommands).toBeDefined();
  });

  test('gives the rows that hold on a condition before the row that always holds', () => {
    const nc = findProgram('nc');
    expect(nc?.servers[0]?.requires).toContain('-l');
    expect(nc?.clients[0]?.operands).toEqual(['host', 'port']);
  });

  test('knows any exporter, and some by name', () => {
    expect(findProgram('my_new_exporter')?.servers[0]?.addresses).toContain('--web.listen-address');
    expect(findProgram('node_exporter')?.servers[0]?.defaultPort).toBe(9100);
    expect(findProgram('node_exporter')?.servers).toHaveLength(1);
  });

  test('tells interpreters, wrappers and clients apart', () => {
    expect(findProgram('python3.11')?.interpreters[0]?.moduleFlag).toBe('-m');
    expect(findProgram('tini')?.wrappers[0]?.operands).toEqual(['command']);
    expect(findProgram('/usr/bin/curl')?.clients[0]?.others).toContain('--max-time');
  });

  test('knows nothing of other programs', () => {
    expect(findProgram('my-app')).toBeUndefined();
    expect(findProgram('')).toBeUndefined();
  });
});
