import { readPort } from '../src/languages/address.ts';
import type { Finding } from '../src/occurrence.ts';
import type { Transform } from '../src/transform.ts';

export const expose: Transform = {
  name: 'expose',
  describe: 'Ports and ranges of ports that EXPOSE declares',
  instructions: ['EXPOSE'],
  role: 'expose',
  readsAlone: () => true,
  find(instruction) {
    return readPort(instruction.args.enter('EXPOSE'), { certainty: 'exact', reason: 'EXPOSE' }).map(inExpose);
  },
};

/** EXPOSE can list several ports and ranges, and means TCP where it names no protocol. */
function inExpose(finding: Finding): Finding {
  if (finding.kind !== 'port') return finding;
  const range = finding.range === undefined ? undefined : { ...finding.range, splittable: true };
  return { ...finding, range, protocol: finding.protocol ?? 'tcp' };
}
