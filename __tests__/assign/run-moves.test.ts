import { movesOfRun } from '../../src/assign/run-moves.ts';
import { parseMapping } from '../../src/mapping/load.ts';
import { joinMoves } from '../../src/mapping/resolve.ts';
import type { FileMoves } from '../../src/rewrite/plan.ts';

type Pairs = readonly (readonly number[])[] | undefined;

/** What moves in the Dockerfile of each service, and behind the hosts that it may name. */
function movesIn(dockerfile: string, text: string) {
  const mapping = parseMapping(text, 'p.yaml');
  const hosts = new Map(mapping.services.flatMap(({ name, hosts: own }) => own.map((host) => [host.name, name])));
  const names = new Map<string, string[]>();
  for (const { name, dockerfiles } of mapping.services)
    for (const { pattern } of dockerfiles) names.set(pattern, [...(names.get(pattern) ?? []), name]);
  const files = [...names].map(([path, services]) => {
    const owners = mapping.services.filter(({ name }) => services.includes(name));
    return { path, services, moves: joinMoves(owners, mapping.moves) };
  });
  const run = movesOfRun({ services: mapping.services, global: mapping.moves, hosts, files });
  const file = files.find(({ path }) => path === dockerfile) ?? { services: [], moves: mapping.moves };
  const pairs = (moves: FileMoves['moves'] | undefined): Pairs => moves?.map(({ from, to }) => [from, to]);
  const { moves, movesOfHost, movesOfService, nameWords } = run.of(file, dockerfile);
  return {
    own: pairs(moves),
    host: (name: string) => pairs(movesOfHost(name)),
    called: (name: string) => pairs(movesOfService?.(name)),
    nameWords,
  };
}

const FLEET =
  'services:\n' +
  '  s: { dockerfile: a, ports: {1: 11}, hosts: [S, s.internal] }\n' +
  '  t: { dockerfile: a, ports: {2: 12} }\n' +
  '  Payment Gateway: { dockerfile: b/Dockerfile.gateway, ports: {3: 13}, hosts: [u] }\n' +
  'ports: { 9: 19, 3: 14 }\n';

test('a host leads to the ports of its service, and whatever its Dockerfile moves by other entries', () => {
  const { own, host } = movesIn('elsewhere', FLEET);
  const behind = [
    [1, 11],
    [2, 12],
    [9, 19],
    [3, 14],
  ];
  expect([host('s'), host('S.Internal')]).toEqual([behind, behind]);
  expect(host('u')).toEqual([
    [3, 13],
    [9, 19],
  ]);
  expect([host('s.other'), host('t')]).toEqual([undefined, undefined]);
  expect(own).toEqual([
    [9, 19],
    [3, 14],
  ]);
});

test('a host of the file itself leads to the file’s moves', () => {
  const { own, host } = movesIn('a', FLEET);
  expect(host('s')).toEqual(own);
});

test('a name that is like a service’s leads to its moves, but for its own Dockerfile', () => {
  const moves = [
    [3, 13],
    [9, 19],
  ];
  expect(movesIn('a', FLEET).called('payment-gateway')).toEqual(moves);
  const own = movesIn('b/Dockerfile.gateway', FLEET);
  expect([own.called('Payment-Gateway'), own.called('gateway')]).toEqual([undefined, undefined]);
  expect(own.nameWords).toEqual(['gateway']);
});

test('an address may still have the port that an assigned one replaces', () => {
  const text = 'services:\n  s: { dockerfile: a, port: { from: 1, to: 2 }, hosts: [s] }\nports: { 1: 9, 2: 8, 3: 4 }\n';
  const { host, called } = movesIn('elsewhere', text);
  const moves = [
    [1, 2],
    [3, 4],
  ];
  expect([host('s'), called('s')]).toEqual([moves, moves]);
});
