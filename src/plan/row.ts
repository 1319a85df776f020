import { basename } from 'node:path/posix';
import { readDockerfileName, tellingFolders } from '../knowledge/dockerfile-names.ts';
import { quote } from '../mapping/quote.ts';
import type { Doubt, PlacedText, PlanEntry, PlanPort, PlanProblem, UnreadLine, UnreadService } from './document.ts';
import type { Columns, Field } from './fields.ts';
import { isImageName, namesDockerfile, plainName, saysNone, slugOf } from './names.ts';
import { type PortCell, readPortCell, readProtocol } from './port-cell.ts';
import { isUndecided, saysNoPort } from './port-words.ts';

/** A cell of a table, with where each of its characters stands in the document. */
export interface Cell extends PlacedText {
  offsetAt(index: number): number;
  /** The parts that are set as code or as a link, such as the name of an image beside that of a service. */
  readonly spans?: readonly PlacedText[] | undefined;
}

/** A row as it was understood. */
export type Row =
  | { readonly kind: 'entry'; readonly entry: Omit<PlanEntry, 'group'>; readonly unread: readonly UnreadLine[] }
  | { readonly kind: 'wrong'; readonly problem: PlanProblem }
  | { readonly kind: 'unread'; readonly line: UnreadLine }
  /** Its port is written without a number. */
  | { readonly kind: 'words'; readonly line: UnreadLine }
  /** It names a service, and leaves its port empty. */
  | { readonly kind: 'doubt'; readonly doubt: Doubt }
  | { readonly kind: 'nothing' };

/** Reads a row of a table whose columns are known. */
export function readRow(columns: Columns, cells: readonly Cell[]): Row {
  const cellOf = (field: Field): Cell | undefined => cells[columns.fields.get(field) ?? -1];
  const [first] = cells;
  const offset = first?.offset ?? 0;
  const text = cells.map((cell) => cell.text).join(' | ');
  const dockerfileCell = cellOf('dockerfile');
  const external = dockerfileCell !== undefined && dockerfileCell.text.trim() !== '' && saysNone(dockerfileCell.text);
  const dockerfiles = external ? [] : pathsOf(dockerfileCell);
  const serviceCell = cellOf('service');
  const service = serviceOf(serviceCell) ?? serviceOfPath(dockerfiles[0]?.text);
  const image = imageOf(cellOf('image')) ?? imageOf(serviceCell);
  const owner = service === undefined ? undefined : { name: service, dockerfiles, image, inColumn: true };
  const [portCell, ...otherCells] = portCells(columns, cells);
  const read = portCell === undefined ? undefined : readPortCell(portCell.text, portCell.offsetAt);
  if (portCell === undefined || read === undefined) return withoutPort(text, offset, owner);
  const other = otherCells.find((cell) => cell.text.trim() !== portCell.text.trim());
  if (other !== undefined) {
    const reason = `one column says ${quote(portCell.text.trim())}, and another one of the same name ${quote(other.text.trim())}`;
    return { kind: 'unread', line: { text, offset: other.offset, reason, service: owner } };
  }
  if (read.kind === 'none') return { kind: 'words', line: unnumbered(portCell.text, { text, offset }, owner) };
  if (read.kind === 'wrong') return { kind: 'wrong', problem: { code: 'plan-port', ...read } };
  const unreadCell = (cell: Cell): UnreadLine => ({
    text,
    offset: cell.offset,
    reason: `${quote(cell.text)} is not a port`,
    service: owner,
  });
  if (read.kind === 'unclear') return { kind: 'unread', line: unreadCell(portCell) };
  if (service === undefined) return { kind: 'unread', line: { text, offset, reason: 'it names no service' } };
  const extras = columns.extraPorts.flatMap(({ index, name }): ReadCell[] => {
    const cell = cells[index];
    return cell === undefined ? [] : [{ cell, name, read: readPortCell(cell.text, cell.offsetAt) }];
  });
  const wrong = extras.map((extra) => extra.read).find((extra) => extra.kind === 'wrong');
  if (wrong !== undefined) return { kind: 'wrong', problem: { code: 'plan-port', ...wrong } };
  return {
    kind: 'entry',
    entry: {
      service,
      offset: serviceCell?.offset ?? offset,
      ports: [...withOthers(read.ports, cellOf('from'), cellOf('protocol')), ...extras.flatMap(namedPorts)],
      dockerfiles,
      external,
      hosts: itemsOf(cellOf('host')),
      image,
    },
    unread: extras.filter((extra) => extra.read.kind === 'unclear').map(({ cell }) => unreadCell(cell)),
  };
}

