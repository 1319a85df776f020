import { relative, resolve, sep } from 'node:path';
import { Document, isCollection, isMap, isScalar } from 'yaml';
import { MAIN } from '../assign/bind-names.ts';
import { foldersOf } from '../mapping/folders.ts';
import { groupBy } from '../mapping/group.ts';
import { type AssignedPort, formatPlace, formatPort, type Place, type Service } from '../mapping/mapping.ts';
import type { Plan } from './load.ts';
import { slugOf } from './names.ts';

export interface ConvertOptions {
  /** The current directory, absolute. */
  readonly cwd: string;
  readonly root?: string | undefined;
  /** The folder that the new mapping is to be in, absolute: its paths are relative to it. */
  readonly folder: string;
}

/**
 * Writes a plan as a mapping in YAML, which `parseMapping` reads, with comments that name the
 * lines it comes from.
 */
export function convertPlan({ mapping, document: read }: Plan, options: ConvertOptions): string {
  const { base } = foldersOf(mapping, options.cwd, options.root);
  const pathOf = (pattern: string): string => slashed(relative(options.folder, resolve(base, pattern))) || '.';
  // People write names in documents, and keys in mappings.
  const keyFor = read === undefined ? (name: string) => name : slugOf;
  const keys = uniqueKeys(mapping.services, keyFor);
  const places = new Map<string, Place>();
  const services = mapping.services.map((service) => {
    const key = keys.get(service) ?? service.name;
    places.set(key, service.place);
    return [key, serviceFields(service, pathOf)] as const;
  });
  const reserved = mapping.reserved.map(({ port, protocol, owner }) => ({ key: formatPort(port, protocol), owner }));
  const isOwned = reserved.every(({ owner }) => owner !== undefined);
  const document = new Document({
    ...(services.length === 0 ? {} : { services: Object.fromEntries(services) }),
    ...(mapping.moves.length === 0 ? {} : { ports: movesOf(mapping.moves) }),
    ...(reserved.length === 0
      ? {}
      : {
          reserved: isOwned
            ? new Map(reserved.map(({ key, owner }) => [portKey(key), keyFor(owner ?? '')]))
            : reserved.map(({ key }) => portKey(key)),
        }),
  });
  document.commentBefore = ` From ${mapping.file ?? 'the command line'}. Paths are relative to the folder of this file.`;
  const list = document.get('services', true);
  for (const { key, value } of isMap(list) ? list.items : []) {
    const place = isScalar(key) ? places.get(String(key.value)) : undefined;
    if (isScalar(key) && place !== undefined) key.commentBefore = ` ${formatPlace(place)}`;
    for (const field of isMap(value) ? value.items : []) if (isCollection(field.value)) field.value.flow = true;
  }
  for (const name of ['ports', 'reserved']) {
    const short = document.get(name, true);
    if (isCollection(short)) short.flow = true;
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function serviceFields(service: Service, pathOf: (pattern: string) => string): Record<string, unknown> {
  const { dockerfiles, hosts, assigned, moves, shared, image, platforms, context, push } = service;
  const paths = dockerfiles.map(({ pattern }) => pathOf(pattern));
  return {
    dockerfile: paths.length === 1 ? paths[0] : paths,
    ...(hosts.length === 0 ? {} : { hosts: hosts.map(({ name }) => name) }),
    ...(moves.length > 0 || assigned.length === 0 ? { ports: movesOf(moves) } : assignedFields(assigned)),
    ...(shared ? { shared } : {}),
    ...(image === undefined ? {} : { image }),
    ...(platforms === undefined ? {} : { platforms }),
    ...(context === undefined ? {} : { context: pathOf(context) }),
    ...(push === undefined ? {} : { push }),
  };
}

/** `port: 8096`, `ports: [8096, 8105]` or `ports: { http: 8096, metrics: 8105 }`. */
function assignedFields(assigned: readonly AssignedPort[]): Record<string, unknown> {
  const values = [...groupBy(assigned, ({ port, protocol }) => formatPort(port, protocol))].map(([key, same]) => {
    const from = same.map((port) => port.from).filter((port) => port !== undefined);
    const to = portKey(key);
    return { name: same[0]?.name, value: from.length === 0 ? to : { from: from.length === 1 ? from[0] : from, to } };
  });
  const [first, ...others] = values;
  if (first !== undefined && others.length === 0 && first.name === undefined) return { port: first.value };
  const names = new Set(values.map(({ name = MAIN }) => name));
  const isNamed = names.size === values.length && values.some(({ name }) => name !== undefined);
  return {
    ports: isNamed
      ? Object.fromEntries(values.map(({ name = MAIN, value }) => [name, value]))
      : values.map(({ value }) => value),
  };
}

function movesOf(moves: Service['moves']): ReadonlyMap<number | string, number> {
  return new Map(moves.map(({ from, to, protocol }) => [portKey(formatPort(from, protocol)), to]));
}

/** A port as a number where it is one: YAML then needs no quotes. */
function portKey(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text;
}

/** Each service's key, with a number where two would be alike. */
function uniqueKeys(services: readonly Service[], keyFor: (name: string) => string): ReadonlyMap<Service, string> {
  const taken = new Set<string>();
  return new Map(
    services.map((service) => {
      const slug = keyFor(service.name);
      let key = slug;
      for (let i = 2; taken.has(key); i++) key = `${slug}-${i}`;
      taken.add(key);
      return [service, key];
    }),
  );
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}
