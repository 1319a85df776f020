import type { PortMove } from '../mapping/mapping.ts';
import type { PlannedDockerfile } from '../run/plan-dockerfile.ts';
import { move as moveText } from './words.ts';

/** A planned file with the services that the mapping gives it, if any. */
export type ReviewedFile = PlannedDockerfile & { readonly services?: readonly string[] | undefined };

/** Whose a move is; undefined for those of every Dockerfile. `servicesOf` of the journal gives this from a mapping. */
export type MoveOwners = ReadonlyMap<PortMove, string>;

/** What happens to one port of one service, in all files together. */
export interface MovedPort {
  /** Undefined where the mapping moves the port in every Dockerfile. */
  readonly service: string | undefined;
  /** `8095 → 8096`. */
  readonly ports: string;
  readonly edits: number;
  readonly review: number;
  /** Where it stands, in the order of the run. */
  readonly paths: readonly string[];
}

interface Counted {
  readonly service: string | undefined;
  readonly ports: string;
  edits: number;
  review: number;
  readonly paths: Set<string>;
}

/** The ports that move, by service, in the order in which the files name them. */
export function movedPorts(files: readonly ReviewedFile[], owners: MoveOwners = new Map()): MovedPort[] {
  const counted = new Map<string, Counted>();
  const entryOf = (file: ReviewedFile, move: PortMove): Counted => {
    const service = ownerOf(file, move, owners);
    const ports = moveText({ ...move, protocol: move.protocol ?? null });
    const key = JSON.stringify([service ?? null, ports]);
    const known = counted.get(key) ?? { service, ports, edits: 0, review: 0, paths: new Set<string>() };
    counted.set(key, known);
    known.paths.add(file.path);
    return known;
  };
  for (const file of files) {
    for (const { move } of file.edits) entryOf(file, move).edits++;
    for (const { move } of file.review) entryOf(file, move).review++;
  }
  const order = [...new Set([...counted.values()].map(({ service }) => service))];
  return order.flatMap((service) =>
    [...counted.values()]
      .filter((entry) => entry.service === service)
      .map((entry) => ({ ...entry, paths: [...entry.paths] })),
  );
}

/** The service that a move belongs to; the file's own where the mapping assigns ports instead of moving them. */
export function ownerOf(file: ReviewedFile, move: PortMove, owners: MoveOwners): string | undefined {
  return owners.get(move) ?? (move.place.argument === undefined ? file.services?.[0] : undefined);
}
