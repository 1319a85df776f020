import { plainWords } from './names.ts';
import { readPortLabel } from './port-label.ts';

/** What a column of a table, or the key of an item, is about. */
export type Field = 'service' | 'port' | 'from' | 'protocol' | 'dockerfile' | 'host' | 'image';

/** Names of columns that say where a service is to be, beside one that says where it is. */
const PLANNED_PORTS: readonly (readonly string[])[] = [
  ['assigned port', 'target port', 'new port', 'required port', 'expected port', 'correct port'],
  ['planned port', 'final port', 'allocated port', 'should be', 'assigned', 'required', 'expected', 'target'],
  ['to', 'new', 'correct'],
];

/** The names by which people call the fields, the plainest last: of several columns the first name counts. */
const NAMES: readonly (readonly [Field, readonly string[]])[] = [
  ['service', ['service', 'services', 'service name', 'microservice', 'component', 'application', 'app', 'container']],
  ['service', ['module', 'system', 'server', 'process', 'name']],
  ['from', ['current port', 'old port', 'actual port', 'existing port', 'previous port', 'wrong port', 'present port']],
  ['from', ['original port', 'port before', 'port now', 'current', 'old', 'actual', 'was', 'before', 'from']],
  ...PLANNED_PORTS.map((names) => ['port', names] as const),
  ['port', ['port', 'ports', 'port number', 'service port', 'container port', 'listen port']],
  ['port', ['port assignment', 'internal port', 'tcp port', 'http port', 'port s', 'build port']],
  ['protocol', ['protocol', 'proto']],
  ['dockerfile', ['dockerfile', 'dockerfiles', 'docker file', 'dockerfile path', 'dockerfile name', 'containerfile']],
  ['dockerfile', ['build file', 'file', 'filename', 'file name', 'file path', 'path', 'files']],
  ['host', ['host', 'hosts', 'hostname', 'hostnames', 'host name', 'dns', 'dns name', 'alias', 'aliases']],
  ['host', ['network alias', 'container name']],
  ['image', ['image', 'docker image', 'image name', 'container image', 'image tag']],
];

const ranked = new Map(NAMES.flatMap(([field, names]) => names.map((name) => [name, field] as const)));
const order = [...ranked.keys()];
const planned = new Set(PLANNED_PORTS.flat());

/** The field that a name stands for, whatever its case and decoration: `**Port** #`, `Docker-File`. */
export function fieldOf(name: string): Field | undefined {
  return ranked.get(plain(name));
}

/** Where the fields of a table are. */
export interface Columns {
  readonly fields: ReadonlyMap<Field, number>;
  /** The columns of ports beside the main one, with what they are for: `Metrics port`. */
  readonly extraPorts: readonly { readonly index: number; readonly name: string }[];
  /** Columns that could be the one of the main port as well, though another one counts. */
  readonly otherPorts: readonly { readonly index: number; readonly hasSameName: boolean }[];
}

/**
 * The column of each field of a table. Of several columns for one field the one with the plainer
 * meaning counts: `Required port` before `Port`.
 */
export function columnsOf(header: readonly string[]): Columns {
  const columns = new Map<Field, number>();
  const rank = (index: number): number => order.indexOf(plain(header[index] ?? ''));
  header.forEach((name, index) => {
    const field = fieldOf(name);
    if (field === undefined) return;
    const known = columns.get(field);
    if (known === undefined || rank(index) < rank(known)) columns.set(field, index);
  });
  const extraPorts = header.flatMap((name, index) => {
    const words = plainWords(name);
    if (fieldOf(name) !== undefined || !/^ports?$/.test(words.pop() ?? '')) return [];
    const label = readPortLabel(words);
    return label.kind === 'extra' ? [{ index, name: label.name }] : [];
  });
  return { fields: columns, extraPorts, otherPorts: otherPorts(header, columns.get('port')) };
}

/** `Port` beside `Required port` is the old one, and no other. */
function otherPorts(header: readonly string[], main: number | undefined): Columns['otherPorts'] {
  if (main === undefined) return [];
  const mainName = plain(header[main] ?? '');
  return header.flatMap((written, index) => {
    const name = plain(written);
    if (index === main || ranked.get(name) !== 'port' || planned.has(name) !== planned.has(mainName)) return [];
    return [{ index, hasSameName: name === mainName }];
  });
}

function plain(name: string): string {
  return plainWords(name).join(' ');
}
