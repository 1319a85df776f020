import type { Statement } from '../assign/evidence.ts';
import type { ServicePort } from '../assign/service-ports.ts';
import type { Standing } from '../assign/standing.ts';
import { groupBy } from '../mapping/group.ts';
import type { AssignedPort } from '../mapping/mapping.ts';
import { protocolsMeet, type Reservation } from '../mapping/mapping.ts';
import type { Protocol } from '../occurrence.ts';
import { listed, portWords } from '../words.ts';
import type { FleetMoves } from './moves.ts';
import { inPlan, placeOf, planPlace } from './places.ts';
import type { ProblemResult } from './result.ts';
import type { AssignedService, Fleet } from './types.ts';

interface Assignment {
  readonly service: AssignedService;
  readonly assigned: AssignedPort;
}

/** Who is to have which port by the plan, and what is reserved. */
export interface Claims {
  /** The others that have, or are to have, a port: names of services and owners. */
  othersOn(port: number, protocol: Protocol | undefined, service: AssignedService | undefined): string[];
  /** What is wrong with the ports of a service because others have them. */
  conflictsOf(service: AssignedService): ProblemResult[];
}

/**
 * Two services conflict where both are assigned one port, and where one of them is on a port now
 * that the other is assigned. The latter does not count where the one is to move away and the other
 * is not there yet: then carrying out the plan resolves it. `shared: true` allows either.
 *
 * Ports that nobody is assigned may be in any number of Dockerfiles.
 */
export function readClaims(fleet: Fleet, { standings }: FleetMoves): Claims {
  const assignments = groupBy(
    fleet.services.flatMap((service) => service.assigned.map((assigned): Assignment => ({ service, assigned }))),
    ({ assigned }) => assigned.port,
  );
  const reservations = groupBy(fleet.reserved, ({ port }) => port);

  const assignedTo = (
    port: number,
    protocol: Protocol | undefined,
    service: AssignedService | undefined,
  ): Assignment[] =>
    (assignments.get(port) ?? []).filter(
      (other) => other.service !== service && protocolsMeet(other.assigned.protocol, protocol),
    );
  const reservedFor = (
    port: number,
    protocol: Protocol | undefined,
    name: string | undefined,
  ): Reservation | undefined =>
    reservations
      .get(port)
      ?.find((held) => protocolsMeet(held.protocol, protocol) && (held.owner === undefined || held.owner !== name));

  function assignmentConflicts(service: AssignedService): ProblemResult[] {
    return service.assigned.flatMap(({ port, protocol, place }): ProblemResult[] => {
      const others = assignedTo(port, protocol, service).filter((other) => !other.service.shared);
      const reserved = reservedFor(port, protocol, service.name);
      const conflictsWith = [...others.map((other) => other.service.name), ...ownerOf(reserved)];
      const [first] = others;
      if (conflictsWith.length === 0) return [];
      const words = [
        ...(first === undefined
          ? []
          : [
              `is assigned to ${someNames(others.map((other) => other.service.name))}, too${inPlan(first.assigned.place)}`,
            ]),
        ...(reserved === undefined ? [] : [reservedWords(reserved)]),
      ];
      return [
        {
          verdict: 'conflict',
          message: `is assigned ${portWords(port, protocol)}, which ${words.join(', and ')}`,
          hint: 'assign another port, or allow it with "shared: true"',
          current: null,
          required: port,
          conflictsWith: mostNames(conflictsWith),
          places: [],
          plan: planPlace(place),
        },
      ];
    });
  }

  function presentConflicts(service: AssignedService): ProblemResult[] {
    return (standings.get(service) ?? []).flatMap((standing) =>
      notAssigned(standing).flatMap((held): ProblemResult[] => {
        const { port, protocol, statements } = held;
        const leaving = standing.moves.some((move) => move.from === port);
        const others = assignedTo(port, protocol, service).filter(
          (other) => !other.service.shared && (!leaving || isThere(other, standings)),
        );
        const reserved = reservedFor(port, protocol, service.name);
        const conflictsWith = [...others.map((other) => other.service.name), ...ownerOf(reserved)];
        if (conflictsWith.length === 0) return [];
        const words = [
          ...(others.length === 0 ? [] : [`is ${possessive(others.map((other) => other.service.name))}`]),
          ...(reserved === undefined ? [] : [reservedWords(reserved)]),
        ];
        return [
          {
            verdict: 'conflict',
            message: `is on ${portWords(port, protocol)}, which ${words.join(', and ')}`,
            hint: leaving
              ? 'moving it to the port that it is assigned resolves this'
              : 'move it away, or allow it with "shared: true"',
            current: port,
            required: null,
            conflictsWith: mostNames(conflictsWith),
            places: shown(statements).map(({ occurrence }) => placeOf(standing.facts.file, occurrence)),
            plan: null,
          },
        ];
      }),
    );
  }

  return {
    othersOn(port, protocol, service) {
      const names = assignedTo(port, protocol, service).map((other) => other.service.name);
      return mostNames([...names, ...ownerOf(reservedFor(port, protocol, service?.name))]);
    },
    conflictsOf: (service) => (service.shared ? [] : [...assignmentConflicts(service), ...presentConflicts(service)]),
  };
}

/** The ports of a Dockerfile that none of its services is assigned. */
function notAssigned({ facts, taken }: Standing): ServicePort[] {
  return facts.ports.filter(({ port }) => !taken.has(port));
}

/** Whether a service has the port that it is assigned; what cannot be looked at is taken to have it. */
function isThere({ service, assigned }: Assignment, standings: FleetMoves['standings']): boolean {
  const known = standings.get(service);
  return known === undefined || known.some(({ there }) => there.includes(assigned));
}

/** The statement that others see the port by: EXPOSE, or else the first one. */
function shown(statements: readonly Statement[]): Statement[] {
  const [first] = statements;
  const exposing = statements.find(({ speaker }) => speaker === 'expose') ?? first;
  return exposing === undefined ? [] : [exposing];
}

function ownerOf(reserved: Reservation | undefined): string[] {
  return reserved === undefined ? [] : [reserved.owner ?? 'reserved'];
}

function reservedWords({ owner, place }: Reservation): string {
  return `is reserved${owner === undefined ? '' : ` for ${owner}`}${inPlan(place)}`;
}

function possessive(names: readonly string[]): string {
  return `the port of ${someNames(names)}`;
}

/** So many names are enough to see who is meant; a port may be that of every service of a large fleet. */
const MOST_NAMES = 20;
const MOST_WORDS = 3;

function mostNames(names: readonly string[]): string[] {
  return [...new Set(names)].slice(0, MOST_NAMES);
}

function someNames(names: readonly string[]): string {
  const known = [...new Set(names)];
  const more = known.length - MOST_WORDS;
  return more > 1 ? listed([...known.slice(0, MOST_WORDS), `${more} more`]) : listed(known);
}
