import { type AssignedPort, type PortMove, protocolsMeet } from '../mapping/mapping.ts';
import { type Disagreement, findDisagreement } from './consistency.ts';
import { type Evidence, readEvidence, type Statement } from './evidence.ts';
import { type Owns, ownStatements, type StatedPorts, statedPorts } from './own-ports.ts';
import { type ServicePort, servicePortsOf } from './service-ports.ts';
import type { AssignedService, CheckedFile } from './types.ts';

/** What a Dockerfile says of its own ports. */
export interface FileFacts {
  readonly file: CheckedFile;
  readonly owns: Owns;
  readonly evidence: readonly Evidence[];
  readonly ports: readonly ServicePort[];
  readonly disagreements: readonly Disagreement[];
  readonly stated: StatedPorts;
  /** What the base image of the final stage listens on by default. */
  readonly inherited: ReadonlySet<number>;
}

/** How a service stands in one of its Dockerfiles. */
export interface Standing {
  readonly service: AssignedService;
  readonly facts: FileFacts;
  /** The ports that all services of this Dockerfile are to have. */
  readonly taken: ReadonlySet<number>;
  /** The assigned ports that the Dockerfile states. */
  readonly there: readonly AssignedPort[];
  /** What has to move for the others to be there. */
  readonly moves: readonly PortMove[];
  /** The assigned ports that are not there, and of which nobody can say which port is to become them. */
  readonly unknown: readonly AssignedPort[];
  /** The ports that those could be now. */
  readonly candidates: readonly ServicePort[];
}

/** @param expected the ports that the services of the Dockerfile are to have */
export function readFacts(file: CheckedFile, owns: Owns, expected: ReadonlySet<number>): FileFacts {
  const evidence = readEvidence(file, owns);
  const final = evidence.at(-1);
  const ports = final === undefined ? [] : servicePortsOf(final);
  return {
    file,
    owns,
    evidence,
    ports,
    inherited: final?.inherited ?? new Set(),
    disagreements: evidence.map(findDisagreement).filter((found) => found !== undefined),
    stated: statedPorts(ownStatements(file, owns), expected),
  };
}

/**
 * Compares what a service is to have with what its Dockerfile states.
 *
 * A move that the plan states holds as long as its old port is there, unless the old port is the
 * target of another move whose own target is there already: so a plan that was carried out asks for
 * nothing. A Dockerfile that states no port has those of its base image. Without `from`, the one
 * service port that nobody is assigned is the one that moves.
 *
 * @param taken the ports that all services of this Dockerfile are to have
 * @param replaced the ports that other services of it have a word on
 */
export function standingOf(
  service: AssignedService,
  facts: FileFacts,
  taken: ReadonlySet<number>,
  replaced: ReadonlySet<number> = new Set(),
): Standing {
  const { stated, ports, inherited } = facts;
  const there: AssignedPort[] = [];
  const moves: PortMove[] = [];
  const absent: AssignedPort[] = [];
  for (const assigned of service.assigned) {
    const { port, from, protocol } = assigned;
    const isThere = stated.has(port, protocol) || (ports.length === 0 && inherited.has(port));
    if (from !== undefined && from !== port && stated.has(from, protocol) && !(taken.has(from) && isThere)) {
      moves.push(moveTo(assigned, from, isThere));
      // The port that is there may be the old one of another move.
      if (isThere && !service.assigned.some((other) => other.from === port)) there.push(assigned);
    } else if (isThere) there.push(assigned);
    else absent.push(assigned);
  }
  const reached = new Set(moves.map(({ to }) => to));
  const unreached = absent.filter(({ port }) => !reached.has(port));
  const leaving = new Set([...replaced, ...moves.map(({ from }) => from)]);
  const candidates = ports.filter(({ port }) => !taken.has(port) && !leaving.has(port));
  const [assigned, ...others] = unreached.filter(({ from }) => from === undefined);
  const fitting = candidates.filter((candidate) => protocolsMeet(candidate.protocol, assigned?.protocol));
  const [candidate, ...more] = fitting;
  const isClear = assigned !== undefined && others.length === 0 && candidate !== undefined && more.length === 0;
  if (isClear) moves.push(moveTo(assigned, candidate.port, false));
  const unknown = isClear ? unreached.filter((other) => other !== assigned) : unreached;
  if (unknown.length === 0) moves.push(...repairs(service, facts, taken, moves, leaving));
  return { service, facts, taken, there, moves, unknown, candidates };
}

/**
 * Where a part of the Dockerfile is on the assigned port, or is about to be, and the rest is not:
 * the rest moves. Who carries out a plan need not do it twice.
 *
 * @param moves what moves already
 */
function repairs(
  service: AssignedService,
  { disagreements }: FileFacts,
  taken: ReadonlySet<number>,
  moves: readonly PortMove[],
  leaving: ReadonlySet<number>,
): PortMove[] {
  const after = ({ port }: Statement): number => moves.find(({ from }) => from === port)?.to ?? port;
  return disagreements.flatMap(({ base, outliers }) => {
    const basePorts = new Set(base.map(after));
    const outlierPorts = new Set(outliers.map(after));
    const inBase = service.assigned.filter(({ port }) => basePorts.has(port));
    const inOutliers = service.assigned.filter(({ port }) => outlierPorts.has(port));
    const wrong = [...(inBase.length > 0 ? outlierPorts : basePorts)].filter(
      (port) => !taken.has(port) && !leaving.has(port),
    );
    const [right, ...others] = inBase.length > 0 ? inBase : inOutliers;
    if (right === undefined || right.literal === true || others.length > 0 || (inBase.length === 0 && wrong.length > 1))
      return [];
    return wrong.map((port) => moveTo(right, port, true));
  });
}

/** @param repairs whether a part of the Dockerfile is on the new port already */
function moveTo({ port: to, protocol, place }: AssignedPort, from: number, repairs: boolean): PortMove {
  return { from, to, protocol, entry: String(from), place, ...(repairs ? { repairs } : {}) };
}
