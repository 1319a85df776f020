import type { PortMove } from '../../src/mapping/mapping.ts';
import type { PlanOptions } from '../../src/rewrite/plan.ts';
import { type PlannedDockerfile, planDockerfile } from '../../src/run/plan-dockerfile.ts';

/** `{ 8095: 8096 }` or `{ '53/udp': 5353 }` as moves. */
export function movesOf(ports: Readonly<Record<string, number>>): PortMove[] {
  return Object.entries(ports).map(([entry, to]) => {
    const [from, protocol] = entry.split('/');
    const known = protocol === 'udp' || protocol === 'tcp' || protocol === 'sctp' ? protocol : undefined;
    return { from: Number(from), to, protocol: known, entry, place: {} };
  });
}

export interface PlanRequest extends Partial<PlanOptions> {
  readonly ports?: Readonly<Record<string, number>>;
  /** Host name to the moves of its service. */
  readonly hosts?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Plans a Dockerfile with the defaults of the command line; 8095 moves to 8096 unless said otherwise. */
export function plan(text: string, request: PlanRequest = {}): PlannedDockerfile {
  const { ports = { 8095: 8096 }, hosts = {}, ...options } = request;
  const byHost = new Map(Object.entries(hosts).map(([host, moved]) => [host, movesOf(moved)]));
  return planDockerfile(
    'Dockerfile',
    text,
    { moves: movesOf(ports), movesOfHost: (host) => byHost.get(host) },
    { certainty: 'probable', comments: true, splitRanges: false, ...options },
  );
}
