import { parseDockerfile } from '../dockerfile/parse.ts';
import { type Findings, findOccurrences } from '../find.ts';
import type { Occurrence } from '../occurrence.ts';
import type { Span } from '../text/mapped-text.ts';
import type { Edit } from './plan.ts';

/**
 * Proves that an edited file says what was planned: nothing outside the edits has changed, and
 * reading it again finds every occurrence, each on the port that its edit gave it.
 *
 * @param edits in the order of the file
 * @returns what is wrong, or undefined
 */
export function verifyEdits(
  before: string,
  after: string,
  findings: Findings,
  edits: readonly Edit[],
): string | undefined {
  if (!sameOutside(before, after, edits)) return 'text outside of the edits has changed';
  const byOccurrence = new Map(edits.map((edit) => [edit.occurrence, edit]));
  const splits = edits.filter(isSplit);
  const misplaced = edits.find((edit) => !isSplit(edit) && !sameSpan(edit.span, edit.occurrence.span));
  if (misplaced !== undefined) return `the edit at offset ${misplaced.span.start} is not on its digits`;
  const newOffset = offsetsAfter(edits);
  // What is only possible may be so because of what is around it, which moves.
  const counts = (occurrence: Occurrence): boolean =>
    occurrence.finding.certainty !== 'possible' || byOccurrence.has(occurrence);
  const expected = findings.occurrences
    .filter((occurrence) => counts(occurrence) && !splits.some((split) => within(occurrence.span.start, split.span)))
    .map((occurrence) => {
      const edit = byOccurrence.get(occurrence);
      const inserted = edit !== undefined && edit.span.start === edit.span.end ? 1 : 0;
      return describe(occurrence, newOffset(occurrence.span.start) + inserted, edit?.to ?? occurrence.finding.port);
    });
  const found = new Set(
    findOccurrences(parseDockerfile(after, findings.isOfInterest)).occurrences.map((occurrence) =>
      describe(occurrence, occurrence.span.start, occurrence.finding.port),
    ),
  );
  const missing = expected.find((item) => !found.has(item));
  return missing === undefined ? undefined : `reading the edited text again does not find ${missing}`;
}

/** A range that is written as its parts; it takes more than the digits of one end. */
function isSplit({ span, occurrence }: Edit): boolean {
  const range = occurrence.finding.range?.at.toSource();
  return range !== undefined && !sameSpan(span, occurrence.span) && sameSpan(span, range);
}

function sameSpan(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}

function within(offset: number, span: Span): boolean {
  return span.start <= offset && offset < span.end;
}

function sameOutside(before: string, after: string, edits: readonly Edit[]): boolean {
  let from = 0;
  let to = 0;
  for (const { span, text } of edits) {
    const kept = span.start - from;
    if (before.slice(from, span.start) !== after.slice(to, to + kept)) return false;
    if (after.slice(to + kept, to + kept + text.length) !== text) return false;
    from = span.end;
    to += kept + text.length;
  }
  return before.slice(from) === after.slice(to);
}

/** Where an offset of the old text is in the new one; to be asked in the order of the file. */
function offsetsAfter(edits: readonly Edit[]): (offset: number) => number {
  let next = 0;
  let shift = 0;
  return (offset) => {
    for (let edit = edits[next]; edit !== undefined; edit = edits[++next]) {
      const { span, text } = edit;
      if (span.end > offset || span.start === offset) break;
      shift += text.length - (span.end - span.start);
    }
    return offset + shift;
  };
}

function describe({ transform, finding }: Occurrence, start: number, port: number): string {
  const host = finding.host === undefined ? '' : ` on ${finding.host}`;
  return `port ${port} at offset ${start} (${transform}${host})`;
}
