import type { Diagnostic } from '../diagnostic.ts';
import { parseDockerfile } from '../dockerfile/parse.ts';
import { findOccurrences } from '../find.ts';
import { protocolsMeet } from '../mapping/mapping.ts';
import type { Occurrence } from '../occurrence.ts';
import { applyEdits } from '../rewrite/edit.ts';
import type { Edit, LeftAlone, ReviewItem } from '../rewrite/plan.ts';
import { verifyEdits } from '../rewrite/verify.ts';
import type { PlannedDockerfile } from '../run/plan-dockerfile.ts';

/**
 * A planned file with only those of its edits that were chosen, and with review items that were. The
 * new text is verified. Diagnostics say where a port is moved in part, and where the choice puts two
 * ports of the file onto one: then the file is left as it is.
 *
 * @param chosen - Planned edits of the file, and edits of its review items.
 */
export function withChosen<T extends PlannedDockerfile>(file: T, chosen: readonly Edit[]): T {
  if (file.diagnostics.some(({ severity }) => severity === 'error')) return file;
  const edits = chosen.toSorted((a, b) => a.span.start - b.span.start);
  const declined = file.edits.filter((edit) => !edits.includes(edit));
  const after = applyEdits(file.before, edits);
  const diagnostics = [...partlyMoved(file, edits, declined), ...collisions(file, edits)];
  const wrong = verifyChosen(file, after, edits);
  if (wrong !== undefined) diagnostics.push(notVerified(file, edits, wrong));
  const isRefused = diagnostics.some(({ severity }) => severity === 'error');
  return {
    ...file,
    edits: isRefused ? [] : edits,
    review: file.review.filter((item) => isRefused || !edits.some((edit) => isOf(edit, item))),
    leftAlone: [...file.leftAlone, ...declined.map(leftByChoice)].sort((a, b) => a.span.start - b.span.start),
    after: isRefused ? file.before : after,
    diagnostics: [...file.diagnostics, ...diagnostics],
  };
}

function isOf({ span }: Edit, item: ReviewItem): boolean {
  return span.start === item.span.start && span.end === item.span.end;
}

function leftByChoice({ span, from }: Edit): LeftAlone {
  return { span, port: from, reason: 'left as it is by choice' };
}

/**
 * Verifies a part of a plan. What was not chosen may have been found only because of what was, so
 * reading the text again has to find the chosen ports alone. A chosen port may in turn have been
 * found because of one that was not chosen: then it has to be found in the whole plan, and the part
 * must differ from the file in nothing but its edits.
 */
function verifyChosen(file: PlannedDockerfile, after: string, chosen: readonly Edit[]): string | undefined {
  if (chosen.length === 0) return undefined;
  const { before } = file;
  const findings = findOccurrences(parseDockerfile(before));
  const occurrences = new Set(chosen.map(({ occurrence }) => occurrence));
  const own = { ...findings, occurrences: file.occurrences.filter((occurrence) => occurrences.has(occurrence)) };
  const elsewhere = verifyEdits(before, after, { ...findings, occurrences: [] }, chosen);
  if (elsewhere !== undefined) return elsewhere;
  const alone = verifyEdits(before, after, own, chosen);
  if (alone === undefined) return undefined;
  const whole = [...new Set([...file.edits, ...chosen])].sort((a, b) => a.span.start - b.span.start);
  return verifyEdits(before, applyEdits(before, whole), own, whole) === undefined ? undefined : alone;
}

function notVerified(file: PlannedDockerfile, edits: readonly Edit[], wrong: string): Diagnostic {
  return {
    code: 'not-verified',
    severity: 'error',
    message: `the edited file does not read as chosen: ${wrong}`,
    ...placeOf(file, edits[0]?.span.start ?? 0),
    hint: 'the file is left as it is; move its ports by hand, and please report this',
  };
}

/** A port that is moved in one place and kept in another: the container may not work. */
function partlyMoved(file: PlannedDockerfile, edits: readonly Edit[], declined: readonly Edit[]): Diagnostic[] {
  const kept = new Map<Edit['move'], Edit[]>();
  for (const edit of declined) {
    if (edit.occurrence.finding.prose === true || !edits.some(({ move }) => move === edit.move)) continue;
    kept.set(edit.move, [...(kept.get(edit.move) ?? []), edit]);
  }
  return [...kept].map(([move, left]): Diagnostic => {
    const places = left
      .map(({ span }) => file.offsets.position(span.start))
      .map(({ line, column }) => `${line}:${column}`);
    return {
      code: 'partly-moved',
      severity: 'warning',
      message: `${move.from} becomes ${move.to} in a part of its places only; it is kept at ${places.join(', ')}`,
      ...placeOf(file, left[0]?.span.start ?? 0),
      hint: 'unless both are meant, move it in all of them or in none',
    };
  });
}

/** A port that moves to one that the choice keeps. */
function collisions(file: PlannedDockerfile, edits: readonly Edit[]): Diagnostic[] {
  const moved = new Set(edits.map(({ occurrence }) => occurrence));
  const staying = file.occurrences.filter(({ finding }) => {
    return finding.prose !== true && finding.certainty !== 'possible' && finding.host === undefined;
  });
  const known = new Set<string>();
  return edits.flatMap((edit): Diagnostic[] => {
    const { occurrence, move, from, to } = edit;
    const { prose, host } = occurrence.finding;
    if (move.repairs === true || prose === true || host !== undefined) return [];
    const other = staying.find((one) => !moved.has(one) && takes(one, edit));
    if (other === undefined || known.has(`${from} ${to}`)) return [];
    known.add(`${from} ${to}`);
    const place = placeOf(file, edit.span.start);
    return [
      {
        code: 'port-collision',
        severity: 'error',
        message: `${from} is to become ${to}, but ${to} is kept as a port of this file (${other.finding.reason})`,
        ...placeOf(file, other.span.start),
        hint: `move ${to} away as well, or leave ${from} at line ${place.line} as it is`,
      },
    ];
  });
}

function takes({ finding }: Occurrence, { to, move }: Edit): boolean {
  const { range, port, protocol } = finding;
  const covers = range === undefined ? port === to : to >= range.first && to <= range.last;
  return covers && protocolsMeet(protocol, move.protocol);
}

function placeOf(file: PlannedDockerfile, offset: number): Pick<Diagnostic, 'file' | 'line' | 'column'> {
  return { file: file.path, ...file.offsets.position(offset) };
}
