import { isMainName } from '../assign/main-names.ts';
import { isOwnHost } from '../languages/address.ts';
import { groupBy } from '../mapping/group.ts';
import {
  type AssignedPort,
  type DockerfileEntry,
  formatPlace,
  type HostEntry,
  type Place,
} from '../mapping/mapping.ts';
import { quote } from '../mapping/quote.ts';
import type { PlanDocument, PlanEntry, PlanPort, PlanProblem } from './document.ts';
import { keyOf } from './names.ts';

/** A service of a plan document, with all that its entries say. */
export interface PlanService {
  readonly name: string;
  readonly place: Place;
  readonly assigned: readonly AssignedPort[];
  /** Paths as they are written: often only the last part. Empty where it is to be found by the service's name. */
  readonly dockerfiles: readonly DockerfileEntry[];
  /** The document says that there is no Dockerfile. */
  readonly external: boolean;
  readonly hosts: readonly HostEntry[];
  readonly image: string | undefined;
  readonly entries: readonly PlanEntry[];
}

/**
 * Joins the entries of a document by service. Entries of one place (a row, the items under one
 * heading) complete each other; those of different places must state the same ports, though not each
 * of them those beside the main one. A service of which they contradict each other has the first.
 */
export function servicesOf(
  { entries }: PlanDocument,
  placeOf: (offset: number) => Place,
): {
  readonly services: readonly PlanService[];
  readonly problems: readonly PlanProblem[];
  /** What may be wrong. */
  readonly notes: readonly PlanProblem[];
} {
  const problems: PlanProblem[] = [];
  const notes: PlanProblem[] = [];
  const services: PlanService[] = [];
  for (const own of groupBy(entries, ({ service }) => keyOf(service)).values()) {
    const [first] = own;
    const groups = [...groupBy(own, ({ group }) => group).values()]
      .map((group) => ({ group, ports: portsOf(group) }))
      .filter(({ ports }) => ports.length > 0);
    const [stated, ...others] = groups;
    if (first === undefined || stated === undefined) continue;
    notes.push(...groups.flatMap(({ group }) => secondPorts(group, placeOf)));
    const other = others.find(({ ports }) => !agree(ports, stated.ports));
    if (other !== undefined) {
      problems.push({
        code: 'plan-contradiction',
        message: `${quote(first.service)} is on ${listed(other.ports)} here, and on ${listed(stated.ports)} at ${formatPlace(placeOf(stated.ports[0]?.offset ?? 0))}`,
        hint: 'mend one of them, or read only the right section: --plan FILE.md#HEADING',
        offset: other.ports[0]?.offset ?? 0,
      });
    }
    const places = new Map<number, Place>();
    const placed = (offset: number): Place => {
      const known = places.get(offset) ?? placeOf(offset);
      places.set(offset, known);
      return known;
    };
    const withFrom = groups.map(({ ports }) => ports).find((ports) => ports.some(({ from }) => from !== undefined));
    const ports = withFrom ?? stated.ports;
    const known = new Set(ports.map(({ port }) => port));
    const beside =
      other === undefined ? groups.flatMap((group) => group.ports).filter(({ port }) => !known.has(port)) : [];
    services.push({
      name: first.service,
      place: placed(first.offset),
      assigned: [...ports, ...unique(beside, ({ port }) => port)].map(({ port, name, from, protocol, offset }) => ({
        port,
        name,
        from,
        protocol,
        place: placed(offset),
      })),
      dockerfiles: unique(
        own.flatMap(({ dockerfiles }) => dockerfiles),
        ({ text }) => text,
      ).map(({ text, offset }) => ({
        pattern: text,
        place: placed(offset),
      })),
      external: own.some(({ external }) => external),
      hosts: unique(
        own.flatMap(({ hosts }) => hosts),
        ({ text }) => text,
      ).map(({ text, offset }) => ({
        name: text.toLowerCase(),
        place: placed(offset),
      })),
      image: own.find(({ image }) => image !== undefined)?.image,
      entries: own,
    });
  }
  return { services, problems, notes };
}

