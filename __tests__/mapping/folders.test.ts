import { foldersOf } from '../../src/mapping/folders.ts';

test.each([
  ['ports.yaml', undefined, { base: '/home/fleet', root: '/home/fleet' }],
  ['ops/ports.yaml', undefined, { base: '/home/fleet/ops', root: '/home/fleet' }],
  ['../../etc/ports.yaml', undefined, { base: '/etc', root: '/home/fleet' }],
  ['/etc/ports.yaml', 'services', { base: '/home/fleet/services', root: '/home/fleet/services' }],
  [undefined, undefined, { base: '/home/fleet', root: '/home/fleet' }],
])('the mapping %s with --root %s', (file, root, expected) => {
  expect(foldersOf({ file }, '/home/fleet', root)).toEqual(expected);
});
