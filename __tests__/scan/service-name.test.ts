import { serviceName } from '../../src/scan/service-name.ts';
import { file } from '../check/fleet.ts';

test.each([
  ['tron/Dockerfile.trx-staking', 'trx-staking'],
  ['tron/trx-staking.Dockerfile', 'trx-staking'],
  ['services/trx-staking/Dockerfile', 'trx-staking'],
  ['services/trx-staking/docker/Dockerfile', 'trx-staking'],
  ['services/trx-staking/Dockerfile.dev', 'trx-staking-dev'],
  ['services/trx-staking/Dockerfile.arm64v8', 'trx-staking-arm64v8'],
  ['Containerfile.api', 'api'],
  ['services/trx-staking/Dockerfile.staging', 'trx-staking-staging'],
  ['tron/Dockerfile.trx-staking.dev', 'trx-staking-dev'],
  ['tron/Dockerfile_trx-staking', 'trx-staking'],
  ['./app/Dockerfile', 'app'],
  ['Dockerfile', 'app'],
  ['Dockerfile.dev', 'dev'],
])('%s is of %s', (path, expected) => {
  expect(serviceName(file(path, 'FROM a'))).toBe(expected);
});

test('what the Dockerfile says itself counts more', () => {
  expect(serviceName(file('x/Dockerfile.y', 'FROM a', 'ENV SERVICE_NAME=trx-staking'))).toBe('trx-staking');
});
