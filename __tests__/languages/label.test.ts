import { findInLabel } from '../../src/languages/label.ts';
import { MappedText } from '../../src/text/mapped-text.ts';
import { othersIn, portsIn, unmark } from './marked-ports.ts';

/** Each case: the key and the value of a label, its ports in marks. */
const CASES: readonly (readonly [key: string, value: string])[] = [
  ['traefik.http.services.app.loadbalancer.server.port', '«8095»'],
  ['traefik.tcp.services.app.loadbalancer.server.port', '«8095»'],
  ['traefik.port', '«8095»'],
  ['traefik.http.routers.app.priority', '8095'],
  ['traefik.enable', 'true'],
  ['io.openshift.expose-services', '«8095»:http,«8443»/tcp:https'],
  ['io.openshift.tags', 'a,8095'],
  ['org.freenas.port-mappings', '«8095»:⟨8095⟩/tcp,«8443»:⟨443⟩/tcp'],
  ['prometheus.io/port', '«8095»'],
  ['com.example.port', '«8095»'],
  ['com.example.ports', '«8095», «8096»'],
  ['com.example.exposed', '«8095»'],
  ['caddy.reverse_proxy', 'localhost:«8095»'],
  ['org.label-schema.docker.cmd', 'docker run -p 8095:“8096” app'],
  ['org.label-schema.version', '8095'],
  ['org.label-schema.url', 'http://example.com:‹8095›/'],
  ['org.opencontainers.image.description', 'listens on “8095”'],
  ['org.opencontainers.image.created', '2024-01-01T00:00:8095'],
  ['org.opencontainers.image.revision', '8095'],
  ['com.example.usage', 'docker run -p 80:“8095” app'],
  ['version', '1.8095'],
  ['maintainer', 'someone 8095'],
  ['com.example.health', 'http://localhost:«8095»/health'],
  ['com.example.config', '{"port":«8095»,"timeout":8095}'],
  ['com.example.services', '«8095»:http «8096»:admin'],
  ['com.example.note', 'the service listens on “8095”'],
  ['com.example.note', '8095'],
];

describe('labels', () => {
  test.each(CASES)('%s=%s', (key, marked) => {
    const { text, ports } = unmark(marked);
    expect(portsIn(findInLabel(MappedText.of(key), text))).toEqual(ports);
  });

  test.each<readonly [key: string]>([
    ['SERVICE_«8095»_NAME'],
    ['che:server:«8095»:ref'],
    ['com.example.expose.«8095»'],
    ['com.example.8095.name'],
  ])('the key %s may hold the port itself', (marked) => {
    const { text, ports } = unmark(marked);
    const findings = findInLabel(text, MappedText.of('web'));
    expect(portsIn(findings)).toEqual(ports);
    if (ports.length === 0) expect(othersIn(findings)).toContain('com.example.8095.name');
  });

  test('a key without a value is no reason to fail', () => {
    expect(findInLabel(MappedText.of('port'), undefined)).toEqual([]);
  });

  test('values that are surely no ports are known as such', () => {
    expect(othersIn(findInLabel(MappedText.of('org.opencontainers.image.revision'), MappedText.of('8095')))).toEqual([
      '8095',
    ]);
  });
});
