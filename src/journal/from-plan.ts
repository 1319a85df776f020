import { sha256 } from '../files/digest.ts';
import { encode } from '../files/encoding.ts';
import type { Mapping, PortMove } from '../mapping/mapping.ts';
import type { PlannedFile } from '../run/run.ts';
import { recordMoves } from './moves.ts';
import type { FileChange } from './transaction.ts';

/** Whose each move of a mapping is; not those for every Dockerfile. */
export function servicesOf({ services }: Mapping): ReadonlyMap<PortMove, string> {
  return new Map(services.flatMap(({ name, moves }) => moves.map((move): [PortMove, string] => [move, name])));
}

/** What `applyFiles` needs to know of a planned file. */
export function toFileChange(
  { path, absolute, content, after, edits, offsets, moves }: PlannedFile,
  services: ReadonlyMap<PortMove, string>,
): FileChange {
  return {
    path,
    absolute,
    mode: content.mode,
    digest: sha256(content.bytes),
    before: content.bytes,
    after: encode(after),
    edits: edits.map(({ span, text }) => {
      const offset = offsets.byteOffset(span.start);
      return { offset, length: offsets.byteOffset(span.end) - offset, text };
    }),
    moves: recordMoves(edits, moves, services),
  };
}
