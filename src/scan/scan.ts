import { isOwn, type Owns } from '../assign/own-ports.ts';
import { servicePorts } from '../assign/service-ports.ts';
import type { SharedPort } from '../check/result.ts';
import type { CheckedFile } from '../check/types.ts';
import { type DiagnosticResult, toDiagnosticResult } from '../diagnostic.ts';
import { CERTAINTIES, type Certainty, type Occurrence } from '../occurrence.ts';
import { findPorts } from '../run/plan-dockerfile.ts';
import type { ScannedFile, ScannedPort, ScanResult } from './result.ts';
import { serviceName } from './service-name.ts';

const NOBODY_SAYS: Owns = () => undefined;

/**
 * Lists the ports of Dockerfiles. Pure.
 *
 * @param certainty the least certain finding that is listed
 */
export function scanFiles(
  files: readonly CheckedFile[],
  certainty: Certainty,
  diagnostics: readonly DiagnosticResult[] = [],
): ScanResult {
  const scanned = files.map((file) => scanFile(file, certainty));
  const counted = (severity: DiagnosticResult['severity']): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    version: 1,
    files: scanned,
    shared: sharedPorts(files, scanned),
    diagnostics,
    summary: {
      files: scanned.length,
      filesWithPorts: scanned.filter(({ ports }) => ports.length > 0).length,
      ports: scanned.reduce((sum, { ports }) => sum + ports.length, 0),
      warnings: counted('warning'),
      errors: counted('error'),
    },
  };
}

/** The ports of one Dockerfile, and what is wrong with it. */
export interface ScannedDockerfile extends ScannedFile {
  readonly diagnostics: readonly DiagnosticResult[];
}

/**
 * Lists the ports of one Dockerfile. Pure, and never throws: what cannot be read is in `diagnostics`.
 *
 * @param path for the results; the service is named after it where the Dockerfile does not say
 * @param text the file as text; lines and columns are counted from 1, columns in UTF-16 code units
 * @param certainty the least certain finding that is listed
 */
export function scanDockerfile(path: string, text: string, certainty: Certainty = 'probable'): ScannedDockerfile {
  const found = findPorts(path, text);
  const diagnostics = found.dockerfile.problems.map(({ span, ...problem }) =>
    toDiagnosticResult({ ...problem, file: path, ...found.offsets.position(span.start) }),
  );
  return { ...scanFile(found, certainty), diagnostics };
}

function scanFile(file: CheckedFile, certainty: Certainty): ScannedFile {
  const least = CERTAINTIES.indexOf(certainty);
  const { occurrences } = file.findings;
  return {
    path: file.path,
    service: serviceName(file),
    servicePorts: servicePorts(file).map(({ port }) => port),
    ports: occurrences
      .filter(({ finding }) => CERTAINTIES.indexOf(finding.certainty) <= least && finding.range?.end !== 'last')
      .map((occurrence) => scannedPort(file, occurrence)),
  };
}

function scannedPort(file: CheckedFile, occurrence: Occurrence): ScannedPort {
  const { finding, span, role, instruction, stage } = occurrence;
  const { port, range, protocol, certainty, host, reason } = finding;
  return {
    ...file.offsets.position(span.start),
    port: range?.first ?? port,
    last: range?.last ?? null,
    implicit: finding.implicit !== undefined,
    protocol: protocol ?? null,
    role,
    certainty,
    instruction,
    stage: stage ?? null,
    host: isOwn(occurrence, file.findings, NOBODY_SAYS) ? null : (host ?? null),
    reason,
  };
}

function sharedPorts(files: readonly CheckedFile[], scanned: readonly ScannedFile[]): SharedPort[] {
  const holders = new Map<number, { name: string; file: string; line: number }[]>();
  for (const [index, file] of files.entries()) {
    for (const { port, statements } of servicePorts(file)) {
      const [first] = statements;
      if (first === undefined) continue;
      const { line } = file.offsets.position(first.occurrence.span.start);
      const known = holders.get(port) ?? [];
      holders.set(port, known);
      known.push({ name: scanned[index]?.service ?? file.path, file: file.path, line });
    }
  }
  return [...holders]
    .filter(([, known]) => known.length > 1)
    .sort(([a], [b]) => a - b)
    .map(([port, known]) => ({ port, holders: known }));
}
