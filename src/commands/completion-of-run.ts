import { fleetOf } from '../check/from-mapping.ts';
import type { CheckResult, CheckReview } from '../check/result.ts';
import type { CheckedFile } from '../check/types.ts';
import { checkFleet } from '../check/verdict.ts';
import { toDiagnosticResult } from '../diagnostic.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { changedFile } from '../report/changed-lines.ts';
import type { Completion } from '../report/completion.ts';
import { findPorts } from '../run/plan-dockerfile.ts';
import type { PlannedFile, RunPlan } from '../run/run.ts';

/**
 * The completion report of a run of `apply`: what a check finds before it, what it changes, and what
 * a check finds after it.
 *
 * @param changed the files that were written, or would be; none where the run was refused
 * @param written false for a dry run, and where the run was refused
 */
export function completionOfRun(
  plan: RunPlan,
  mapping: Mapping,
  { changed, written }: { readonly changed: readonly PlannedFile[]; readonly written: boolean },
): Completion {
  const isChanged = new Set(changed);
  const before = new Map(plan.files.map((file) => [file, readBefore(file)]));
  const after = new Map(
    plan.files.map((file) => [file, isChanged.has(file) ? findPorts(file.path, file.after) : before.get(file)]),
  );
  return {
    before: checkOf(plan, mapping, (file) => before.get(file)),
    after: changed.length === 0 ? undefined : checkOf(plan, mapping, (file) => after.get(file)),
    changes: {
      written,
      files: changed.map(changedFile),
      review: plan.files.flatMap(reviewOf),
      diagnostics: [...plan.diagnostics, ...plan.files.flatMap(({ diagnostics }) => diagnostics)].map(
        toDiagnosticResult,
      ),
    },
  };
}

/** As the run has read it. */
function readBefore({ path, before }: PlannedFile): CheckedFile {
  return findPorts(path, before);
}

function checkOf(
  { files }: RunPlan,
  mapping: Mapping,
  textOf: (file: PlannedFile) => CheckedFile | undefined,
): CheckResult {
  const read = (wanted: readonly PlannedFile[]): CheckedFile[] =>
    wanted.map(textOf).filter((file) => file !== undefined);
  const ofService = (name: string): CheckedFile[] => read(files.filter(({ services }) => services.includes(name)));
  return checkFleet(
    fleetOf(
      mapping,
      ({ name }) => {
        const own = ofService(name);
        return { files: own, outside: own.length === 0 };
      },
      read(files.filter(({ services }) => services.length === 0)),
    ),
  );
}

function reviewOf({ path, review, offsets }: PlannedFile): CheckReview[] {
  return review.map(({ span, port, code, reason, hint = null }) => ({
    file: path,
    ...offsets.position(span.start),
    port,
    code,
    reason,
    hint,
  }));
}
