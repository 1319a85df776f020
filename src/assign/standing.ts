import { type AssignedPort, type PortMove, protocolsMeet } from '../mapping/mapping.ts';
import { type PortOwner, portsTaken } from '../mapping/resolve.ts';
import type { FoundPorts } from '../run/plan-dockerfile.ts';
import { bindNames } from './bind-names.ts';
import { type Disagreement, findDisagreement } from './consistency.ts';
import { type Evidence, readEvidence, withPorts } from './evidence.ts';
import { type Owns, ownStatements, type StatedPorts, statedPorts } from './own-ports.ts';
import { type ServicePort, servicePortsOf } from './service-ports.ts';

/** What a Dockerfile says of its own ports. */
export interface FileFacts {
  readonly file: FoundPorts;
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
  readonly service: PortOwner;
  readonly facts: FileFacts;
  /** The ports that all services of this Dockerfile are to have. */
  readonly taken: ReadonlySet<number>;
  /** The assigned ports that the Dockerfile states, and that do not become others. */
  readonly there: readonly AssignedPort[];
  /** What has to move for the others to be there. */
  readonly moves: readonly PortMove[];
  /** The assigned ports that are not there, and of which nobody can say which port is to become them. */
  readonly unknown: readonly AssignedPort[];
  /** The ports that those could be now. */
  readonly candidates: readonly ServicePort[];
}

/** @param expected the ports that the services of the Dockerfile are to have */
export function readFacts(file: FoundPorts, owns: Owns, expected: ReadonlySet<number>): FileFacts {
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
 * Compares what the services of a Dockerfile are to have with what it states.
 *
 * A move that the plan states holds as long as its old port is there. Where the old port is one that
 * a service is to have, the new one must not be there yet, and what is to become the old one must be:
 * so a plan that was carried out asks for nothing. A Dockerfile that states no port has those of its
 * base image. Without `from`, which a name such as `metrics` can stand for, the one service port that
 * nobody is assigned is the one that moves.
 */
export function standingsOf(services: readonly PortOwner[], facts: FileFacts): Standing[] {
  const { stated, ports, inherited } = facts;
  const taken = portsTaken(services);
  const isStated = ({ port, protocol }: Wish): boolean =>
    stated.has(port, protocol) || (ports.length === 0 && inherited.has(port));
  const wishes = services.map((service) => ({ service, bound: bindNames(service.assigned, facts) }));
  const all = wishes.flatMap(({ service, bound }): Wish[] => [
    ...bound,
    ...service.moves.map((move) => ({ ...move, port: move.to, move })),
  ]);
  const mayBecome = (port: number): boolean => {
    const starts = all.filter((other) => other.port === port && other.from !== undefined);
    if (starts.length === 0) return ports.some((present) => !taken.has(present.port));
    return starts.some(({ from = 0, protocol }) => stated.has(from, protocol));
  };
  const isPending = <T extends Wish>(wish: T): wish is T & { readonly from: number } => {
    const { from, port, protocol, move } = wish;
    if (from === undefined || from === port || !stated.has(from, protocol)) return false;
    return !taken.has(from) || (!isStated(wish) && (move !== undefined || mayBecome(from)));
  };
  const leaving = new Set(all.filter(isPending).map(({ from }) => from));
  const isThere = (wish: Wish): boolean => isStated(wish) && !leaving.has(wish.port);
  const isKept = (port: number): boolean => taken.has(port) || leaving.has(port);
  const candidates = ports.filter(({ port }) => !isKept(port));
  const standings = wishes.map(({ service, bound }) => {
    const moves = bound.flatMap((wish) => (isPending(wish) ? [wish.move ?? moveTo(wish, wish.from)] : []));
    const reached = new Set(moves.map(({ to }) => to));
    const unreached = bound.filter((wish) => !isThere(wish) && !reached.has(wish.port));
    const [assigned, ...others] = unreached.filter(({ from }) => from === undefined);
    const fitting = candidates.filter((candidate) => protocolsMeet(candidate.protocol, assigned?.protocol));
    const [candidate, ...more] = fitting;
    const isClear = assigned !== undefined && others.length === 0 && candidate !== undefined && more.length === 0;
    if (isClear) moves.push(moveTo(assigned, candidate.port));
    return { service, bound, moves, unknown: isClear ? unreached.filter((other) => other !== assigned) : unreached };
  });
  // What moves may be what others then disagree with.
  for (let found = true; found; ) {
    found = false;
    for (const { bound, moves } of standings.filter(({ unknown }) => unknown.length === 0)) {
      const moved = standings.flatMap((one) => [...one.service.moves, ...one.moves]);
      const more = outliers(bound, facts.evidence, moved, isKept);
      moves.push(...more);
      found ||= more.length > 0;
    }
  }
  return standings.map(({ service, bound, moves, unknown }) => {
    const literal = new Set(service.moves);
    const original = (wish: AssignedPort): AssignedPort => service.assigned[bound.indexOf(wish)] ?? wish;
    return {
      service,
      facts,
      taken,
      there: bound.filter(isThere).map(original),
      moves: moves.map((move, i) =>
        !literal.has(move) && isRepair(move, facts, moves.slice(0, i)) ? { ...move, repairs: true } : move,
      ),
      unknown: unknown.map(original),
      candidates,
    };
  });
}

type Wish = Pick<AssignedPort, 'port' | 'from' | 'protocol' | 'move'>;

/**
 * Where a part of the Dockerfile is on the assigned port, or is about to be, and the rest is not:
 * the rest moves. Who carries out a plan need not do it twice.
 *
 * @param moves what moves already
 * @param isKept whether it is known what becomes of a port
 */
function outliers(
  assigned: readonly AssignedPort[],
  evidence: readonly Evidence[],
  moves: readonly PortMove[],
  isKept: (port: number) => boolean,
): PortMove[] {
  const after = new Map(moves.map(({ from, to }) => [from, to]));
  return evidence.flatMap((one) => {
    const { base, outliers: others } = findDisagreement(withPorts(one, (port) => after.get(port) ?? port)) ?? AGREED;
    const basePorts = new Set(base.map(({ port }) => port));
    const otherPorts = new Set(others.map(({ port }) => port));
    const inBase = assigned.filter(({ port }) => basePorts.has(port));
    const inOthers = assigned.filter(({ port }) => otherPorts.has(port));
    const wrong = [...(inBase.length > 0 ? otherPorts : basePorts)].filter((port) => !isKept(port));
    const [right, ...more] = inBase.length > 0 ? inBase : inOthers;
    if (right === undefined || right.move !== undefined || more.length > 0 || (inBase.length === 0 && wrong.length > 1))
      return [];
    return wrong.map((port) => moveTo(right, port));
  });
}

const AGREED = { base: [], outliers: [] };

function moveTo({ port: to, protocol, place }: AssignedPort, from: number): PortMove {
  return { from, to, protocol, entry: String(from), place };
}

/**
 * Whether the new port is there already, or becomes so by another move for the same assignment, and
 * not as one that EXPOSE lists beside the old one.
 */
function isRepair({ from, to, protocol, place }: PortMove, facts: FileFacts, others: readonly PortMove[]): boolean {
  const joined = others.filter((other) => other.to === to && other.place === place).map((other) => other.from);
  if (joined.length === 0 && !facts.stated.has(to, protocol)) return false;
  return !facts.evidence.some(
    ({ exposed }) => exposed?.has(from) === true && [to, ...joined].some((port) => exposed.has(port)),
  );
}
