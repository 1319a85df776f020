import { readPort } from '../languages/address.ts';
import { remember } from '../remember.ts';
import { MappedText } from '../text/mapped-text.ts';
import type { Flow } from './flow.ts';
import type { Instruction } from './instruction.ts';
import type { Dockerfile } from './parse.ts';

/** The ports and ranges in the words behind EXPOSE. */
const rangesIn = remember((text) =>
  readPort(MappedText.of(text), { certainty: 'exact', reason: 'EXPOSE' }).flatMap((finding) => {
    if (finding.kind !== 'port' || finding.range?.end === 'last') return [];
    const { first, last } = finding.range ?? { first: finding.port, last: finding.port };
    return [{ first, last }];
  }),
);

/** The ports that EXPOSE declares, variables replaced, in ONBUILD as well. */
export function exposedPorts({ instructions }: Pick<Dockerfile, 'instructions'>, flow: Flow): Set<number> {
  const ports = new Set<number>();
  const known = new Set<string>();
  for (const outer of instructions) {
    for (let instruction: Instruction | undefined = outer; instruction; instruction = instruction.inner) {
      if (instruction.keyword !== 'EXPOSE') continue;
      const { text } = instruction.args;
      for (const { first, last } of rangesIn(text.includes('$') ? flow.expand(instruction.args, instruction) : text)) {
        if (first < last && known.has(`${first}-${last}`)) continue;
        if (first < last) known.add(`${first}-${last}`);
        for (let port = first; port <= last; port++) ports.add(port);
      }
    }
  }
  return ports;
}
