import { findInProse } from '../src/languages/prose.ts';
import type { Transform } from '../src/transform.ts';

export const comment: Transform = {
  name: 'comment',
  describe: 'Ports that comments mention, and those in instructions that are commented out',
  instructions: ['COMMENT'],
  role: 'comment',
  *find(instruction, { exposed }) {
    for (const finding of findInProse(instruction.args.slice(1), exposed)) {
      yield finding.kind === 'port' ? { ...finding, prose: true } : finding;
    }
  },
};
