import { otherUses } from '../src/languages/named.ts';
import type { Transform } from '../src/transform.ts';

export const never: Transform = {
  name: 'never',
  describe: 'Instructions whose values are no ports: images, users, signals',
  instructions: ['FROM', 'USER', 'STOPSIGNAL'],
  role: 'reference',
  readsAlone: () => true,
  find: ({ keyword, args }) => otherUses(args, `${keyword} states no port`),
};
