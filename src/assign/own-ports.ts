import type { Findings } from '../find.ts';
import { isOwnHost } from '../languages/address.ts';
import type { Occurrence, Protocol } from '../occurrence.ts';
import type { FoundPorts } from '../run/plan-dockerfile.ts';

/** Whether a host name, in lower case, is this container, or surely another; undefined where the plan does not say. */
export type Owns = (host: string) => boolean | undefined;

/** Whether an occurrence is about this container, not about one that it connects to. */
export function isOwn({ finding }: Occurrence, findings: Findings, owns: Owns): boolean {
  const { host, guessedHost, elsewhere } = finding;
  if (elsewhere === true) return false;
  if (host === undefined || isOwnHost(host)) return true;
  const name = host.toLowerCase();
  const known = owns(name);
  if (known !== undefined) return known;
  return guessedHost === true ? findings.ownSoftware.has(host) : findings.ownNames.has(name);
}

/** Whether an occurrence says for sure, and not just to people, that its container has the port. */
export function isStatement({ finding, instruction }: Occurrence): boolean {
  if (finding.certainty === 'possible' || finding.prose === true || finding.review !== undefined) return false;
  return finding.implicit?.how !== 'argument' && instruction !== 'COMMENT';
}

/** The statements of a Dockerfile about the ports of its own container, in the order of the file. */
export function ownStatements({ findings }: FoundPorts, owns: Owns): Occurrence[] {
  return findings.occurrences.filter((occurrence) => isStatement(occurrence) && isOwn(occurrence, findings, owns));
}

/** Answers whether a Dockerfile states a port. */
export interface StatedPorts {
  has(port: number, protocol: Protocol | undefined): boolean;
}

/**
 * The ports that statements name. A port inside of a range such as `8090-8099` counts, unless a
 * port outside of `expected` is named inside of that range as well: then that one is the port.
 */
export function statedPorts(statements: readonly Occurrence[], expected: ReadonlySet<number>): StatedPorts {
  const singles = new Map<number, Set<Protocol | undefined>>();
  const ranges: { first: number; last: number; protocol: Protocol | undefined }[] = [];
  for (const { finding } of statements) {
    const { port, protocol, range } = finding;
    if (range === undefined) singles.set(port, (singles.get(port) ?? new Set()).add(protocol));
    else if (range.end === 'first') ranges.push({ first: range.first, last: range.last, protocol });
  }
  const unexpected = [...singles.keys()].filter((port) => !expected.has(port));
  const open = ranges.filter(({ first, last }) => !unexpected.some((port) => port >= first && port <= last));
  return {
    has(port, protocol) {
      const protocols = singles.get(port);
      if (protocols !== undefined && meets(protocols, protocol)) return true;
      return open.some(
        (range) => port >= range.first && port <= range.last && meets(new Set([range.protocol]), protocol),
      );
    },
  };
}

function meets(protocols: ReadonlySet<Protocol | undefined>, protocol: Protocol | undefined): boolean {
  return protocol === undefined || protocols.has(undefined) || protocols.has(protocol);
}
