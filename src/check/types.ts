import type { AssignedPort, Place, PortMove, Reservation } from '../mapping/mapping.ts';
import type { FoundPorts } from '../run/plan-dockerfile.ts';

/** A Dockerfile that was read, with every port that was found in it. */
export type CheckedFile = FoundPorts;

/** A service of a plan. A mapping of old to new ports is a plan, too: its targets are what is assigned. */
export interface AssignedService {
  readonly name: string;
  /** Also the ports that `moves` lead to. */
  readonly assigned: readonly AssignedPort[];
  /** What the mapping says to move. */
  readonly moves: readonly PortMove[];
  /** Its Dockerfiles; none where they are not there, or not part of this run. */
  readonly files: readonly CheckedFile[];
  /** Its Dockerfiles that are not there, each with the reason in words for people. */
  readonly absent?: readonly AbsentFile[] | undefined;
  /** The names by which other containers reach it, in lower case. */
  readonly hosts?: readonly string[] | undefined;
  /** It may have a port that another service has. */
  readonly shared: boolean;
  /** It is not part of this run: it is not checked, but its ports are taken. */
  readonly outside?: boolean | undefined;
  readonly place: Place;
}

/** A Dockerfile of a plan that is not there. */
export interface AbsentFile {
  readonly pattern: string;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly place: Place;
}

/** All that is checked together. */
export interface Fleet {
  readonly services: readonly AssignedService[];
  readonly reserved: readonly Reservation[];
  /** Dockerfiles of no service: they are checked for what they say of themselves, and against `moves`. */
  readonly others: readonly CheckedFile[];
  /** Moves that hold for every Dockerfile whose services do not say otherwise. */
  readonly moves: readonly PortMove[];
}
