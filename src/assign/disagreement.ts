import type { PortMove } from '../mapping/mapping.ts';
import { listed } from '../words.ts';
import type { Disagreement } from './consistency.ts';
import { type Statement, targetName } from './evidence.ts';
import type { FileFacts } from './standing.ts';

/**
 * What a Dockerfile disagrees with itself about, in words; undefined where what has to move anyhow
 * makes it agree.
 */
export function disagreementLeft(
  { evidence, base, outliers }: Disagreement,
  facts: FileFacts,
  moves: readonly PortMove[],
): string | undefined {
  const after = ({ port }: Statement): number => moves.find(({ from }) => from === port)?.to ?? port;
  const agreed = new Set(base.map(after));
  if (base.length > 0 && outliers.every((statement) => agreed.has(after(statement)))) return undefined;
  const stage = targetName(evidence, facts.evidence);
  const where = stage === undefined ? '' : ` in stage ${stage}`;
  const exposing = base.filter(({ speaker }) => speaker === 'expose');
  const said = sides(exposing.length > 0 ? exposing : base);
  const first = said === '' ? exposedWords(evidence.exposed) : said;
  return `disagrees with itself${where}: ${first}, but ${sides(outliers)}`;
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
