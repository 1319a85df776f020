import type { ServicePort } from '../assign/service-ports.ts';
import type { DiagnosticResult } from '../diagnostic.ts';
import { formatPort } from '../mapping/mapping.ts';
import { type Edit, type FilePlan, type PlanOptions, planFile } from '../rewrite/plan.ts';
import { type Claims, readClaims } from './claims.ts';
import { describeDisagreement } from './disagreement.ts';
import { driftProblems } from './drift.ts';
import { missingProblems } from './missing.ts';
import { type FleetFile, planMoves } from './moves.ts';
import type {
  CheckResult,
  CheckReview,
  CheckSummary,
  PortResult,
  ProblemResult,
  ServiceResult,
  SharedPort,
  Verdict,
} from './result.ts';
import { VERDICTS } from './result.ts';
import { staleReferences } from './stale.ts';
import type { AssignedService, CheckedFile, Fleet } from './types.ts';

/**
 * What `apply` would rewrite is what disagrees with the plan. Unless told otherwise, `apply` refuses
 * to split a range of which one port is to move; that is a place that disagrees all the same.
 */
const OPTIONS: PlanOptions = { certainty: 'probable', comments: true, splitRanges: true };

interface PlannedFleetFile {
  readonly file: FleetFile;
  readonly plan: FilePlan;
}

/**
 * Says of every service of a fleet whether its Dockerfiles are as its plan wants them. Pure.
 *
 * A place disagrees with the plan where `apply` would rewrite it for the same plan, so that a plan
 * that was applied is a plan that is kept; what `apply` leaves for review is listed, but does not
 * count.
 *
 * @param diagnostics what went wrong before, to be listed in the result
 */
export function checkFleet(fleet: Fleet, diagnostics: readonly DiagnosticResult[] = []): CheckResult {
  const moves = planMoves(fleet);
  const claims = readClaims(fleet, moves);
  const planned = new Map<CheckedFile, PlannedFleetFile>();
  for (const file of moves.files) {
    const { dockerfile, findings } = file.facts.file;
    planned.set(file.facts.file, { file, plan: planFile(dockerfile, findings, file.moves, OPTIONS) });
  }
  const plannedOf = (files: readonly CheckedFile[]): PlannedFleetFile[] =>
    files.map((file) => planned.get(file)).filter((found) => found !== undefined);

  const services = fleet.services
    .filter(({ outside }) => outside !== true)
    .map((service): ServiceResult => {
      const files = plannedOf(service.files);
      const problems = [
        ...missingProblems(service, moves.standings.get(service) ?? []),
        ...files.flatMap((one) => problemsIn(one, service, claims, moves.serviceOfHost)),
        ...claims.conflictsOf(service),
      ];
      const first = files.filter(({ file }) => file.standings[0]?.service === service);
      const review = [...first.flatMap(reviewOf), ...first.flatMap(({ file }) => staleReferences(file, moves))];
      return serviceResult(service.name, 'service', files, toPorts(service), problems, review);
    });
  const others = plannedOf(fleet.others).map((one): ServiceResult => {
    const problems = problemsIn(one, undefined, claims, moves.serviceOfHost);
    const review = [...reviewOf(one), ...staleReferences(one.file, moves)];
    return serviceResult(one.file.facts.file.path, 'dockerfile', [one], [], problems, review);
  });
  const results = [...services, ...others];
  return {
    version: 1,
    services: results,
    shared: sharedPorts(fleet.services, [...planned.values()]),
    reserved: fleet.reserved.map(({ port, protocol, owner }) => ({
      port,
      protocol: protocol ?? null,
      owner: owner ?? null,
    })),
    diagnostics,
    summary: summarize(results, planned.size, diagnostics),
  };
}

/** Whether there is nothing to mend: the condition of exit code 0. */
export function isClean({ services }: CheckResult): boolean {
  return services.every(({ verdict }) => verdict === 'ok');
}

