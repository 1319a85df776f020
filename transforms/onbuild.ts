import type { Transform } from '../src/transform.ts';

export const onbuild: Transform = {
  name: 'onbuild',
  describe: 'Whatever the instruction behind ONBUILD would get on its own',
  instructions: ['ONBUILD'],
  role: 'reference',
  readsAlone: () => false,
  *find({ inner }, context) {
    if (inner !== undefined) yield* context.findIn(inner);
  },
};
