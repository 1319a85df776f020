import { formatPlace, type Place } from '../mapping/mapping.ts';
import type { Occurrence } from '../occurrence.ts';
import type { Edit } from '../rewrite/plan.ts';
import type { CheckedPlace, PlanPlace } from './result.ts';
import type { CheckedFile } from './types.ts';

/** The place of an occurrence, and what is to be written there. */
export function placeOf(
  { path, offsets }: CheckedFile,
  { span, role, finding, instruction, stage }: Occurrence,
  edit?: Edit,
): CheckedPlace {
  const { start, end } = edit?.span ?? span;
  const from = offsets.position(start);
  const to = offsets.position(end);
  const offset = offsets.byteOffset(start);
  return {
    file: path,
    ...from,
    endLine: to.line,
    endColumn: to.column,
    offset,
    length: offsets.byteOffset(end) - offset,
    port: finding.port,
    required: edit?.to ?? null,
    replacement: edit?.text ?? null,
    role,
    certainty: finding.certainty,
    instruction,
    stage: stage ?? null,
    reason: finding.reason,
  };
}

/** A place of the plan in the shape of the results. An argument of the command line is no file. */
export function planPlace(place: Place): PlanPlace {
  return { file: place.file ?? null, line: place.line ?? null, column: place.column ?? null };
}

/** ` (ports.yaml:4:7)`, or nothing for a place that is not known. */
export function inPlan(place: Place): string {
  const words = formatPlace(place);
  return words === '' ? '' : ` (${words})`;
}
