import type { PortMove } from '../../mapping/mapping.ts';
import type { Certainty, Occurrence, Role } from '../../occurrence.ts';
import type { Span } from '../../text/mapped-text.ts';
import { type MoveOwners, ownerOf, type ReviewedFile } from '../moved-ports.ts';
import { move as moveText } from '../words.ts';

/** One place of a file that a page shows: a change, or something for review. */
export interface ReviewMark {
  readonly kind: 'edit' | 'review';
  readonly span: Span;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  /** What stands there afterwards; undefined where it stays as it is. */
  readonly text: string | undefined;
  /** `8095 → 8096`, or `8095` where it stays. */
  readonly ports: string;
  readonly instruction: string;
  readonly role: Role;
  readonly certainty: Certainty;
  readonly reason: string;
  readonly hint: string | undefined;
  /** The kind of doubt, of what is for review. */
  readonly code: string | undefined;
  /** Whose port it is, and whose file; without repetition. */
  readonly services: readonly string[];
}

/** The edits and review items of a file, in its order. */
export function marksOf(file: ReviewedFile, owners: MoveOwners): ReviewMark[] {
  const common = (span: Span, move: PortMove, occurrence: Occurrence | undefined) => ({
    span,
    ...file.offsets.position(span.start),
    instruction: occurrence?.instruction ?? '',
    role: occurrence?.role ?? 'reference',
    certainty: occurrence?.finding.certainty ?? 'possible',
    services: servicesOf(file, move, owners),
  });
  const edits = file.edits.map(
    ({ span, text, move, from, to, occurrence }): ReviewMark => ({
      ...common(span, move, occurrence),
      kind: 'edit',
      text,
      ports: moveText({ from, to, protocol: move.protocol ?? null }),
      reason: occurrence.finding.reason,
      hint: undefined,
      code: undefined,
    }),
  );
  const review = file.review.map(
    ({ span, move, port, occurrence, reason, hint, code }): ReviewMark => ({
      ...common(span, move, occurrence),
      kind: 'review',
      text: undefined,
      ports: String(port),
      reason,
      hint,
      code,
    }),
  );
  return [...edits, ...review].sort((a, b) => a.span.start - b.span.start);
}

function servicesOf(file: ReviewedFile, move: PortMove, owners: MoveOwners): string[] {
  const owner = ownerOf(file, move, owners);
  return [...new Set([...(owner === undefined ? [] : [owner]), ...(file.services ?? [])])];
}
