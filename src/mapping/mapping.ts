import type { Diagnostic } from '../diagnostic.ts';
import type { Protocol } from '../occurrence.ts';

/** Where something of a mapping is written: in a file, or in an argument of the command line. */
export interface Place {
  readonly file?: string | undefined;
  /** 1-based. */
  readonly line?: number | undefined;
  /** 1-based, in UTF-16 code units. */
  readonly column?: number | undefined;
  /** As the user wrote it, where it is no file: `--port 8095=8096`. */
  readonly argument?: string | undefined;
}

/** One port that moves. A range of the mapping is one move per port. */
export interface PortMove {
  readonly from: number;
  readonly to: number;
  /** The only protocol that moves; undefined where all do. */
  readonly protocol?: Protocol | undefined;
  /** The left side of the mapping's entry as it is written, such as `9000-9003` or `8095/tcp`. */
  readonly entry: string;
  /** Where that entry stands: all moves of one range share this object. */
  readonly place: Place;
  /** It mends a Dockerfile a part of which is on the new port already, so that this is no collision. */
  readonly repairs?: boolean | undefined;
}

/** A port that a service is to have, wherever it is now. A range of the mapping is one of these per port. */
export interface AssignedPort {
  readonly port: number;
  /** What the service uses it for, where the mapping says so: `http`, `metrics`. */
  readonly name?: string | undefined;
  /** The port that it replaces, where the mapping says so; else it is read from the Dockerfile. */
  readonly from?: number | undefined;
  /** The move that leads to it, where the mapping states one, as in `{ 8095: 8096 }`: only what is on `from` moves. */
  readonly move?: PortMove | undefined;
  readonly protocol?: Protocol | undefined;
  /** Where the mapping assigns it: all ports of one range share this object. */
  readonly place: Place;
}

/** A path or a glob of a service's Dockerfile. */
export interface DockerfileEntry {
  readonly pattern: string;
  readonly place: Place;
}

/** A name by which other containers reach a service, in lower case. */
export interface HostEntry {
  readonly name: string;
  readonly place: Place;
}

export interface Service {
  readonly name: string;
  readonly place: Place;
  readonly dockerfiles: readonly DockerfileEntry[];
  readonly hosts: readonly HostEntry[];
  /** The ports that the mapping says to move; none where it assigns ports instead. */
  readonly moves: readonly PortMove[];
  /** The ports that it is to have. What moves for that is read from its Dockerfiles. */
  readonly assigned: readonly AssignedPort[];
  /** It may land on a port that another service has. */
  readonly shared: boolean;
  /** The image that its Dockerfile builds: `registry.example/api:1.4`. */
  readonly image?: string | undefined;
  /** What the image is built for: `linux/arm64`. */
  readonly platforms?: readonly string[] | undefined;
  /** The folder that is sent to the builder, relative to the mapping's folder. */
  readonly context?: string | undefined;
  /** Whether the image is to be pushed once it is built. */
  readonly push?: boolean | undefined;
}

/** A port that nobody but its owner may land on. */
export interface Reservation {
  readonly port: number;
  readonly protocol?: Protocol | undefined;
  /** Who has it, where the mapping says so. */
  readonly owner?: string | undefined;
  readonly place: Place;
}

/** A mapping whose entries are sound, each by itself and beside each other; see `conflicts.ts` for the rest. */
export interface Mapping {
  /** The file as the user knows it; undefined for arguments of the command line. */
  readonly file: string | undefined;
  readonly services: readonly Service[];
  /** For every Dockerfile, where its own service does not say otherwise. */
  readonly moves: readonly PortMove[];
  readonly reserved: readonly Reservation[];
}

/** Whether a port of the one protocol can be the port of the other; undefined stands for any protocol. */
export function protocolsMeet(one: Protocol | undefined, other: Protocol | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

/** `8095`, or `8095/udp` where only one protocol is meant. */
export function formatPort(port: number, protocol?: Protocol): string {
  return protocol === undefined ? String(port) : `${port}/${protocol}`;
}

/** `ports.yaml:4:7`, or the argument, for naming a second place within a message. */
export function formatPlace(place: Place): string {
  if (place.argument !== undefined) return place.argument;
  return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}

/** An error that stands at a place of the mapping. */
export function errorAt(place: Place, code: string, message: string, hint?: string): Diagnostic {
  const { file, line, column } = place;
  return { code, severity: 'error', message, file, line, column, hint };
}
