import type { Protocol } from '../occurrence.ts';
import type { FoundPorts } from '../run/plan-dockerfile.ts';
import { findDisagreement } from './consistency.ts';
import { type Evidence, readEvidence, type Speaker, type Statement } from './evidence.ts';
import type { Owns } from './own-ports.ts';

/** A port that a Dockerfile's container has, and the statements that say so. */
export interface ServicePort {
  readonly port: number;
  /** The only protocol that EXPOSE names for it; undefined where several, or none, are named. */
  readonly protocol: Protocol | undefined;
  /** In the order of the file; the first one is shown where only one can be. */
  readonly statements: readonly Statement[];
}

/** Who is asked where nothing is exposed; the first who says anything counts. */
const ORDER: readonly Speaker[] = ['command', 'main', 'healthcheck', 'label', 'config', 'extra'];

/**
 * The ports that the final image of a Dockerfile has: those of EXPOSE; without it those that the
 * command listens on, or else those that a variable such as `PORT` names, and so on. Where the
 * Dockerfile disagrees with itself, the ports of both sides.
 *
 * Ports inside of ranges count only where there are no others.
 */
export function servicePorts(file: FoundPorts, owns: Owns = () => undefined): ServicePort[] {
  const evidence = readEvidence(file, owns).at(-1);
  return evidence === undefined ? [] : servicePortsOf(evidence);
}

/** Like {@link servicePorts}, of what has been read already. */
export function servicePortsOf(evidence: Evidence): ServicePort[] {
  const outliers = findDisagreement(evidence)?.outliers ?? [];
  const ports = new Set([...mainPorts(evidence), ...outliers.map(({ port }) => port)]);
  const ascending = [...ports].sort((a, b) => a - b);
  return ascending.map((port): ServicePort => {
    const statements = evidence.statements.filter((statement) => statement.port === port);
    const protocols = new Set(
      statements.filter(({ speaker }) => speaker === 'expose').map(({ occurrence }) => occurrence.finding.protocol),
    );
    const [only] = protocols;
    return { port, protocol: protocols.size === 1 ? only : undefined, statements };
  });
}

function mainPorts({ statements, exposed }: Evidence): number[] {
  const single = statements.filter(({ occurrence }) => occurrence.finding.range === undefined);
  const declared = single.filter(({ speaker, port }) => speaker === 'expose' || exposed?.has(port) === true);
  const exposing = declared.filter(({ speaker, port }) => speaker === 'expose' || !isInRange(statements, port));
  if (exposing.length > 0) return exposing.map(({ port }) => port);
  for (const asked of ORDER) {
    const found = single.filter(({ speaker }) => speaker === asked);
    if (found.length > 0) return found.map(({ port }) => port);
  }
  return statements.map(({ port }) => port);
}

function isInRange(statements: readonly Statement[], port: number): boolean {
  return statements.some(({ occurrence: { finding } }) => {
    const { range } = finding;
    return range !== undefined && port >= range.first && port <= range.last;
  });
}
