import type { Place } from '../mapping/mapping.ts';
import type { Doubt, PlanDocument, UnreadLine, UnreadService } from './document.ts';
import type { FoundService, findDockerfiles } from './find-dockerfiles.ts';
import { keyOf } from './names.ts';
import type { PlanService } from './services.ts';

/** Finds the Dockerfiles of services, except those that are taken. */
export type FindOthers = (
  services: readonly PlanService[],
  taken: ReadonlySet<string>,
) => ReturnType<typeof findDockerfiles>;

/** Said of a service that has a Dockerfile here, though it is not clear which one. */
const AMBIGUOUS = new Set(['plan-ambiguous-dockerfile', 'plan-joined-services']);

interface Candidate {
  readonly line: UnreadLine;
  readonly service: UnreadService;
}

/**
 * Adds to a document the services that it names only where they could be something else, once it is
 * known that they are services.
 *
 * @param lost the lines that name them
 */
export function withServices(document: PlanDocument, lost: ReadonlyMap<UnreadLine, string>): PlanDocument {
  const isFound = (line: UnreadLine): boolean => lost.has(line) && line.service?.entries !== undefined;
  const found = [...document.unread, ...document.doubts].filter(isFound);
  if (found.length === 0) return document;
  const entries = [...document.entries, ...found.flatMap(({ service }) => service?.entries ?? [])];
  return {
    ...document,
    entries: entries.sort((a, b) => a.offset - b.offset),
    unread: document.unread.filter((line) => !isFound(line)),
    doubts: document.doubts.filter((line) => !isFound(line)),
  };
}

/**
 * The doubts that may lose a service. A document that is not known to be a plan at all has only
 * those that are said in any case.
 */
export function doubtsOf({ doubts }: PlanDocument, isPlan: boolean): readonly Doubt[] {
  return isPlan ? doubts : doubts.filter(({ always }) => always);
}

/** Adds to the lines that were not understood those about which the doubt proved right. */
export function withDoubts(document: PlanDocument, lost: ReadonlyMap<UnreadLine, string>): PlanDocument {
  const said = document.doubts.filter((line) => line.always || lost.has(line));
  return { ...document, unread: [...document.unread, ...said].sort((a, b) => a.offset - b.offset) };
}

/**
 * Finds the lines because of which the plan lacks a service: those that name one of which no other
 * line states a port, if it surely is a service. That is so where a column of services names it, and
 * where it has a Dockerfile here that no service of the plan has. Anything else may be a remark. A
 * line that says of a service that is stated elsewhere what it could say of another counts, too.
 * Where the line may say that the service has no port, its Dockerfile must have one.
 *
 * @param hasPort whether a Dockerfile has a port that a plan would assign
 * @returns the name of the service that each of these lines loses
 */
export async function findLost(
  unread: readonly UnreadLine[],
  services: readonly FoundService[],
  placeOf: (offset: number) => Place,
  findOthers: FindOthers,
  hasPort: (path: string) => Promise<boolean>,
): Promise<ReadonlyMap<UnreadLine, string>> {
  const known = new Set(services.map(({ service }) => keyOf(service.name)));
  const isKnown = ({ name }: UnreadService): boolean => known.has(keyOf(name));
  const candidates = unread.flatMap((line): Candidate[] =>
    line.service === undefined || (isKnown(line.service) && line.service.entries === undefined)
      ? []
      : [{ line, service: line.service }],
  );
  const taken = new Set(services.flatMap(({ dockerfiles }) => dockerfiles.map(({ path }) => path)));
  const isSure = ({ service }: Candidate): boolean => service.inColumn || isKnown(service);
  const unsure = candidates.filter((candidate) => !isSure(candidate));
  const having =
    unsure.length === 0 ? [] : await havingDockerfiles(unsure, placeOf, (wanted) => findOthers(wanted, taken), hasPort);
  const lost = [...candidates.filter(isSure), ...having];
  return new Map(lost.map(({ line, service }) => [line, service.name]));
}

/** Those that have a Dockerfile, or could have several. */
async function havingDockerfiles(
  candidates: readonly Candidate[],
  placeOf: (offset: number) => Place,
  find: (services: readonly PlanService[]) => ReturnType<typeof findDockerfiles>,
  hasPort: (path: string) => Promise<boolean>,
): Promise<Candidate[]> {
  const wanted = candidates.map(({ line, service: { name, dockerfiles, image } }) => ({
    name,
    place: placeOf(line.offset),
    assigned: [],
    dockerfiles: dockerfiles.map(({ text, offset }) => ({ pattern: text, place: placeOf(offset) })),
    external: false,
    hosts: [],
    image,
    entries: [],
  }));
  const { services, diagnostics } = await find(wanted);
  const ambiguous = diagnostics.filter(({ code }) => AMBIGUOUS.has(code));
  const isAmbiguous = ({ line, column }: Place): boolean =>
    ambiguous.some((diagnostic) => diagnostic.line === line && diagnostic.column === column);
  const having: Candidate[] = [];
  for (const [i, candidate] of candidates.entries()) {
    const { service, dockerfiles = [] } = services[i] ?? {};
    const places = service === undefined ? [] : [service.place, ...service.dockerfiles.map(({ place }) => place)];
    const isEnough = candidate.service.mayLackPort === true ? hasPort : () => true;
    let isFound = places.some(isAmbiguous);
    for (const { path } of dockerfiles) isFound ||= await isEnough(path);
    if (isFound) having.push(candidate);
  }
  return having;
}
