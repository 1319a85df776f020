import { toDiagnosticResult } from '../diagnostic.ts';
import type { Occurrence } from '../occurrence.ts';
import type { PlannedDockerfile } from '../run/plan-dockerfile.ts';
import type { Span } from '../text/mapped-text.ts';
import type { EditResult, LeftAlone, PlaceResult, ReviewResult } from './result.ts';
import type { ReportedFile } from './terminal.ts';

/** A planned file in the shape of the reports. */
export function toFileResult(file: PlannedDockerfile): ReportedFile {
  return {
    path: file.path,
    edits: file.edits.map((edit): EditResult => {
      const place = placeOf(file, edit.span, edit.occurrence);
      return {
        line: place.line,
        column: place.column,
        offset: place.offset,
        length: place.length,
        from: edit.from,
        to: edit.to,
        protocol: place.protocol,
        role: place.role,
        certainty: place.certainty,
        reason: edit.occurrence.finding.reason,
        transform: place.transform,
        instruction: place.instruction,
        stage: place.stage,
      };
    }),
    review: file.review.map((item): ReviewResult => {
      const { port, code, reason, hint = null } = item;
      return { ...placeOf(file, item.span, item.occurrence), port, code, reason, hint };
    }),
    diagnostics: file.diagnostics.map(toDiagnosticResult),
    leftAlone: file.leftAlone.map(
      ({ span, port, reason }): LeftAlone => ({ ...file.offsets.position(span.start), port, reason }),
    ),
  };
}

function placeOf({ offsets }: PlannedDockerfile, span: Span, occurrence: Occurrence | undefined): PlaceResult {
  const { line, column } = offsets.position(span.start);
  const offset = offsets.byteOffset(span.start);
  return {
    line,
    column,
    offset,
    length: offsets.byteOffset(span.end) - offset,
    protocol: occurrence?.finding.protocol ?? null,
    role: occurrence?.role ?? 'reference',
    certainty: occurrence?.finding.certainty ?? 'possible',
    transform: occurrence?.transform ?? '',
    instruction: occurrence?.instruction ?? '',
    stage: occurrence?.stage ?? null,
  };
}
