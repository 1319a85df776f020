import type { CheckResult, ServiceResult } from '../../src/check/result.ts';
import type { AssignedService, CheckedFile, Fleet } from '../../src/check/types.ts';
import type { AssignedPort, Place, PortMove, Reservation } from '../../src/mapping/mapping.ts';
import { findPorts } from '../../src/run/plan-dockerfile.ts';

const place: Place = { file: 'plan.yaml', line: 3, column: 5 };

export function file(path: string, ...lines: string[]): CheckedFile {
  return findPorts(path, `${lines.join('\n')}\n`);
}

/** A usual Dockerfile that states its port in every place. */
export function usual(path: string, port: number): CheckedFile {
  return file(
    path,
    'FROM python:3.12-slim',
    `ENV SERVICE_PORT=${port}`,
    `EXPOSE ${port}`,
    `HEALTHCHECK CMD curl -f http://localhost:${port}/health`,
    `CMD ["uvicorn", "main:app", "--port", "${port}"]`,
  );
}

/** `8096`, or `{ port: 8096, from: 8095 }`. */
export type PortWish = number | Partial<AssignedPort>;

export function service(
  name: string,
  ports: readonly PortWish[],
  files: readonly CheckedFile[],
  more: Partial<AssignedService> = {},
): AssignedService {
  const assigned = ports.map(
    (wish): AssignedPort => (typeof wish === 'number' ? { port: wish, place } : { port: 0, place, ...wish }),
  );
  const moves = assigned.flatMap(({ move: stated }) => stated ?? []);
  return { name, assigned, moves, files, shared: false, place, ...more };
}

export function fleet(services: readonly AssignedService[], more: Partial<Fleet> = {}): Fleet {
  return { services, reserved: [], others: [], moves: [], ...more };
}

export function reserve(port: number, owner?: string): Reservation {
  return { port, owner, place: { file: 'plan.yaml', line: 9, column: 3 } };
}

export function move(from: number, to: number): PortMove {
  return { from, to, entry: String(from), place };
}

export function named(result: CheckResult, name: string): ServiceResult {
  const found = result.services.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no service ${name} in the result`);
  return found;
}

/** `verdict: file:line instruction port>required`, for each place of each problem. */
export function placesOf({ problems }: ServiceResult): string[] {
  return problems.flatMap(({ verdict, places }) =>
    places.map(
      ({ file: path, line, instruction, port, required }) =>
        `${verdict}: ${path}:${line} ${instruction} ${port}${required === null ? '' : `>${required}`}`,
    ),
  );
}
