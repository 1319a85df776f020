import { colonHint, moveHint } from './colon.ts';
import { type AssignedPort, formatPlace, type Place, type PortMove, type Reservation } from './mapping.ts';
import { checkMove, expandMove, findOverlaps, formatPortSpan, type PortSpan, readPortSpan } from './port-text.ts';
import { entriesOf, entryOf, itemsOf, type Problem, type Tree, type TreeEntry } from './tree.ts';

/** More ports than this are not read out of ranges: one line can name 65,535. */
const MOST_PORTS = 1_000_000;

interface PortEntry {
  readonly span: PortSpan;
  readonly text: string;
  readonly value: Tree;
  readonly offset: number;
}

/** Reads what a document says of ports. Whatever is wrong with them goes to `problems`. */
export interface PortReader {
  /** `{ 8095: 8096 }`. */
  moves(ports: Tree | undefined): PortMove[];
  /** `8096`, or `{ from: 8095, to: 8096 }`. */
  port(port: Tree | undefined): AssignedPort[];
  /** `[8096, 8105]`, or `{ http: 8096, metrics: { from: 9090, to: 8105 } }`. */
  ports(ports: Tree | undefined): AssignedPort[];
  reserved(reserved: Tree | undefined): Reservation[];
}

/** One reader for each document: it counts the ports that are read. */
export function createPortReader(placeOf: (offset: number) => Place, problems: Problem[]): PortReader {
  let portsLeft = MOST_PORTS;

  function takes(span: PortSpan, offset: number): boolean {
    const isLast = portsLeft >= 0;
    portsLeft -= span.last - span.first + 1;
    if (portsLeft < 0 && isLast) {
      const message = `the mapping names more than ${MOST_PORTS.toLocaleString('en')} ports, counting all of each range`;
      problems.push({ code: 'mapping-too-large', message, hint: 'split it into several mappings', offset });
    }
    return portsLeft >= 0;
  }

  function readSpan(text: string, offset: number, hint?: string): PortSpan | undefined {
    const span = readPortSpan(text);
    if ('first' in span) return span;
    problems.push({ ...span, hint: hint ?? span.hint, offset });
    return undefined;
  }

  /** A port or range as a value; wrong types have been reported already. */
  function readValue(value: Tree | undefined, hintOf?: (text: string) => string | undefined): PortSpan | undefined {
    if (value?.kind !== 'scalar' || value.value === null || typeof value.value === 'boolean') return undefined;
    const text = String(value.value);
    return readSpan(text, value.offset, hintOf?.(text));
  }

  /** The entries whose keys are ports. A key that stands twice as it is has been reported already. */
  function readPortEntries(entries: readonly TreeEntry[], hintOf?: (key: string) => string | undefined): PortEntry[] {
    const ports = entries.flatMap(({ key, offset, value }): PortEntry[] => {
      const span = readSpan(key, offset, hintOf?.(key));
      return span === undefined ? [] : [{ span, text: key, value, offset }];
    });
    reportOverlaps(ports, ({ text, value }, second) => text === second.text && value.kind !== 'list');
    return ports;
  }

  function reportOverlaps<T extends Omit<PortEntry, 'value'>>(
    ports: readonly T[],
    isKnown: (first: T, second: T) => boolean = () => false,
  ): void {
    for (const [first, second] of findOverlaps(ports)) {
      if (isKnown(first, second)) continue;
      problems.push({
        code: 'mapping-duplicate-port',
        message: `${second.text} names a port that ${first.text} at ${formatPlace(placeOf(first.offset))} names, too`,
        hint: 'name each port once',
        offset: second.offset,
      });
    }
  }

  function moves(ports: Tree | undefined): PortMove[] {
    return readPortEntries(entriesOf(ports), colonHint).flatMap(({ span, text, value, offset }): PortMove[] => {
      const to = readValue(value);
      if (to === undefined) return [];
      const problem = checkMove(span, to);
      if (problem !== undefined) problems.push({ ...problem, offset });
      return problem === undefined && takes(span, offset) ? expandMove(span, to, text, placeOf(offset)) : [];
    });
  }

  function port(tree: Tree | undefined): AssignedPort[] {
    return tree === undefined ? [] : assigned([{ value: tree }]);
  }

  function ports(tree: Tree | undefined): AssignedPort[] {
    if (tree?.kind === 'list') return assigned(tree.items.map((value) => ({ value })));
    return assigned(entriesOf(tree).map(({ key: name, value }) => ({ name, value })));
  }

  function assigned(entries: readonly { readonly name?: string; readonly value: Tree }[]): AssignedPort[] {
    const targets: Omit<PortEntry, 'value'>[] = [];
    const found = entries.flatMap(({ name, value }) => {
      const to = value.kind === 'map' ? readValue(entryOf(value, 'to')?.value) : readValue(value, moveHint);
      if (to === undefined || !takes(to, value.offset)) return [];
      targets.push({ span: to, text: formatPortSpan(to), offset: value.offset });
      return assign(name, to, value);
    });
    reportOverlaps(targets);
    return found;
  }

  /** The ports of one span, each once for each port that it replaces. */
  function assign(name: string | undefined, to: PortSpan, value: Tree): AssignedPort[] {
    const place = placeOf(value.offset);
    const replaced = itemsOf(entryOf(value, 'from')?.value).flatMap((item) => {
      const span = readValue(item);
      if (span === undefined) return [];
      const from = { ...span, protocol: span.protocol ?? to.protocol };
      const problem = checkMove(from, to);
      if (problem !== undefined) problems.push({ ...problem, offset: item.offset });
      return problem === undefined ? [from] : [];
    });
    const { first, last, protocol } = to;
    return (replaced.length === 0 ? [undefined] : replaced).flatMap((from) =>
      Array.from({ length: last - first + 1 }, (_, i) => ({
        port: first + i,
        name,
        from: from === undefined ? undefined : from.first + i,
        protocol: from?.protocol ?? protocol,
        place,
      })),
    );
  }

  function reserved(tree: Tree | undefined): Reservation[] {
    const entries =
      tree?.kind === 'list'
        ? tree.items.flatMap((value): TreeEntry[] =>
            value.kind === 'scalar' && value.value !== null && typeof value.value !== 'boolean'
              ? [{ key: String(value.value), offset: value.offset, value: tree }]
              : [],
          )
        : entriesOf(tree);
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

  return { moves, port, ports, reserved };
}
