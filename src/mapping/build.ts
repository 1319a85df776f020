import { isIPv6 } from 'node:net';
import { isOwnHost } from '../languages/address.ts';
import {
  type DockerfileEntry,
  formatPlace,
  type HostEntry,
  type Mapping,
  type Place,
  type Service,
} from './mapping.ts';
import { quote } from './quote.ts';
import { createPortReader } from './read-ports.ts';
import { entriesOf, entryOf, itemsOf, mapTree, type Problem, type Tree } from './tree.ts';

/** What a service calls one of its ports. Everything else is to be a port, or a range. */
const PORT_NAME = /^[a-z][\w.-]*$/i;

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
  const read = createPortReader(placeOf, problems);
  const hostOwners = new Map<string, { readonly service: string; readonly place: Place }>();

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

  function readPorts(service: Tree, name: string, offset: number): Pick<Service, 'moves' | 'assigned'> {
    const port = entryOf(service, 'port');
    const ports = entryOf(service, 'ports');
    if (service.kind === 'map' && port === undefined && ports === undefined) {
      const message = `service ${quote(name)} has neither "port" nor "ports"`;
      problems.push({ code: 'mapping-missing-key', message, hint: 'add it, such as port: 8096', offset });
    }
    if (port !== undefined && ports !== undefined) {
      const message = `service ${quote(name)} has both "port" and "ports"`;
      problems.push({ code: 'mapping-ports', message, hint: 'name all of its ports in "ports"', offset: port.offset });
    }
    const assigned = read.port(port?.value);
    if (ports?.value.kind !== 'map') return { moves: [], assigned: [...assigned, ...read.ports(ports?.value)] };
    const named = ports.value.entries.filter(({ key }) => PORT_NAME.test(key));
    const numbered = ports.value.entries.filter((entry) => !named.includes(entry));
    const [first] = named;
    if (first !== undefined && numbered.length > 0) {
      const message = `"ports" of service ${quote(name)} names both ports that move and, with ${quote(first.key)}, ports to have`;
      const hint = 'write either { 8095: 8096 }, or { http: { from: 8095, to: 8096 } }';
      problems.push({ code: 'mapping-ports', message, hint, offset: first.offset });
      return { moves: read.moves(mapTree(numbered, offset)), assigned };
    }
    if (first !== undefined) return { moves: [], assigned: [...assigned, ...read.ports(ports.value)] };
    for (const { key, value } of ports.value.entries) {
      if (value.kind !== 'map') continue;
      const message = `the new port of ${quote(key)} of service ${quote(name)} must be a port, not a map`;
      problems.push({
        code: 'mapping-type',
        message,
        hint: 'write it like this: { 8095: 8096 }',
        offset: value.offset,
      });
    }
    return { moves: read.moves(ports.value), assigned };
  }

  const services = entriesOf(entryOf(tree, 'services')?.value).map(({ key, offset, value }): Service => {
    if (key.trim() === '') {
      problems.push({ code: 'mapping-type', message: 'a service has no name', hint: 'give it one', offset });
    }
    const platforms = texts(entryOf(value, 'platforms')?.value).map((platform) => platform.text);
    return {
      name: key,
      place: placeOf(offset),
      dockerfiles: readDockerfiles(entryOf(value, 'dockerfile')?.value),
      hosts: readHosts(entryOf(value, 'hosts')?.value, key),
      ...readPorts(value, key, offset),
      shared: flag(value, 'shared') === true,
      image: text(value, 'image'),
      platforms: platforms.length === 0 ? undefined : platforms,
      context: text(value, 'context'),
      push: flag(value, 'push'),
    };
  });
  return {
    file,
    services,
    moves: read.moves(entryOf(tree, 'ports')?.value),
    reserved: read.reserved(entryOf(tree, 'reserved')?.value),
  };
}

function texts(tree: Tree | undefined): { readonly text: string; readonly offset: number }[] {
  return itemsOf(tree).flatMap((item) =>
    item.kind === 'scalar' && typeof item.value === 'string' && item.value !== ''
      ? [{ text: item.value, offset: item.offset }]
      : [],
  );
}

function text(tree: Tree, key: string): string | undefined {
  return texts(entryOf(tree, key)?.value)[0]?.text;
}

function flag(tree: Tree, key: string): boolean | undefined {
  const found = entryOf(tree, key)?.value;
  return found?.kind === 'scalar' && typeof found.value === 'boolean' ? found.value : undefined;
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