function problemsIn(
  { file, plan }: PlannedFleetFile,
  service: AssignedService | undefined,
  claims: Claims,
  serviceOfHost: (host: string) => AssignedService | undefined,
): ProblemResult[] {
  const isFirst = file.standings[0]?.service === service;
  const mine = (edit: Edit): boolean => {
    const standing = file.standings.find(
      ({ moves, service: owner }) => moves.includes(edit.move) || owner.moves.includes(edit.move),
    );
    return standing === undefined ? isFirst : standing.service === service;
  };
  const drift = driftProblems(file, plan.edits.filter(mine), service, claims, serviceOfHost);
  return isFirst
    ? [...drift, ...file.facts.disagreements.flatMap((found) => describeDisagreement(file, found))]
    : drift;
}

function reviewOf({ file, plan }: PlannedFleetFile): CheckReview[] {
  const { path, offsets } = file.facts.file;
  return plan.review.map(({ span, port, code, reason, hint = null }) => ({
    file: path,
    ...offsets.position(span.start),
    port,
    code,
    reason,
    hint,
  }));
}

function serviceResult(
  name: string,
  kind: ServiceResult['kind'],
  files: readonly PlannedFleetFile[],
  assigned: readonly PortResult[],
  problems: readonly ProblemResult[],
  review: readonly CheckReview[],
): ServiceResult {
  const present = new Set<Verdict>(problems.map(({ verdict }) => verdict));
  const verdicts = VERDICTS.filter((verdict) => present.has(verdict));
  const found = new Map<string, PortResult>();
  for (const { port, protocol } of files.flatMap(({ file }) => file.facts.ports.flatMap(withRange))) {
    found.set(formatPort(port, protocol), { port, protocol: protocol ?? null, name: null });
  }
  return {
    name,
    kind,
    verdict: verdicts[0] ?? 'ok',
    verdicts: verdicts.length === 0 ? ['ok'] : verdicts,
    files: [...new Set(files.map(({ file }) => file.facts.file.path))],
    assigned,
    found: [...found.values()].sort((a, b) => a.port - b.port),
    problems,
    review,
  };
}

/** A port, or all ports of the range that it stands for. */
function withRange(port: ServicePort): Pick<ServicePort, 'port' | 'protocol'>[] {
  const range = port.statements.find(({ occurrence }) => occurrence.finding.range !== undefined)?.occurrence.finding
    .range;
  if (range === undefined) return [port];
  return Array.from({ length: range.last - range.first + 1 }, (_, i) => ({
    port: range.first + i,
    protocol: port.protocol,
  }));
}

/** The assigned ports, each once: there is one entry for each port that it may replace. */
function toPorts({ assigned }: AssignedService): PortResult[] {
  const known = new Map(
    assigned.map(({ port, protocol, name }): [string, PortResult] => [
      formatPort(port, protocol),
      { port, protocol: protocol ?? null, name: name ?? null },
    ]),
  );
  return [...known.values()];
}

/** Ports that are service ports of several Dockerfiles, in ascending order. */
function sharedPorts(services: readonly AssignedService[], files: readonly PlannedFleetFile[]): SharedPort[] {
  const nameOf = new Map(services.flatMap(({ name, files: own }) => own.map((file) => [file, name] as const)));
  const holders = new Map<number, { name: string; file: string; line: number }[]>();
  for (const { file } of files) {
    const { file: checked, ports } = file.facts;
    for (const { port, statements } of ports) {
      const [first] = statements;
      if (first === undefined) continue;
      const { line } = checked.offsets.position(first.occurrence.span.start);
      const known = holders.get(port) ?? [];
      holders.set(port, known);
      known.push({ name: nameOf.get(checked) ?? checked.path, file: checked.path, line });
    }
  }
  return [...holders]
    .filter(([, known]) => known.length > 1)
    .sort(([a], [b]) => a - b)
    .map(([port, known]) => ({ port, holders: known.sort((a, b) => (a.file < b.file ? -1 : 1)) }));
}

function summarize(
  services: readonly ServiceResult[],
  files: number,
  diagnostics: readonly DiagnosticResult[],
): CheckSummary {
  const having = (verdict: Verdict): number => services.filter(({ verdicts }) => verdicts.includes(verdict)).length;
  const counted = (severity: DiagnosticResult['severity']): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    services: services.length,
    files,
    ok: having('ok'),
    drift: having('drift'),
    inconsistent: having('inconsistent'),
    conflict: having('conflict'),
    missing: having('missing'),
    review: services.reduce((sum, { review }) => sum + review.length, 0),
    warnings: counted('warning'),
    errors: counted('error'),
  };
}
