import type { PortFinding } from '../occurrence.ts';
import type { Edit, ReviewItem } from '../rewrite/plan.ts';
import type { PlannedDockerfile } from '../run/plan-dockerfile.ts';
import { MappedText } from '../text/mapped-text.ts';

/** One change that a walk can ask about. */
export interface WalkItem {
  /** Unique in the walk. */
  readonly id: number;
  /** The index of the file. */
  readonly file: number;
  readonly edit: Edit;
  /** The line of the file, from 1. */
  readonly line: number;
  /** False for what a run would leave for review: it is never taken together with others. */
  readonly planned: boolean;
}

/** Changes that are asked about together, because they stand close to each other. */
export interface WalkHunk {
  readonly file: number;
  /** In the order of the file; never none. */
  readonly items: readonly WalkItem[];
}

/**
 * Everything that a walk over planned files asks about, in the order of the run: the planned edits,
 * those with less than `2 * context` lines between them together, and one by one what would be left
 * for review although it can be rewritten.
 */
export function walkHunks(files: readonly PlannedDockerfile[], context: number): WalkHunk[] {
  let id = 0;
  return files.flatMap((file, index) => {
    if (file.diagnostics.some(({ severity }) => severity === 'error')) return [];
    const itemOf = (edit: Edit, planned: boolean): WalkItem => {
      const { line } = file.offsets.position(edit.span.start);
      return { id: id++, file: index, edit, line, planned };
    };
    const items = [
      ...file.edits.map((edit) => itemOf(edit, true)),
      ...possibleEdits(file).map((edit) => itemOf(edit, false)),
    ];
    return grouped(items, context).map((group) => ({ file: index, items: group }));
  });
}

function grouped(items: readonly WalkItem[], context: number): WalkItem[][] {
  const groups: WalkItem[][] = [];
  for (const item of items.toSorted((a, b) => a.edit.span.start - b.edit.span.start)) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    const joins = before?.planned === true && item.planned && item.line - before.line - 1 <= 2 * context;
    if (joins) last?.push(item);
    else groups.push([item]);
  }
  return groups;
}

/** The edits that would be made of review items, where nothing but certainty is missing. */
function possibleEdits({ before, edits, review }: PlannedDockerfile): Edit[] {
  const possible: Edit[] = [];
  for (const item of review) {
    const { start, end } = item.span;
    const overlaps = [...edits, ...possible].some(({ span }) => start < span.end && span.start < end);
    const edit = overlaps ? undefined : possibleEdit(before, item);
    if (edit !== undefined) possible.push(edit);
  }
  return possible;
}

function possibleEdit(text: string, { code, span, port, move, reason, occurrence }: ReviewItem): Edit | undefined {
  if (code !== 'possible' && code !== 'probable') return undefined;
  const change = { span, from: port, to: move.to, move };
  if (occurrence !== undefined) {
    if (!occurrence.editable || occurrence.finding.range !== undefined) return undefined;
    const isInserted = occurrence.finding.implicit !== undefined;
    return { ...change, text: isInserted ? `:${move.to}` : String(move.to), occurrence };
  }
  // Digits that no transform knows stand as they are.
  const at = MappedText.of(text.slice(span.start, span.end), span.start);
  const finding: PortFinding = { kind: 'port', at, port, certainty: 'possible', reason };
  return {
    ...change,
    text: String(move.to),
    occurrence: {
      span,
      role: 'reference',
      transform: '',
      instruction: '',
      stage: undefined,
      finding,
      editable: true,
    },
  };
}
