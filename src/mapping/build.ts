import { isIPv6 } from 'node:net';
import { isOwnHost } from '../languages/address.ts';
import {
  type DockerfileEntry,
  formatPlace,
  type HostEntry,
  type Mapping,
  type Place,
  type PortMove,
  type Reservation,
  type Service,
} from './mapping.ts';
import { checkMove, expandMove, findOverlaps, type PortSpan, readPortSpan } from './port-text.ts';
import { quote } from './quote.ts';
import { entriesOf, entryOf, itemsOf, type Problem, type Tree, type TreeEntry } from './tree.ts';

/** More ports than this are not read out of ranges: one line can name 65,535. */
const MOST_PORTS = 1_000_000;

interface PortEntry {
  readonly span: PortSpan;
  readonly text: string;
  readonly value: Tree;
  readonly offset: number;
}

/**
 * Builds the mapping that a document states, as far as it does. Whatever is wrong with ports and
 * hosts goes to `problems`; wrong types, missing and unknown keys are `shapeProblems`' business.
 */
export function buildMapping(
  tree: Tree,
  file: string,
  placeOf: (offset: number) => Place,
  problems: Problem[],
): Mapping {
  let portsLeft = MOST_PORTS;
  const hostOwners = new Map<string, { readonly service: string; readonly place: Place }>();

  function takes(span: PortSpan, offset: number): boolean {
    const isLast = portsLeft >= 0;
    portsLeft -= span.last - span.first + 1;
    if (portsLeft < 0 && isLast) {
      const message = `the mapping names more than ${MOST_PORTS.toLocaleString('en')} ports, counting all of each range`;
      problems.push({ code: 'mapping-too-large', message, hint: 'split it into several mappings', offset });
    }
    return portsLeft >= 0;
  }

  function readSpan(text: string, offset: number): PortSpan | undefined {
    const span = readPortSpan(text);
    if ('first' in span) return span;
    problems.push({ ...span, offset });
    return undefined;
  }

  /** The entries whose keys are ports. A key that stands twice as it is has been reported already. */
  function readPortEntries(entries: readonly TreeEntry[]): PortEntry[] {
    const ports = entries.flatMap(({ key, offset, value }): PortEntry[] => {
      const span = readSpan(key, offset);
      return span === undefined ? [] : [{ span, text: key, value, offset }];
    });
    for (const [first, second] of findOverlaps(ports)) {
      if (first.text === second.text && first.value.kind !== 'list') continue;
      problems.push({
        code: 'mapping-duplicate-port',
        message: `${second.text} names a port that ${first.text} at ${formatPlace(placeOf(first.offset))} names, too`,
        hint: 'name each port once',
        offset: second.offset,
      });
    }
    return ports;
  }

  function readMoves(ports: Tree | undefined): PortMove[] {
    return readPortEntries(entriesOf(ports)).flatMap(({ span, text, value, offset }): PortMove[] => {
      if (value.kind !== 'scalar' || value.value === null || typeof value.value === 'boolean') return [];
      const to = readSpan(String(value.value), value.offset);
      if (to === undefined) return [];
      const problem = checkMove(span, to);
      if (problem !== undefined) problems.push({ ...problem, offset });
      return problem === undefined && takes(span, offset) ? expandMove(span, to, text, placeOf(offset)) : [];
    });
  }

  function readReserved(reserved: Tree | undefined): Reservation[] {
    const entries =
      reserved?.kind === 'list'
        ? reserved.items.flatMap((value): TreeEntry[] =>
            value.kind === 'scalar' && value.value !== null && typeof value.value !== 'boolean'
              ? [{ key: String(value.value), offset: value.offset, value: reserved }]
              : [],
          )
        : entriesOf(reserved);
    return readPortEntries(entries).flatMap(({ span, value, offset }): Reservation[] => {
      if (!takes(span, offset)) return [];
      const owner = value.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
      const place = placeOf(offset);
      return Array.from({ length: span.last - span.first + 1 }, (_, i) => ({
        port: span.first + i,
        protocol: span.protocol,
        owner,
        place,
      }));
    });
  }

  function readHosts(hosts: Tree | undefined, service: string): HostEntry[] {
    return texts(hosts).flatMap(({ text, offset }): HostEntry[] => {
      const host = { name: text.toLowerCase(), place: placeOf(offset) };
      const problem = hostProblem(text);
      if (problem !== undefined) problems.push({ code: 'mapping-host', ...problem, offset });
      const owner = hostOwners.get(host.name);
      if (owner === undefined) hostOwners.set(host.name, { service, place: host.place });
      else if (owner.service !== service) {
        problems.push({
          code: 'mapping-duplicate-host',
          message: `${quote(text)} is a host of ${quote(owner.service)} at ${formatPlace(owner.place)}, and of ${quote(service)}`,
          hint: 'list each host name under the one service that it leads to',
          offset,
        });
      }
      return problem === undefined ? [host] : [];
    });
  }

  function readDockerfiles(dockerfile: Tree | undefined): DockerfileEntry[] {
    return texts(dockerfile).map(({ text, offset }) => ({ pattern: text, place: placeOf(offset) }));
  }

  const services = entriesOf(entryOf(tree, 'services')?.value).map(({ key, offset, value }): Service => {
    if (key.trim() === '') {
      problems.push({ code: 'mapping-type', message: 'a service has no name', hint: 'give it one', offset });
    }
    const shared = entryOf(value, 'shared')?.value;
    return {
      name: key,
      place: placeOf(offset),
      dockerfiles: readDockerfiles(entryOf(value, 'dockerfile')?.value),
      hosts: readHosts(entryOf(value, 'hosts')?.value, key),
      moves: readMoves(entryOf(value, 'ports')?.value),
      shared: shared?.kind === 'scalar' && shared.value === true,
    };
  });
  return {
    file,
    services,
    moves: readMoves(entryOf(tree, 'ports')?.value),
    reserved: readReserved(entryOf(tree, 'reserved')?.value),
  };
}

function texts(tree: Tree | undefined): { readonly text: string; readonly offset: number }[] {
  return itemsOf(tree).flatMap((item) =>
    item.kind === 'scalar' && typeof item.value === 'string' && item.value !== ''
      ? [{ text: item.value, offset: item.offset }]
      : [],
  );
}

function hostProblem(host: string): Pick<Problem, 'message' | 'hint'> | undefined {
  if (isOwnHost(host)) {
    const message = `${quote(host)} is each container itself, so it cannot name one of them`;
    return { message, hint: 'list the names by which other containers reach it' };
  }
  if (!/[\s/:@]/.test(host) || isIPv6(host.replace(/^\[|\]$/g, ''))) return undefined;
  const name = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^@/]*@)?([^\s/:@]+)/i.exec(host)?.[1];
  return {
    message: `${quote(host)} is not a host name`,
    hint: `write the name alone, without scheme, port and path${name === undefined ? '' : `: ${name}`}`,
  };
}
