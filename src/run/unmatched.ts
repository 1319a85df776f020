import type { Diagnostic } from '../diagnostic.ts';
import { groupBy } from '../mapping/group.ts';
import type { Mapping, PortMove, Service } from '../mapping/mapping.ts';
import { overlay } from '../mapping/resolve.ts';
import { isWithoutService, noService } from './no-service.ts';
import type { PlannedFile } from './run.ts';

/**
 * The entries of a mapping that no file of the run has anything for: a warning, or a note where the
 * service's files are on the new port already.
 *
 * Nothing is said where a file has errors, as it cannot be known then.
 */
export function unmatchedEntries(mapping: Mapping, files: readonly PlannedFile[]): Diagnostic[] {
  if (files.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error'))) return [];
  if (isWithoutService(mapping, files)) return [noService(mapping)];
  const used = new Set<PortMove['place']>();
  for (const { edits, review, movedBefore } of files) {
    for (const { move } of [...edits, ...review]) used.add(move.place);
    for (const move of movedBefore) used.add(move.place);
  }
  const inRun = new Set(files.flatMap(({ services }) => services));
  const entries = [
    ...mapping.services.filter(({ name }) => inRun.has(name)).map(({ name, moves }) => ({ name, moves })),
    { name: undefined, moves: mapping.moves },
  ];
  const byName = new Map(mapping.services.map((service) => [service.name, service]));
  return entries.flatMap(({ name, moves }) => {
    const unused = moves.filter(({ place }) => !used.has(place));
    const own = name === undefined ? files : files.filter(({ services }) => services.includes(name));
    return [...groupBy(unused, ({ place }) => place).values()].map((entry) => {
      const targets = new Set(entry.map(({ to }) => to));
      const isThere = own.some((file) => states(file, targets) && (name !== undefined || applies(entry, file, byName)));
      const keepers = name === undefined ? files.filter((file) => keeps(file, entry)) : [];
      return explain(entry, name, isThere ? targets : undefined, keepers);
    });
  });
}

/** Whether a file states one of the ports; what moves away from it is what another entry takes away. */
function states({ occurrences, edits }: PlannedFile, ports: ReadonlySet<number>): boolean {
  const leaving = new Set(edits.map(({ occurrence }) => occurrence));
  return occurrences.some((occurrence) => ports.has(occurrence.finding.port) && !leaving.has(occurrence));
}

/** Whether a Dockerfile has a port of an entry for every Dockerfile, but its services say otherwise. */
function keeps({ services, occurrences }: PlannedFile, entry: readonly PortMove[]): boolean {
  const ports = new Set(entry.map(({ from }) => from));
  return (
    services.length > 0 && occurrences.some(({ finding }) => finding.host === undefined && ports.has(finding.port))
  );
}

/** Whether an entry for every Dockerfile is for this one, too: a service of it may say otherwise. */
function applies(entry: readonly PortMove[], { services }: PlannedFile, byName: ReadonlyMap<string, Service>): boolean {
  const own = services.flatMap((name) => byName.get(name)?.moves ?? []);
  return overlay([own, entry]).some((move) => entry.includes(move));
}

/**
 * @param entry the moves of one entry, which has several where it is a range
 * @param there the new ports, where a file states one of them already
 * @param keepers the Dockerfiles that have an old port, which their services have a word on
 */
function explain(
  entry: readonly PortMove[],
  service: string | undefined,
  there: ReadonlySet<number> | undefined,
  [keeper]: readonly PlannedFile[],
): Diagnostic {
  const [first] = entry;
  const place = first?.place ?? {};
  const owner = service === undefined ? '' : ` of ${service}`;
  const { file, line, column } = place;
  if (there !== undefined) {
    const message = `${first?.entry}${owner} is there already: its files state ${[...there].join(', ')}`;
    return { code: 'already-there', severity: 'info', message, file, line, column };
  }
  if (keeper !== undefined) {
    const message = `nothing to move for ${first?.entry}: what has it, such as ${keeper.path}, is of services that say otherwise`;
    const hint = `list it in the ports of ${keeper.services.join(', ')} if it is to move there`;
    return { code: 'unmatched-entry', severity: 'warning', message, file, line, column, hint };
  }
  const where = service === undefined ? 'no Dockerfile of this run has it' : 'its Dockerfile does not state it';
  const message = `nothing to move for ${first?.entry}${owner}: ${where}`;
  return { code: 'unmatched-entry', severity: 'warning', message, file, line, column, hint: 'check the number' };
}
