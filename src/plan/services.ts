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
 * heading) complete each other; those of different places must state the same ports.
 */
export function servicesOf(
  { entries }: PlanDocument,
  placeOf: (offset: number) => Place,
): { readonly services: readonly PlanService[]; readonly problems: readonly PlanProblem[] } {
  const problems: PlanProblem[] = [];
  const services: PlanService[] = [];
  for (const own of groupBy(entries, ({ service }) => keyOf(service)).values()) {
    const [first] = own;
    const groups = [...groupBy(own, ({ group }) => group).values()]
      .map((group) => ({ group, ports: portsOf(group) }))
      .filter(({ ports }) => ports.length > 0);
    const [stated, ...others] = groups;
    if (first === undefined || stated === undefined) continue;
    const other = others.find(({ ports }) => !isSame(ports, stated.ports));
    if (other !== undefined) {
      problems.push({
        code: 'plan-contradiction',
        message: `${quote(first.service)} is on ${listed(other.ports)} here, and on ${listed(stated.ports)} at ${formatPlace(placeOf(stated.ports[0]?.offset ?? 0))}`,
        hint: 'mend one of them, or read only the right section: --plan FILE.md#HEADING',
        offset: other.ports[0]?.offset ?? 0,
      });
      continue;
    }
    const places = new Map<number, Place>();
    const placed = (offset: number): Place => {
      const known = places.get(offset) ?? placeOf(offset);
      places.set(offset, known);
      return known;
    };
    const withFrom = groups.map(({ ports }) => ports).find((ports) => ports.some(({ from }) => from !== undefined));
    services.push({
      name: first.service,
      place: placed(first.offset),
      assigned: (withFrom ?? stated.ports).map(({ port, name, from, protocol, offset }) => ({
        port,
        name,
        from,
        protocol,
        place: placed(offset),
      })),
      dockerfiles: unique(own.flatMap(({ dockerfiles }) => dockerfiles)).map(({ text, offset }) => ({
        pattern: text,
        place: placed(offset),
      })),
      external: own.some(({ external }) => external),
      hosts: unique(own.flatMap(({ hosts }) => hosts)).map(({ text, offset }) => ({
        name: text.toLowerCase(),
        place: placed(offset),
      })),
      image: own.find(({ image }) => image !== undefined)?.image,
      entries: own,
    });
  }
  return { services, problems };
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

function portsOf(group: readonly PlanEntry[]): PlanPort[] {
  const ports = group.flatMap((entry) => entry.ports);
  const olds = group.flatMap(({ from = [] }) => from);
  const known = new Set<string>();
  return ports
    .map((port, i) => {
      const old = olds.length === ports.length ? olds[i]?.port : undefined;
      return { ...port, from: port.from ?? (old === port.port ? undefined : old) };
    })
    .filter((port) => {
      const id = idOf(port);
      return !known.has(id) && known.add(id);
    });
}

function isSame(ports: readonly PlanPort[], others: readonly PlanPort[]): boolean {
  const ids = new Set(ports.map(({ port }) => port));
  const otherIds = new Set(others.map(({ port }) => port));
  return ids.size === otherIds.size && [...ids].every((id) => otherIds.has(id));
}

function idOf({ port, protocol }: PlanPort): string {
  return `${port}/${protocol ?? ''}`;
}

function listed(ports: readonly PlanPort[]): string {
  return ports.map(({ port }) => port).join(', ');
}

function unique<T extends { readonly text: string }>(items: readonly T[]): T[] {
  return [...new Map(items.toReversed().map((item) => [item.text, item])).values()].reverse();
}
