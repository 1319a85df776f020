import type { Disagreement } from './consistency.ts';
import { type Statement, targetName } from './evidence.ts';
import type { FleetFile } from './moves.ts';
import { placeOf } from './places.ts';
import type { ProblemResult } from './result.ts';
import { listed } from './words.ts';

/** A Dockerfile that disagrees with itself, unless what has to move anyhow makes it agree. */
export function describeDisagreement(
  { facts, moves }: FleetFile,
  { evidence, base, outliers }: Disagreement,
): ProblemResult[] {
  const after = ({ port }: Statement): number => moves.moves.find(({ from }) => from === port)?.to ?? port;
  const agreed = new Set(base.map(after));
  if (base.length > 0 && outliers.every((statement) => agreed.has(after(statement)))) return [];
  const stage = targetName(evidence, facts.evidence);
  const where = stage === undefined ? '' : ` in stage ${stage}`;
  const ports = new Set(outliers.map(({ port }) => port));
  const [only] = ports;
  const said = sides(
    base.filter(({ speaker }) => speaker === 'expose').length > 0
      ? base.filter(({ speaker }) => speaker === 'expose')
      : base,
  );
  const first = said === '' ? exposedWords(evidence.exposed) : said;
  return [
    {
      verdict: 'inconsistent',
      message: `disagrees with itself${where}: ${first}, but ${sides(outliers)}`,
      hint: 'make them agree, or say in a plan which port is meant',
      current: ports.size === 1 && only !== undefined ? only : null,
      required: null,
      conflictsWith: [],
      places: outliers.map(({ occurrence }) => placeOf(facts.file, occurrence)),
      plan: null,
    },
  ];
}

/** `EXPOSE says 8096`, `HEALTHCHECK and CMD say 8095`. */
function sides(statements: readonly Statement[]): string {
  const byInstruction = new Map<string, Set<number>>();
  for (const { port, occurrence } of statements) {
    const ports = byInstruction.get(occurrence.instruction) ?? new Set();
    byInstruction.set(occurrence.instruction, ports.add(port));
  }
  const byPorts = new Map<string, string[]>();
  for (const [instruction, ports] of byInstruction) {
    const words = listed([...ports]);
    byPorts.set(words, [...(byPorts.get(words) ?? []), instruction]);
  }
  return [...byPorts]
    .map(([ports, instructions]) => `${listed(instructions)} ${instructions.length === 1 ? 'says' : 'say'} ${ports}`)
    .join(', ');
}

function exposedWords(exposed: ReadonlySet<number> | undefined): string {
  return `EXPOSE says ${listed([...(exposed ?? [])].slice(0, 5))}`;
}
