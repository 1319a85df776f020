import type { Table, TableRow } from 'mdast';
import type { Doubt, PlanEntry, PlanProblem, UnreadLine } from './document.ts';
import { columnsOf } from './fields.ts';
import { readInline, startOf } from './inline.ts';
import { unreadColumns } from './other-columns.ts';
import { type Cell, readRow } from './row.ts';

/** What a table says; nothing where it has no column of ports. */
export interface ReadTable {
  readonly entries: readonly PlanEntry[];
  readonly unread: readonly UnreadLine[];
  readonly doubts: readonly Doubt[];
  readonly problems: readonly PlanProblem[];
}

/** Reads a table with a column of ports and one of services or Dockerfiles, in any order. */
export function readTable(table: Table, source: string, nextGroup: () => number): ReadTable {
  const [header, ...rows] = table.children;
  const names = header === undefined ? [] : cellsOf(header, source);
  const columns = columnsOf(names.map(({ text }) => text));
  const entries: PlanEntry[] = [];
  const unread: UnreadLine[] = unreadColumns(columns, names);
  const doubts: Doubt[] = [];
  const problems: PlanProblem[] = [];
  if (!columns.fields.has('port')) return { entries, unread, doubts, problems };
  for (const row of rows) {
    const cells = cellsOf(row, source);
    const read = readRow(columns, cells);
    if (read.kind === 'entry') {
      entries.push({ ...read.entry, group: nextGroup() });
      unread.push(...read.unread);
    } else if (read.kind === 'wrong') problems.push(read.problem);
    else if (read.kind === 'unread' || read.kind === 'words') unread.push(read.line);
    else if (read.kind === 'doubt') doubts.push(read.doubt);
  }
  return { entries, unread, doubts, problems };
}

function cellsOf(row: TableRow, source: string): Cell[] {
  return row.children.map((cell): Cell => {
    const inline = readInline(cell.children, source, startOf(cell, startOf(row)));
    return { text: inline.text, spans: inline.spans, offset: inline.offsetAt(0), offsetAt: inline.offsetAt };
  });
}
