import { findInLabel } from '../src/languages/label.ts';
import type { Transform } from '../src/transform.ts';

export const label: Transform = {
  name: 'label',
  describe: 'Labels that machines read ports from, and descriptions that mention them',
  instructions: ['LABEL'],
  role: 'label',
  readsAlone: () => true,
  *find(instruction) {
    for (const { name, value } of instruction.pairs) yield* findInLabel(name, value);
  },
};
