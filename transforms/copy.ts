import { readersFor } from '../src/languages/command.ts';
import { findInConfig } from '../src/languages/config.ts';
import type { Finding } from '../src/occurrence.ts';
import type { Transform } from '../src/transform.ts';

export const copy: Transform = {
  name: 'copy',
  describe: 'Ports in the files that COPY and ADD write from heredocs',
  instructions: ['COPY', 'ADD'],
  role: 'config',
  readsAlone: () => true,
  *find(instruction, { exposed }): Iterable<Finding> {
    yield { kind: 'other', at: instruction.args, reason: `a file name of ${instruction.keyword}` };
    for (const flag of instruction.flags) {
      yield { kind: 'other', at: flag.value, reason: `--${flag.name} of ${instruction.keyword}` };
    }
    const target = instruction.args.text.split(/\s+/).at(-1);
    for (const { body } of instruction.heredocs) {
      yield* findInConfig(body, target, readersFor({ exposed, kind: 'run' }));
    }
  },
};
