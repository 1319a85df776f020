import type { DiagnosticResult } from '../diagnostic.ts';
import type { Certainty, Protocol, Role } from '../occurrence.ts';

/**
 * What a check came to, as data: what `check --format json` prints and all its other forms show.
 *
 * Absent values are `null`, never left out, so that every object of a kind has the same keys.
 */
export interface CheckResult {
  /** Rises when a reader of the JSON would have to change. */
  readonly version: 1;
  /** In the order of the plan; then the Dockerfiles of no service, by path. */
  readonly services: readonly ServiceResult[];
  /** Ports that several Dockerfiles state. That is no failure: each container has ports of its own. */
  readonly shared: readonly SharedPort[];
  readonly reserved: readonly ReservedPort[];
  /** What concerns the run as a whole, and files that could not be read. */
  readonly diagnostics: readonly DiagnosticResult[];
  readonly summary: CheckSummary;
}

/**
 * - `ok`: every assigned port is where it should be, and the Dockerfile agrees with itself.
 * - `drift`: the Dockerfile states another port than the one that is assigned.
 * - `inconsistent`: the Dockerfile disagrees with itself.
 * - `conflict`: another service has the port, or it is reserved.
 * - `missing`: the Dockerfile is not there, or the port is nowhere in it.
 */
export const VERDICTS = ['missing', 'drift', 'inconsistent', 'conflict', 'ok'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface ServiceResult {
  /** The name in the plan, or the path of a Dockerfile of no service. */
  readonly name: string;
  readonly kind: 'service' | 'dockerfile';
  /** The first of its verdicts in the order of {@link VERDICTS}. */
  readonly verdict: Verdict;
  /** All that apply, each once. */
  readonly verdicts: readonly Verdict[];
  readonly files: readonly string[];
  readonly assigned: readonly PortResult[];
  /** The service ports that its Dockerfiles state now. */
  readonly found: readonly PortResult[];
  readonly problems: readonly ProblemResult[];
  /** What a person has to decide. It does not count for the verdict. */
  readonly review: readonly CheckReview[];
}

export interface PortResult {
  readonly port: number;
  /** `null` where it holds for all of them. */
  readonly protocol: Protocol | null;
  /** What the plan calls it. */
  readonly name: string | null;
}

/** One thing that is wrong with one service. */
export interface ProblemResult {
  readonly verdict: Exclude<Verdict, 'ok'>;
  readonly message: string;
  readonly hint: string | null;
  /** The port that is there; `null` where it is not one. */
  readonly current: number | null;
  /** The port that should be there. */
  readonly required: number | null;
  /** Who else has or is to have the port that is there, the first 20 of them. */
  readonly conflictsWith: readonly string[];
  /** Every place that disagrees; for a conflict or a missing port the places that show it. */
  readonly places: readonly CheckedPlace[];
  /** Where the plan says what should be; `null` without a plan. */
  readonly plan: PlanPlace | null;
}

export interface PlanPlace {
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** A place in a Dockerfile that states a port. Lines and columns from 1, columns in UTF-16 code units. */
export interface CheckedPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** Behind the last digit; equal to `column` where the port is not written, as in a URL without one. */
  readonly endColumn: number;
  /** 0-based, in bytes of the file. */
  readonly offset: number;
  /** In bytes of the file. */
  readonly length: number;
  readonly port: number;
  /** What `apply` would write there; `null` where only a person can tell. */
  readonly required: number | null;
  /** The text that would replace the place; `null` likewise. */
  readonly replacement: string | null;
  readonly role: Role;
  readonly certainty: Certainty;
  readonly instruction: string;
  readonly stage: string | null;
  /** Why it is a port. */
  readonly reason: string;
}

export interface CheckReview {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly port: number;
  /** A stable, kebab-case name of the kind of doubt. */
  readonly code: string;
  readonly reason: string;
  readonly hint: string | null;
}

export interface SharedPort {
  readonly port: number;
  readonly holders: readonly { readonly name: string; readonly file: string; readonly line: number }[];
}

export interface ReservedPort {
  readonly port: number;
  readonly protocol: Protocol | null;
  readonly owner: string | null;
}

export interface CheckSummary {
  readonly services: number;
  readonly files: number;
  readonly ok: number;
  /** Services with this verdict, though it may not be their only one. */
  readonly drift: number;
  readonly inconsistent: number;
  readonly conflict: number;
  readonly missing: number;
  readonly review: number;
  readonly warnings: number;
  readonly errors: number;
}