/** Host names that lead to one service each, and what is wrong with the others. */
export function usableHosts(services: readonly PlanService[]): {
  readonly isUsable: (host: HostEntry) => boolean;
  readonly unusable: readonly { readonly host: HostEntry; readonly reason: string }[];
} {
  const owners = groupBy(
    services.flatMap(({ name, hosts }) => hosts.map((host) => ({ host, name }))),
    ({ host }) => host.name,
  );
  const unusable = [...owners.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const reason = hostProblem(first.host.name) ?? (group.length > 1 ? 'is the host of several services' : undefined);
    return reason === undefined ? [] : group.slice(0, 1).map(({ host }) => ({ host, reason }));
  });
  const names = new Set(unusable.map(({ host }) => host.name));
  return { isUsable: ({ name }) => !names.has(name), unusable };
}

function hostProblem(host: string): string | undefined {
  if (isOwnHost(host)) return 'is each container itself';
  return /^[a-z0-9_][\w.-]*$/i.test(host) ? undefined : 'is no host name';
}

/** The ports that a group states, each once: the main ones, which old ports are those of, before named ones. */
function portsOf(group: readonly PlanEntry[]): PlanPort[] {
  const all = group.flatMap((entry) => entry.ports);
  const olds = group.flatMap(({ from = [] }) => from);
  const plain = olds.length === all.length ? all : all.filter(({ name }) => name === undefined);
  const known = new Set<string>();
  return [...plain, ...all.filter((port) => !plain.includes(port))]
    .map((port, i) => {
      const old = olds.length === plain.length ? olds[i]?.port : undefined;
      return { ...port, from: port.from ?? (old === port.port ? undefined : old) };
    })
    .filter((port) => {
      const id = idOf(port);
      return !known.has(id) && known.add(id);
    });
}

/** Lines of one place each of which states a port, and not what it is for: is one of them out of date? */
function secondPorts(group: readonly PlanEntry[], placeOf: (offset: number) => Place): PlanProblem[] {
  const plain = group.map((entry) => ({ ...entry, ports: entry.ports.filter(({ name }) => name === undefined) }));
  const [first, ...others] = plain.filter(({ ports }) => ports.length > 0);
  if (first === undefined) return [];
  return others.flatMap(({ service, ports }): PlanProblem[] => {
    const [second] = without(ports, first.ports);
    if (second === undefined) return [];
    const at = formatPlace(placeOf(first.ports[0]?.offset ?? first.offset));
    return [
      {
        code: 'plan-second-port',
        message: `${quote(service)} is on ${second.port} here, beside ${listed(first.ports)} at ${at}`,
        hint: `take one of them out, or say what it is for: "Metrics port: ${second.port}"`,
        offset: second.offset,
      },
    ];
  });
}

/** Whether two places agree on a service: where both state a main port, only one beside it may be in one alone. */
function agree(ports: readonly PlanPort[], others: readonly PlanPort[]): boolean {
  const [missing, additional] = [without(ports, others), without(others, ports)];
  const names = new Set(missing.map(({ name }) => name));
  if (additional.some(({ name }) => name !== undefined && names.has(name))) return false;
  return ports.every(isBeside) || others.every(isBeside) || [...missing, ...additional].every(isBeside);
}

function without(ports: readonly PlanPort[], others: readonly PlanPort[]): PlanPort[] {
  const known = new Set(others.map(({ port }) => port));
  return ports.filter(({ port }) => !known.has(port));
}

function isBeside({ name }: PlanPort): boolean {
  return name !== undefined && !isMainName(name, new Set());
}

function idOf({ port, protocol }: PlanPort): string {
  return `${port}/${protocol ?? ''}`;
}

function listed(ports: readonly PlanPort[]): string {
  return ports.map(({ port }) => port).join(', ');
}

function unique<T>(items: readonly T[], idOf: (item: T) => unknown): T[] {
  return [...new Map(items.toReversed().map((item) => [idOf(item), item])).values()].reverse();
}
