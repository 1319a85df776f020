import { clients } from '../../src/knowledge/clients.ts';
import { byProgram } from '../../src/knowledge/find-program.ts';
import type { Program } from '../../src/knowledge/program.ts';
import { servers } from '../../src/knowledge/servers.ts';
import { passesItsArgumentsOn, wrappers } from '../../src/knowledge/wrappers.ts';

const findServers = byProgram(servers);
const findClients = byProgram(clients);
const findWrappers = byProgram(wrappers);

function row(rows: readonly Program[], subcommand: string | undefined): Program | undefined {
  return rows.find(({ subcommands, requires }) =>
    subcommand === undefined ? subcommands === undefined && requires === undefined : subcommands?.includes(subcommand),
  );
}

describe('a flag that looks like a port in another program is none here', () => {
  test.each([
    ['gunicorn', undefined, '-p', 'the file for the process id'],
    ['bottle', undefined, '-p', 'a plugin'],
    ['nginx', undefined, '-p', 'a prefix'],
    ['haproxy', undefined, '-p', 'the file for the process id'],
    ['dotnet', 'run', '-p', 'a project'],
    ['http.server', undefined, '-p', 'a protocol'],
    ['jekyll', 'serve', '-p', 'the plugins'],
    ['rails', 'server', '-P', 'the file for the process id'],
    ['uwsgi', undefined, '-p', 'a number of processes'],
    ['uwsgi', undefined, '-l', 'a backlog'],
    ['ss-local', undefined, '-p', 'the port of the remote server'],
    ['odoo', undefined, '--db_port', 'the port of the database'],
    ['wetty', undefined, '--ssh-port', 'the port of the shell server'],
    ['slapd', undefined, '-d', 'a log level'],
  ])('%s %s %s: %s', (program, subcommand, flag, _meaning) => {
    const found = row(findServers(program), subcommand);
    expect(found?.others).toContain(flag);
  });

  test.each([
    ['curl', '-m'],
    ['wget', '-T'],
    ['nc', '-w'],
    ['ab', '-p'],
    ['http', '-p'],
    ['pg_isready', '-t'],
    ['cqlsh', '-p'],
  ])('%s %s', (program, flag) => {
    expect(row(findClients(program), undefined)?.others).toContain(flag);
  });
});

describe('a flag that states a port', () => {
  test.each([
    ['uvicorn', undefined, '--port'],
    ['aiohttp.web', undefined, '-P'],
    ['jekyll', 'serve', '-P'],
    ['redis-server', undefined, '--port'],
    ['memcached', undefined, '-U'],
    ['nats-server', undefined, '-m'],
    ['streamlit', 'run', '--server.port'],
    ['jenkins.war', undefined, '--httpPort'],
    ['tensorflow_model_server', undefined, '--rest_api_port'],
    ['kube-apiserver', undefined, '--secure-port'],
    ['transmission-daemon', undefined, '-p'],
  ])('%s %s %s', (program, subcommand, flag) => {
    expect(row(findServers(program), subcommand)?.ports).toContain(flag);
  });

  test.each([
    ['gunicorn', undefined, '-b'],
    ['puma', undefined, '-b'],
    ['varnishd', undefined, '-a'],
    ['traefik', undefined, '--entrypoints.*.address'],
    ['serve', undefined, '-l'],
    ['dotnet', undefined, '--urls'],
    ['mkdocs', 'serve', '-a'],
    ['httpd', undefined, '-p'],
    ['cockroach', 'start', '--listen-addr'],
  ])('an address: %s %s %s', (program, subcommand, flag) => {
    expect(row(findServers(program), subcommand)?.addresses).toContain(flag);
  });

  test('what a program connects to is a peer', () => {
    expect(findServers('varnishd')[0]?.peers).toContain('-b');
    expect(findServers('oauth2_proxy')[0]?.peers).toContain('--upstream');
  });
});

describe('wrappers', () => {
  test.each(['timeout', 'gosu', 'su-exec', 's6-setuidgid', 'chroot'])('%s has one operand of its own', (program) => {
    expect(findWrappers(program)[0]?.operands).toEqual(['other', 'command']);
  });

  test('wait-for-it needs -- before the command, npm run before its arguments', () => {
    expect(findWrappers('wait-for-it.sh')[0]?.separator).toBe('command');
    expect(row(findWrappers('npm'), 'run')).toMatchObject({ separator: 'arguments' });
  });

  test.each(['docker-entrypoint.sh', 'entrypoint.sh', 'entrypoint', 'app-entrypoint.sh', 'docker-php-entrypoint'])(
    '%s passes its arguments on',
    (name) => {
      expect(passesItsArgumentsOn(name)).toBe(true);
    },
  );

  test.each(['server.sh', 'init.d', 'app', 'points.sh'])('%s does not', (name) => {
    expect(passesItsArgumentsOn(name)).toBe(false);
  });
});
