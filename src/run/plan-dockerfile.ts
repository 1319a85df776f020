import type { Diagnostic } from '../diagnostic.ts';
import { nameWords } from '../dockerfile/own-names.ts';
import { type Dockerfile, type LineFilter, parseDockerfile } from '../dockerfile/parse.ts';
import { byteOffsets, type Offsets } from '../files/offsets.ts';
import { type Findings, findOccurrences } from '../find.ts';
import { type Occurrence, replaced } from '../occurrence.ts';
import { applyEdits } from '../rewrite/edit.ts';
import {
  type Edit,
  type FileMoves,
  type FilePlan,
  type PlanOptions,
  type PlanProblem,
  planFile,
  type ReviewItem,
} from '../rewrite/plan.ts';
import { verifyEdits } from '../rewrite/verify.ts';
import { warnAbout } from '../rewrite/warnings.ts';
import { MappedText, type Span } from '../text/mapped-text.ts';

/** A Dockerfile that was read, with every port that was found in it. */
export interface FoundPorts {
  /** As it is shown to people. */
  readonly path: string;
  readonly dockerfile: Dockerfile;
  readonly findings: Findings;
  readonly offsets: Offsets;
}

/** One Dockerfile with everything that is to happen to it. */
export interface PlannedDockerfile extends FilePlan {
  /** As it is shown to people. */
  readonly path: string;
  readonly before: string;
  /** The text with the edits made; `before` when there are errors. */
  readonly after: string;
  /** Every port that was found, in the order of the file. */
  readonly occurrences: readonly Occurrence[];
  readonly offsets: Offsets;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Plans the move of one Dockerfile: parse, find, plan, edit, verify. Pure: nothing is read or written.
 *
 * @param path for diagnostics
 * @param text the decoded file; lone surrogates stand for bytes that are not UTF-8
 */
export function planDockerfile(path: string, text: string, moves: FileMoves, options: PlanOptions): PlannedDockerfile {
  return planFound(findPorts(path, text), { nameWords: nameWords(path), ...moves }, options);
}

/**
 * The first half of `planDockerfile`, for who has to see the ports before the moves are known: parse, find.
 *
 * @param isOfInterest lines that can have a port which matters; all are read by default
 */
export function findPorts(path: string, text: string, isOfInterest?: LineFilter): FoundPorts {
  const dockerfile = parseDockerfile(text, isOfInterest);
  return { path, dockerfile, findings: findOccurrences(dockerfile), offsets: byteOffsets(text) };
}

/** The second half of `planDockerfile`: plan, edit, verify. */
export function planFound(found: FoundPorts, moves: FileMoves, options: PlanOptions): PlannedDockerfile {
  const { path, dockerfile, findings, offsets } = found;
  const { text } = dockerfile;
  const plan = planFile(dockerfile, findings, moves, options);
  const problems: PlanProblem[] = [
    ...dockerfile.problems,
    ...plan.problems,
    ...warnAbout(dockerfile, findings.flow, plan.edits, moves.moves),
  ];
  const after = isRefused(problems) ? text : applyEdits(text, plan.edits);
  if (after !== text) {
    const wrong = verifyEdits(text, after, findings, plan.edits);
    if (wrong !== undefined) problems.push(notVerified(wrong, plan.edits[0]?.span ?? { start: 0, end: 0 }));
  }
  const refused = isRefused(problems);
  const diagnostics = problems
    .toSorted((a, b) => a.span.start - b.span.start)
    .map(({ span, related, message, ...problem }) => {
      const { line, column } = offsets.position(span.start);
      if (related === undefined) return { ...problem, message, file: path, line, column };
      const other = offsets.position(related.span.start);
      const both = `${message}; ${related.text} ${path}:${other.line}:${other.column}`;
      return { ...problem, message: both, file: path, line, column };
    });
  const keep = keeper();
  const kept = {
    edits: plan.edits.map(
      ({ span, text: written, from, to, move, occurrence }): Edit => ({
        span,
        text: written,
        from,
        to,
        move,
        occurrence: keep(occurrence),
      }),
    ),
    review: plan.review.map((item) => ({ ...item, occurrence: item.occurrence && keep(item.occurrence) })),
  };
  return {
    leftAlone: plan.leftAlone,
    edits: refused ? [] : kept.edits,
    review: refused ? withRefused(kept) : kept.review,
    problems,
    path,
    before: text,
    after: refused ? text : after,
    occurrences: findings.occurrences.map(keep),
    offsets,
    diagnostics,
  };
}

/**
 * Takes occurrences out of the parsed file, so that the plans of very many files fit into memory.
 * The same occurrence gives the same object each time.
 */
function keeper(): (occurrence: Occurrence) => Occurrence {
  const known = new Map<Occurrence, Occurrence>();
  return (occurrence) => {
    const kept = known.get(occurrence) ?? keepOccurrence(occurrence);
    known.set(occurrence, kept);
    return kept;
  };
}

function keepOccurrence({ span, role, transform, instruction, stage, finding, editable }: Occurrence): Occurrence {
  const keep = (text: MappedText): MappedText => MappedText.of(text.text, text.sourceOffset(0));
  return { span, role, transform, instruction, stage, finding: replaced(finding, keep), editable };
}

function isRefused(problems: readonly PlanProblem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

/** What an error of the file keeps from being rewritten is for review, so that nothing is lost from sight. */
function withRefused({ edits, review }: Pick<FilePlan, 'edits' | 'review'>): ReviewItem[] {
  const refused = edits.map(({ occurrence, move, from, span }): ReviewItem => {
    const reason = `${occurrence.finding.reason}: not rewritten because of the errors in this file`;
    return { span, port: from, code: 'refused', reason, hint: 'mend the errors first', move, occurrence };
  });
  return [...review, ...refused].sort((a, b) => a.span.start - b.span.start);
}

function notVerified(wrong: string, span: Span): PlanProblem {
  return {
    code: 'not-verified',
    severity: 'error',
    message: `the edited file does not read as planned: ${wrong}`,
    span,
    hint: 'the file is left as it is; move its ports by hand, and please report this',
  };
}
