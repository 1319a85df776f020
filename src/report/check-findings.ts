import type { CheckedPlace, CheckResult, PlanPlace, ProblemResult } from '../check/result.ts';

/** What a check came to, one by one, for reports that show each at its own place. */
export interface CheckFinding {
  /** A verdict, or `review`. */
  readonly rule: ProblemResult['verdict'] | 'review';
  readonly level: 'error' | 'note';
  readonly service: string;
  readonly message: string;
  /** `null` where nothing in a file is at fault. */
  readonly at: FindingPlace | null;
  /** Other places that belong to it. */
  readonly related: readonly FindingPlace[];
  readonly replacement: { readonly place: CheckedPlace; readonly text: string } | null;
}

export interface FindingPlace {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly endLine: number | null;
  readonly endColumn: number | null;
}

/** One finding for each place that disagrees, in the order of the services. */
export function checkFindings({ services }: CheckResult): CheckFinding[] {
  return services.flatMap((service) => [
    ...service.problems.flatMap((problem) => findingsOf(service.name, problem)),
    ...service.review.map(
      ({ file, line, column, port, reason, hint }): CheckFinding => ({
        rule: 'review',
        level: 'note',
        service: service.name,
        message: `${port} is for a person to decide: ${reason}${hint === null ? '' : ` (${hint})`}`,
        at: { file, line, column, endLine: line, endColumn: column + String(port).length },
        related: [],
        replacement: null,
      }),
    ),
  ]);
}

function findingsOf(service: string, problem: ProblemResult): CheckFinding[] {
  const { verdict: rule, places, plan, hint } = problem;
  const message = `${service} ${problem.message}`;
  const inPlan = placeInPlan(plan);
  const common = { rule, level: 'error', service } as const;
  if (rule === 'missing' || rule === 'conflict' || places.length === 0) {
    const [first = null, ...others] = rule === 'missing' && inPlan !== null ? [inPlan, ...places] : places;
    const at = first ?? inPlan;
    const words = hint === null ? message : `${message} (${hint})`;
    return [{ ...common, message: words, at, related: others, replacement: null }];
  }
  return places.map((place): CheckFinding => {
    const { instruction, port, required, replacement } = place;
    const says = required === null ? '' : `: ${instruction} says ${port}, and is to say ${required}`;
    return {
      ...common,
      message: message + says,
      at: place,
      related: inPlan === null ? [] : [inPlan],
      replacement: replacement === null ? null : { place, text: replacement },
    };
  });
}

function placeInPlan(plan: PlanPlace | null): FindingPlace | null {
  if (plan === null || plan.file === null) return null;
  return { file: plan.file, line: plan.line, column: plan.column, endLine: null, endColumn: null };
}
