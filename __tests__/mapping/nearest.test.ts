import { nearest } from '../../src/mapping/nearest.ts';

const KEYS = ['dockerfile', 'hosts', 'ports', 'shared'];

test.each([
  ['port', 'ports'],
  ['prots', 'ports'],
  ['Ports', 'ports'],
  ['dokcerfil', 'dockerfile'],
  ['host', 'hosts'],
  ['share', 'shared'],
  ['image', undefined],
  ['x', undefined],
  ['', undefined],
])('%s is meant to be %s', (word, expected) => {
  expect(nearest(word, KEYS)).toBe(expected);
});

test('the nearest of several wins', () => {
  expect(nearest('Dockerfile.trx-stakin', ['Dockerfile.trx-mining', 'Dockerfile.trx-staking'])).toBe(
    'Dockerfile.trx-staking',
  );
});
