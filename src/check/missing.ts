import type { Standing } from '../assign/standing.ts';
import type { AssignedPort } from '../mapping/mapping.ts';
import { listed, portWords } from '../words.ts';
import { inPlan, placeOf, planPlace } from './places.ts';
import type { ProblemResult } from './result.ts';
import type { AssignedService } from './types.ts';

/** Dockerfiles that are not there, and assigned ports that are in none of those that are. */
export function missingProblems(service: AssignedService, standings: readonly Standing[]): ProblemResult[] {
  const { absent = [], assigned, files, place } = service;
  const problems = absent.map(
    ({ message, hint = null, place: at }): ProblemResult => problem(`has no Dockerfile: ${message}`, hint, at),
  );
  if (files.length === 0) {
    return problems.length > 0
      ? problems
      : [problem('has no Dockerfile', 'name its Dockerfile, or reserve its port', place)];
  }
  const reported = new Set<AssignedPort['place']>();
  for (const port of assigned) {
    // All ports of one range, and all that one port may replace, stand at one place.
    if (reported.has(port.place)) continue;
    const found = missingPort(port, standings);
    if (found.length > 0) reported.add(port.place);
    problems.push(...found);
  }
  return problems;
}

function missingPort(assigned: AssignedPort, standings: readonly Standing[]): ProblemResult[] {
  const { port, from, protocol, place } = assigned;
  const without = standings.filter(({ unknown }) => unknown.includes(assigned));
  const isSomewhere = without.length < standings.length;
  // Of several Dockerfiles those that state no port at all need not state this one.
  const relevant = isSomewhere
    ? without.filter(({ candidates }) => from === undefined && candidates.length > 0)
    : without;
  if (relevant.length === 0) return [];
  const files = listed(relevant.map(({ facts }) => facts.file.path));
  const wanted = portWords(port, protocol);
  const candidates = relevant.flatMap(({ facts, candidates: ports }) =>
    ports.map((candidate) => ({ facts, candidate })),
  );
  const places = candidates.flatMap(({ facts, candidate }) =>
    candidate.statements.map(({ occurrence }) => placeOf(facts.file, occurrence)),
  );
  const stated = listed(candidates.map(({ candidate }) => portWords(candidate.port, candidate.protocol)));
  const where =
    from === undefined
      ? `which is nowhere in ${files}`
      : relevant.some(({ facts }) => facts.stated.has(from, protocol))
        ? `instead of ${from}, which is assigned as well; it is not in ${files}`
        : relevant.some(({ facts }) => facts.stated.has(port, protocol))
          ? `instead of ${from}, which is not in ${files}, and ${wanted} is to become another port`
          : `instead of ${from}, and neither is in ${files}`;
  const message = `is to have ${wanted}${inPlan(place)}, ${where}${stated === '' ? '' : ` beside ${stated}`}`;
  const inherited = relevant.flatMap(({ facts }) => (facts.ports.length === 0 ? [...facts.inherited] : []));
  const hint =
    candidates.length > 1 && from === undefined
      ? 'say in the plan which port it replaces, with "from"'
      : inherited.length > 0
        ? `its base image listens on ${listed(inherited)} by default; state the port in the Dockerfile`
        : 'check the number, and what sets the port of this container';
  return [{ ...problem(message, hint, place), required: port, places }];
}

function problem(message: string, hint: string | null, place: AssignedPort['place']): ProblemResult {
  return {
    verdict: 'missing',
    message,
    hint,
    current: null,
    required: null,
    conflictsWith: [],
    places: [],
    plan: planPlace(place),
  };
}
