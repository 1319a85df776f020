import { matchByName, matchByPath, nearestPath } from '../../src/plan/match-dockerfiles.ts';

const found = (name: string, paths: readonly string[], image?: string) => {
  const match = matchByName({ name, image }, paths);
  if (match.kind === 'none') return `none, nearest ${match.nearest}`;
  return match.kind === 'one' ? match.path : match.kind === 'several' ? match.paths : { joined: match.paths };
};

describe('by name', () => {
  test.each([
    ['TRX Staking', 'Dockerfile.trx-staking'],
    ['TRX Staking', 'a/b/trx-staking.Dockerfile'],
    ['TRX Staking', 'services/trx-staking/Dockerfile'],
    ['TRX Staking', 'services/trx_staking/docker/Dockerfile'],
    ['TRX Staking', 'services/TrxStaking/Containerfile'],
    ['trx-staking', 'services/trx-staking/Dockerfile.prod'],
    ['trx-staking', 'services/trx-staking/Dockerfile.staging'],
    ['TrxStaking', 'Dockerfile.trx-staking.arm64'],
    ['TRX Staking Service', 'Dockerfile.trx-staking'],
    ['TRX Staking', 'Dockerfile.trx-staking-service'],
    ['TRX Staking', 'Dockerfile.lucid-trx-staking'],
    ['Lucid TRX Staking', 'trx-staking/Dockerfile'],
    ['Überweisung', 'Dockerfile.uberweisung'],
  ])('%s has %s', (name, path) => {
    expect(found(name, ['other/Dockerfile', path, 'Dockerfile', 'Dockerfile.dev'])).toBe(path);
  });

  test('of its image', () => {
    expect(
      found('The client', ['Dockerfile.tron-client', 'x/Dockerfile'], 'r.example:5000/lucid-tron-client:1@sha256:0'),
    ).toBe('Dockerfile.tron-client');
  });

  test.each([
    [
      'the whole name before a part of it',
      'gateway',
      ['payment-gateway/Dockerfile', 'gateway/Dockerfile'],
      'gateway/Dockerfile',
    ],
    ['a file before a folder', 'api', ['api/Dockerfile', 'x/Dockerfile.api'], 'x/Dockerfile.api'],
    ['its own folder before one further up', 'api', ['api/x/Dockerfile', 'y/api/Dockerfile'], 'y/api/Dockerfile'],
    ['the plain file before its variants', 'api', ['api/Dockerfile.dev', 'api/Dockerfile'], 'api/Dockerfile'],
  ])('%s', (_, name, paths, expected) => {
    expect(found(name, paths)).toBe(expected);
  });

  test('a file for another service in its folder is not its', () => {
    expect(found('gateway', ['gateway/Dockerfile.worker'])).toBe('none, nearest undefined');
  });

  test('several that are equally close', () => {
    expect(found('api', ['a/api/Dockerfile', 'b/api/Dockerfile'])).toEqual(['a/api/Dockerfile', 'b/api/Dockerfile']);
  });

  test('none, with the nearest', () => {
    expect(found('TRX Stakign', ['Dockerfile.trx-staking'])).toBe('none, nearest Dockerfile.trx-staking');
    expect(found('cache', ['Dockerfile.trx-staking'])).toBe('none, nearest undefined');
  });
});

describe('several names in one', () => {
  const paths = ['services/orders/Dockerfile', 'services/billing/Dockerfile', 'services/api-gateway/Dockerfile'];

  test.each([
    'orders, billing',
    'orders / billing',
    'orders/billing',
    'orders & billing',
    'Orders + Billing',
    'orders; billing',
    'orders, kafka and billing service',
  ])('%s', (name) => {
    expect(found(name, paths)).toEqual({ joined: expect.arrayContaining(paths.slice(0, 2)) });
  });

  test('with the words of a longer name behind them', () => {
    expect(found('billing and api-gateway', paths)).toEqual({ joined: [paths[2], paths[1]] });
  });

  test('one of which could be several', () => {
    expect(found('orders, billing', ['a/orders/Dockerfile', 'b/orders/Dockerfile', 'billing/Dockerfile'])).toEqual({
      joined: ['billing/Dockerfile', 'a/orders/Dockerfile', 'b/orders/Dockerfile'],
    });
  });

  test.each([
    ['Search and Replace', 'Dockerfile.search-and-replace'],
    ['Search & Replace', 'Dockerfile.search-replace'],
    ['Search and Replace', 'Dockerfile.lucid-search-and-replace'],
    ['The Search and Replace Service', 'search-and-replace/Dockerfile'],
  ])('are one service where a Dockerfile is called like them all: %s', (name, path) => {
    expect(found(name, ['Dockerfile.search', 'Dockerfile.replace', path])).toBe(path);
  });

  test('are one service where they are a folder and what is in it', () => {
    expect(found('tools / replace', ['tools/replace/Dockerfile', 'tools/search/Dockerfile'])).toBe(
      'tools/replace/Dockerfile',
    );
  });

  test('of which one has a Dockerfile, which is then the nearest', () => {
    expect(found('orders, kafka', paths)).toBe(`none, nearest ${paths[0]}`);
  });
});

describe('by path', () => {
  const paths = ['Dockerfile', 'a/Dockerfile.api', 'b/Dockerfile.api', 'c/d/Dockerfile'];
  test.each([
    ['Dockerfile', ['Dockerfile']],
    ['./a/Dockerfile.api', ['a/Dockerfile.api']],
    ['a\\Dockerfile.api', ['a/Dockerfile.api']],
    ['Dockerfile.api', ['a/Dockerfile.api', 'b/Dockerfile.api']],
    ['d/Dockerfile', ['c/d/Dockerfile']],
    ['c/d', ['c/d/Dockerfile']],
    ['d/', ['c/d/Dockerfile']],
    ['ockerfile.api', []],
  ])('%s', (path, expected) => {
    expect(matchByPath(path, paths)).toEqual(expected);
  });

  test.each([
    ['Dockerfile.apl', 'Dockerfile.api'],
    ['services/order/Dockerfile', 'services/orders/Dockerfile'],
    ['order/docker/Dockerfile', 'services/orders/Dockerfile'],
    ['services/orders/Dockerfil', 'services/orders/Dockerfile'],
    ['services/cart/Dockerfile', undefined],
    ['Dockerfile.cart', undefined],
  ])('that is nearest to %s', (path, expected) => {
    const others = ['services/webFrontend/Dockerfile', 'Dockerfile.web', 'services/tax/Dockerfile'];
    expect(nearestPath(path, ['Dockerfile.api', 'services/orders/Dockerfile', ...others])).toBe(expected);
  });
});

test('thousands of services and Dockerfiles take no more than their number', () => {
  const paths = Array.from({ length: 10_000 }, (_, i) => `services/service-number-${i}/Dockerfile`);
  const matches = paths.map((_, i) => matchByName({ name: `Service Number ${i}` }, paths));
  expect(matches.every(({ kind }) => kind === 'one')).toBe(true);
});
