import { findInShell, findInWords } from '../src/languages/command.ts';
import type { Transform } from '../src/transform.ts';

export const healthcheck: Transform = {
  name: 'healthcheck',
  describe: 'Ports that HEALTHCHECK commands connect to',
  instructions: ['HEALTHCHECK'],
  role: 'healthcheck',
  readsAlone: () => true,
  *find({ flags, inner }, { exposed }) {
    for (const flag of flags) yield { kind: 'other', at: flag.value, reason: `--${flag.name} of HEALTHCHECK` };
    if (inner === undefined) return;
    const place = { exposed, kind: 'check' } as const;
    yield* inner.exec === undefined
      ? findInShell(inner.args.enter('shell script'), place)
      : findInWords(inner.exec, place);
  },
};
