import { readPort } from '../languages/address.ts';
import { MappedText } from '../text/mapped-text.ts';
import type { Flow } from './flow.ts';
import type { Instruction } from './instruction.ts';
import type { Dockerfile } from './parse.ts';

/** The ports that EXPOSE declares, variables replaced, in ONBUILD as well. */
export function exposedPorts(dockerfile: Dockerfile, flow: Flow): Set<number> {
  const ports = new Set<number>();
  const known = new Set<string>();
  for (const outer of dockerfile.instructions) {
    for (let instruction: Instruction | undefined = outer; instruction; instruction = instruction.inner) {
      if (instruction.keyword !== 'EXPOSE') continue;
      const text = MappedText.of(flow.expand(instruction.args, instruction));
      for (const finding of readPort(text, { certainty: 'exact', reason: 'EXPOSE' })) {
        if (finding.kind !== 'port') continue;
        const { first, last } = finding.range ?? { first: finding.port, last: finding.port };
        if (finding.range?.end === 'last' || known.has(`${first}-${last}`)) continue;
        known.add(`${first}-${last}`);
        for (let port = first; port <= last; port++) ports.add(port);
      }
    }
  }
  return ports;
}
