import type { CheckResult, PortResult, ServiceResult } from '../check/result.ts';
import { counted } from './words.ts';

/** `8096`, `53/udp, 8080 (metrics)`; `-` for none. */
export function portsText(ports: readonly PortResult[], none = '-'): string {
  if (ports.length === 0) return none;
  const words = runsOf(ports).map(([first, last]) => {
    const { protocol, name } = first;
    const number = first === last ? String(first.port) : `${first.port}-${last.port}`;
    const suffix = protocol === null || protocol === 'tcp' ? '' : `/${protocol}`;
    return `${number}${suffix}${name === null ? '' : ` (${name})`}`;
  });
  return words.join(', ');
}

/** Ports that follow each other, three or more, are shown as a range. */
function runsOf(ports: readonly PortResult[]): [PortResult, PortResult][] {
  const runs: PortResult[][] = [];
  for (const port of ports) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (
      last !== undefined &&
      port.port === last.port + 1 &&
      port.protocol === last.protocol &&
      port.name === last.name
    ) {
      run?.push(port);
    } else runs.push([port]);
  }
  return runs.flatMap((run): [PortResult, PortResult][] => {
    const [first] = run;
    const last = run.at(-1);
    if (first === undefined || last === undefined) return [];
    return run.length > 2 ? [[first, last]] : run.map((port) => [port, port]);
  });
}

/** `drift, conflict`. */
export function verdictText({ verdicts }: ServiceResult): string {
  return verdicts.join(', ');
}

/** `Checked 7 services in 6 Dockerfiles: 5 ok, 2 drift, 1 conflict.` */
export function checkTotals({ summary, services }: CheckResult): string {
  const { ok, drift, inconsistent, conflict, missing, review, warnings, errors } = summary;
  const parts = [
    `${ok} ok`,
    ...Object.entries({ drift, inconsistent, conflict, missing })
      .filter(([, count]) => count > 0)
      .map(([verdict, count]) => `${count} ${verdict}`),
    ...(review > 0 ? [`${counted(review, 'item')} for review`] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
    ...(errors > 0 ? [counted(errors, 'error')] : []),
  ];
  const planned = services.filter(({ kind }) => kind === 'service').length;
  const what =
    planned === 0
      ? counted(summary.files, 'Dockerfile')
      : `${counted(planned, 'service')} in ${counted(summary.files, 'Dockerfile')}`;
  return `Checked ${what}: ${parts.join(', ')}.`;
}
