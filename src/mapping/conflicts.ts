import type { Diagnostic } from '../diagnostic.ts';
import type { Protocol } from '../occurrence.ts';
import { groupBy } from './group.ts';
import {
  errorAt,
  formatPlace,
  formatPort,
  type Mapping,
  type Place,
  type PortMove,
  protocolsMeet,
  type Reservation,
} from './mapping.ts';
import { quote } from './quote.ts';

/** Somebody who has a port after the run. */
export interface Holder {
  /** The service's name; undefined for all Dockerfiles that belong to no service. */
  readonly service: string | undefined;
  /** Whether it comes to the port, is to have it wherever it is, or has it already and stays. */
  readonly how: 'lands' | 'assigned' | 'keeps';
  readonly port: number;
  readonly protocol?: Protocol | undefined;
  /** The mapping's entry that takes it there, or where the Dockerfile states the port that it keeps. */
  readonly place: Place;
  /** Whether its service may share a port. */
  readonly shared: boolean;
}

/**
 * What is wrong with a mapping beyond its single entries, as far as the mapping alone can tell:
 * two ports of one service that become one, services that land on the same port, and services
 * that land on a reserved port.
 *
 * @param kept - The ports that services keep, from their Dockerfiles.
 */
export function findConflicts(mapping: Mapping, kept: readonly Holder[] = []): Diagnostic[] {
  const holders = [...landings(mapping), ...kept];
  return [...findMergedPorts(mapping), ...findReservedPorts(holders, mapping), ...findSharedPorts(holders)];
}

/** The ports that the services, and the Dockerfiles of no service, come to, or are to have, by a mapping. */
function landings(mapping: Mapping): Holder[] {
  const land = (service: string | undefined, shared: boolean, moves: readonly PortMove[]): Holder[] =>
    moves.map(({ to: port, protocol, place }) => ({ service, how: 'lands', port, protocol, place, shared }));
  return [
    ...mapping.services.flatMap(({ name, shared, moves }) => land(name, shared, moves)),
    ...mapping.services.flatMap(({ name: service, shared, assigned }) =>
      assigned.map(
        ({ port, protocol, place }): Holder => ({ service, how: 'assigned', port, protocol, place, shared }),
      ),
    ),
    ...land(undefined, false, mapping.moves),
  ];
}

/** Two ports of one service that would become one: nobody could tell them apart again. */
export function findMergedPorts(mapping: Mapping): Diagnostic[] {
  return [...mapping.services.map(({ moves }) => moves), mapping.moves].flatMap((moves) => {
    const pairs = [...groupBy(moves, ({ to }) => to).values()].flatMap((group) =>
      group.flatMap((move, i): [PortMove, PortMove][] => {
        const other = group.find(({ protocol }, j) => j < i && protocolsMeet(protocol, move.protocol));
        return other === undefined ? [] : [[move, other]];
      }),
    );
    return oncePerEntry(pairs).map(([move, other]) => {
      const [one, two] = [formatPort(other.from, other.protocol), formatPort(move.from, move.protocol)];
      const message = `${one} (${formatPlace(other.place)}) and ${two} would both become ${move.to}`;
      return errorAt(move.place, 'port-merge', message, 'give each of them a port of its own');
    });
  });
}

/** Landings on reserved ports, except by their owners and by services that may share. */
function findReservedPorts(holders: readonly Holder[], { reserved }: Mapping): Diagnostic[] {
  if (reserved.length === 0) return [];
  const byPort = groupBy(reserved, ({ port }) => port);
  const pairs = holders.flatMap((holder): [Holder, Reservation][] => {
    if (holder.how === 'keeps' || holder.shared) return [];
    const found = byPort.get(holder.port)?.find(({ protocol }) => protocolsMeet(protocol, holder.protocol));
    const isOwn = found?.owner !== undefined && found.owner === holder.service;
    return found === undefined || isOwn ? [] : [[holder, found]];
  });
  return oncePerEntry(pairs).map(([holder, { owner, place }]) => {
    const by = owner === undefined ? '' : ` for ${quote(owner)}`;
    const message = `${landing(holder)}, which is reserved${by} (${formatPlace(place)})`;
    return errorAt(holder.place, 'port-reserved', message, advice(holder));
  });
}

/**
 * Ports that two of the holders would have, where at least one of them comes to it and may not
 * share. Each of those that come is reported once, beside one of the others.
 *
 * Dockerfiles of no service are not compared with each other.
 */
export function findSharedPorts(holders: readonly Holder[]): Diagnostic[] {
  const pairs: [Holder, Holder][] = [];
  for (const group of groupBy(holders, ({ port }) => port).values()) {
    const present: Holder[] = [];
    for (const keeper of group) if (keeper.how === 'keeps') addRepresentative(present, keeper);
    for (const holder of group) {
      if (holder.how === 'keeps' || holder.shared) continue;
      const other = present.find((candidate) => compete(holder, candidate));
      if (other !== undefined) pairs.push([holder, other]);
      addRepresentative(present, holder);
    }
  }
  return oncePerEntry(pairs).map(([holder, other]) => {
    const message = `${landing(holder)}, which ${nameOf(other)} ${VERBS[other.how]} (${formatPlace(other.place)})`;
    return errorAt(holder.place, 'port-conflict', message, advice(holder, other));
  });
}

const VERBS = { lands: 'lands on, too', assigned: 'is assigned, too', keeps: 'has' } as const;

function compete(holder: Holder, other: Holder): boolean {
  if (holder.service === other.service || !protocolsMeet(holder.protocol, other.protocol)) return false;
  return !(holder.service === undefined && other.shared);
}

/** Adds a holder unless two services like it are there: whoever competes with it competes with one of them. */
function addRepresentative(present: Holder[], holder: Holder): void {
  const alike = present.filter(({ protocol, shared }) => protocol === holder.protocol && shared === holder.shared);
  if (alike.length < 2 && alike.every(({ service }) => service !== holder.service)) present.push(holder);
}

/** Of the pairs of the same two entries, which a range makes many of, the first. */
function oncePerEntry<T extends readonly [{ readonly place: Place }, { readonly place: Place }]>(
  pairs: readonly T[],
): T[] {
  const known = new Map<Place, Set<Place>>();
  return pairs.filter(([{ place: one }, { place: other }]) => {
    const others = known.get(one) ?? new Set();
    known.set(one, others);
    return !others.has(other) && others.add(other);
  });
}

function nameOf({ service }: Holder): string {
  return service === undefined ? 'every other Dockerfile' : quote(service);
}

function landing(holder: Holder): string {
  const verb = holder.how === 'assigned' ? 'is assigned' : 'would land on';
  return `${nameOf(holder)} ${verb} ${formatPort(holder.port, holder.protocol)}`;
}

function advice({ service }: Holder, other?: Holder): string {
  const mayShare = service ?? other?.service;
  const share = mayShare === undefined ? '' : `, or allow it with "shared: true" on ${quote(mayShare)}`;
  return `choose another port${share}`;
}
