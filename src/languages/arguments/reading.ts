import type { Program } from '../../knowledge/program.ts';
import type { Finding } from '../../occurrence.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { readPort } from '../address.ts';
import type { FlagTable } from './flags.ts';

/** What is known around a command. */
export interface ArgumentsPlace {
  /** The ports that EXPOSE declares in the file: a bare number among them is probably that port. */
  readonly exposed: ReadonlySet<number>;
  /** `run` while the image is built, `start` as the container's program, `check` as its health check. */
  readonly kind: 'run' | 'start' | 'check';
  /** Where an argument can be added to a program that has none. */
  readonly programEnd?: MappedText | undefined;
  /** Reads an argument that is configuration, as a file of that name would be: `nginx -g 'listen 80;'`. */
  readonly readConfiguration?: ((text: MappedText, file: string) => Finding[]) | undefined;
}

/** What a flag of a row says of its value. */
export type FlagKind =
  | 'port'
  | 'address'
  | 'peer'
  | 'setting'
  | 'configuration'
  | 'tunnel-here'
  | 'tunnel-there'
  | 'host'
  | 'other';

/** A command line that is being read. */
export interface Reading {
  /** The base name it was started by; empty for a piece of a command line. */
  readonly program: string;
  readonly row: Program | undefined;
  readonly flags: FlagTable<FlagKind>;
  /** Whether the program is a server: an address with a name is its own then. */
  readonly listens: boolean;
  readonly place: ArgumentsPlace;
  /** The host that a flag such as `-h db` names, if it is not this container. */
  readonly host: string | undefined;
  /** The host that another argument names for a port of this name. */
  readonly hostBeside: (portName: string) => string | undefined;
  /** Reads a value that is a piece of a command line. */
  readonly options: (value: MappedText) => Finding[];
}

/** A bare number that EXPOSE declares as well. */
export function isExposed(value: MappedText, { exposed }: ArgumentsPlace): boolean {
  return /^\d+$/.test(value.text) && exposed.has(Number(value.text));
}

/** Such a number is that port, where nothing says otherwise and the program is not one that is known. */
export function exposedNumber({ row, place, host }: Reading, value: MappedText, what: string): Finding[] {
  const certainty = row === undefined && place.kind !== 'run' ? 'probable' : 'possible';
  return readPort(value, { certainty, reason: `${what} that equals an exposed port`, host }).map((finding) =>
    finding.kind === 'port' ? { ...finding, exposedOnly: true } : finding,
  );
}
