import { groupBy } from '../mapping/group.ts';
import { quote } from '../mapping/quote.ts';
import type { PlanEntry, UnreadLine } from './document.ts';
import { keyOf, plainWords } from './names.ts';
import { type PortLabel, readPortLabel } from './port-label.ts';

/** A service that what follows may be about. */
export interface Subject {
  readonly name: string;
  readonly group: number;
}

/** What is named below a service: a service of its own, or a port of that one. */
export interface Detail {
  readonly own: Subject;
  readonly above: Subject;
  /** It is an item of the item above, not one of a list below a heading. */
  readonly near: boolean;
  /** It is written as the label of a port: `Metrics port: 9100`. */
  readonly labelled: boolean;
  readonly text: string;
  readonly offset: number;
}

/**
 * Gives ports with labels to the service that they stand below: `Metrics port: 9100` below
 * `TRX Staking: port 8096` is a port of TRX Staking, `Gateway: port 8097` below `Payment` is a
 * service. What could be either is not read; it is left to others whether it is one.
 *
 * @param details in the order of the document
 */
export function joinDetails(
  entries: readonly PlanEntry[],
  details: readonly Detail[],
): { readonly entries: readonly PlanEntry[]; readonly unread: readonly UnreadLine[] } {
  const groups = groupBy(entries, ({ group }) => group);
  const owners = new Map<Subject, Subject>();
  const replaced = new Map<PlanEntry, PlanEntry | undefined>();
  /** What doubtful services state, by their groups. */
  const doubtful = new Map<number, PlanEntry[]>();
  const unread: UnreadLine[] = [];
  for (const detail of details) {
    const { own, text, offset } = detail;
    const said = groups.get(own.group) ?? [];
    const above = owners.get(detail.above) ?? detail.above;
    if (!said.some(hasPorts) || said.some(isService) || keyOf(own.name) === keyOf(above.name)) continue;
    const label = readPortLabel(plainWords(own.name));
    if (!isPort(detail, label.kind, (groups.get(detail.above.group) ?? []).some(hasPorts))) continue;
    if (label.kind === 'extra' || (label.kind === 'main' && detail.labelled)) {
      owners.set(own, above);
      const doubted = doubtful.get(above.group);
      for (const entry of said) {
        const ports = entry.ports.map((port) => ({ ...port, name: port.name ?? label.name }));
        const port = { ...entry, service: above.name, group: above.group, ports };
        doubted?.push(port);
        replaced.set(entry, doubted === undefined ? port : undefined);
      }
      continue;
    }
    for (const entry of said) replaced.set(entry, undefined);
    if (label.kind === 'outside') continue;
    doubtful.set(own.group, [...said]);
    unread.push({
      text,
      offset,
      reason: `${quote(own.name)} may be a port of ${quote(above.name)}, or a service that has no Dockerfile here`,
      hint: `list services side by side, and ports of one in a line, such as "Ports: 8096 (http), 9100 (metrics)"`,
      service: { name: own.name, dockerfiles: [], image: undefined, inColumn: false, entries: doubtful.get(own.group) },
    });
  }
  const all = entries.map((entry) => (replaced.has(entry) ? replaced.get(entry) : entry));
  return { entries: all.filter((entry) => entry !== undefined), unread };
}

/**
 * The label of a purpose is a port as soon as it is written as one, or stands below a service with a
 * port. Any other name may be that of a service: it is one below what is a mere title.
 */
function isPort({ near, labelled }: Detail, kind: PortLabel['kind'], isAboveOnPort: boolean): boolean {
  if (kind === 'extra' || kind === 'outside') return labelled || isAboveOnPort;
  return isAboveOnPort || (near && labelled);
}

function hasPorts({ ports }: PlanEntry): boolean {
  return ports.length > 0;
}

/** Whether it says what only services have. */
function isService({ dockerfiles, image, external }: PlanEntry): boolean {
  return dockerfiles.length > 0 || image !== undefined || external;
}