/** The cells of the main port that say something, of several columns with its name. */
function portCells({ fields, otherPorts }: Columns, cells: readonly Cell[]): Cell[] {
  const same = otherPorts.filter(({ hasSameName }) => hasSameName).map(({ index }) => index);
  return [fields.get('port') ?? -1, ...same]
    .map((index) => cells[index])
    .filter((cell) => cell !== undefined)
    .filter(({ text }) => text.trim() !== '');
}

function withoutPort(text: string, offset: number, service: UnreadService | undefined): Row {
  if (service === undefined) return { kind: 'nothing' };
  const reason = `the port of ${quote(service.name)} is left empty`;
  return {
    kind: 'doubt',
    doubt: { text, offset, reason, service: { ...service, inColumn: false, mayLackPort: true }, always: true },
  };
}

/** A row whose port is words: what is yet to be decided has no port, any other word should be one. */
function unnumbered(said: string, row: PlacedText, service: UnreadService | undefined): UnreadLine {
  const line: UnreadLine = { ...row, reason: 'it names no port' };
  if (service === undefined || isUndecided(said)) return line;
  if (saysNoPort(said)) return { ...line, service: { ...service, inColumn: false, mayLackPort: true } };
  return { ...line, reason: `${quote(said.trim())} is not a port`, service };
}

/** The cell of a port beside the main one. */
interface ReadCell {
  readonly cell: Cell;
  readonly name: string;
  readonly read: PortCell;
}

function namedPorts({ name, read }: ReadCell): PlanPort[] {
  return read.kind === 'ports' ? read.ports.map((port) => ({ ...port, name: port.name ?? name })) : [];
}

/** The ports with the old ports and the protocol of other columns. */
function withOthers(ports: readonly PlanPort[], from: Cell | undefined, protocol: Cell | undefined): PlanPort[] {
  const known = protocol === undefined ? undefined : readProtocol(protocol.text);
  const old = from === undefined ? undefined : readPortCell(from.text, from.offsetAt);
  const olds = old?.kind === 'ports' && old.ports.length === ports.length ? old.ports : [];
  return ports.map((port, i) => {
    const replaced = olds[i]?.port;
    return {
      ...port,
      from: port.from ?? (replaced === port.port ? undefined : replaced),
      protocol: port.protocol ?? known,
    };
  });
}

function serviceOf(cell: Cell | undefined): string | undefined {
  if (cell === undefined) return undefined;
  const text = cell.text.replace(/\s*\n\s*/g, ', ');
  const name = plainName(text.replace(/\([^()]*\)/g, ' ')) || plainName(text);
  return name === '' ? undefined : name;
}

/** `Dockerfile.trx-staking` is of trx-staking, `services/api/Dockerfile` of api. */
function serviceOfPath(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const { own } = readDockerfileName(basename(path));
  return own === '' ? tellingFolders(path)[0] : slugOf(own);
}

/** Paths in a cell: its code and links where there are any, else its words. */
function pathsOf(cell: Cell | undefined): PlacedText[] {
  if (cell === undefined) return [];
  const spans = (cell.spans ?? []).filter(({ text }) => text.trim() !== '');
  if (spans.length > 0) return spans.map(({ text, offset }) => ({ text: text.trim(), offset }));
  return itemsOf(cell).map((item) => {
    const word = item.text.split(/\s+/).find(namesDockerfile);
    return word === undefined ? item : { text: word, offset: item.offset + item.text.indexOf(word) };
  });
}

/** The items of a list: `a, b`, without decoration around them. */
function itemsOf(cell: Cell | undefined): PlacedText[] {
  if (cell === undefined || saysNone(cell.text)) return [];
  return [...cell.text.matchAll(/[^,;\n]+/g)].flatMap((match) => {
    const start = /^[^\p{L}\p{N}./*{[_~-]*/u.exec(match[0])?.[0].length ?? 0;
    const text = match[0].slice(start).replace(/[^\p{L}\p{N}\]}*)_]+$/u, '');
    return text === '' ? [] : [{ text, offset: cell.offsetAt(match.index + start) }];
  });
}

function imageOf(cell: Cell | undefined): string | undefined {
  if (cell === undefined) return undefined;
  const texts = [...(cell.spans ?? []).map(({ text }) => text), ...cell.text.split(/[\s,;()]+/)];
  return texts.map((text) => text.trim()).find(isImageName);
}
