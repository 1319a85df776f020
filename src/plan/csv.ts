import { Buffer } from 'node:buffer';
import type { Doubt, PlacedText, PlanDocument, PlanEntry, PlanProblem, UnreadLine } from './document.ts';
import { columnsOf } from './fields.ts';
import { unreadColumns } from './other-columns.ts';
import { readRow } from './row.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const HEADER_HINT = 'the first line names the columns, such as: service,port,dockerfile';

/**
 * Reads a plan as CSV. The first line names the columns, in any order; the delimiter is the one of
 * comma, semicolon, tab and bar that the first line has most of.
 *
 * @param text the decoded file
 */
export async function readCsvPlan(text: string): Promise<PlanDocument> {
  const records = await readRecords(text.replace(/^\uFEFF/, ' '));
  if ('code' in records) return { entries: [], unread: [], doubts: [], problems: [records] };
  const [header = [], ...rows] = records;
  const columns = columnsOf(header.map((cell) => cell.text));
  const missing = (['service', 'port'] as const).filter(
    (field) => !columns.fields.has(field) && !(field === 'service' && columns.fields.has('dockerfile')),
  );
  if (missing.length > 0) {
    const message = `no column is called ${missing.map((field) => `"${field}"`).join(' or ')}`;
    return { entries: [], unread: [], doubts: [], problems: [problem(message, header[0]?.offset ?? 0, HEADER_HINT)] };
  }
  const entries: PlanEntry[] = [];
  const unread: UnreadLine[] = unreadColumns(columns, header);
  const doubts: Doubt[] = [];
  const problems: PlanProblem[] = [];
  rows.forEach((cells, group) => {
    const row = readRow(
      columns,
      cells.map((cell) => ({ ...cell, offsetAt: (index: number) => cell.offset + index })),
    );
    if (row.kind === 'entry') {
      entries.push({ ...row.entry, group });
      problems.push(...row.unread.map(unreadCell));
    } else if (row.kind === 'wrong') problems.push(row.problem);
    else if (row.kind === 'unread') problems.push(unreadCell(row.line));
    else if (row.kind === 'words') unread.push(row.line);
    else if (row.kind === 'doubt') doubts.push(row.doubt);
  });
  return { entries, unread, doubts, problems };
}

/** The records that are not empty, or what is wrong with the text. */
async function readRecords(text: string): Promise<PlacedText[][] | PlanProblem> {
  const { parse, CsvError } = await import('csv-parse/sync');
  const bytes = Buffer.from(text);
  let [read, end] = [0, 0];
  const place = (value: string, upTo: number): PlacedText => {
    const start = end;
    end += bytes.subarray(read, upTo).toString().length;
    read = upTo;
    const found = text.lastIndexOf(value, end - value.length);
    // A value with doubled quotes does not stand in the text as it is.
    const offset = found >= start ? found : start + (/^[\s,;|"]*/.exec(text.slice(start, end))?.[0].length ?? 0);
    return { text: value.trim(), offset };
  };
  try {
    const records: PlacedText[][] = [];
    parse(text, {
      delimiter: delimiterOf(text),
      trim: true,
      relax_column_count: true,
      cast: (value, context) => {
        const cells = records[context.records] ?? [];
        records[context.records] = cells;
        cells.push(place(value, context.bytes));
        return value;
      },
    });
    return records.filter((cells) => cells.some((cell) => cell.text !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = error['lines'];
    const offset = lineStart(text, typeof line === 'number' ? line : 1);
    return problem(`this is not CSV: ${lowerFirst(error.message)}`, offset, 'check the quotes here and before');
  }
}

function delimiterOf(text: string): string {
  const [first = ''] = text.trimStart().split(/\r?\n/, 1);
  const counts = DELIMITERS.map((delimiter) => first.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function lineStart(text: string, line: number): number {
  let start = 0;
  for (let i = 1; i < line; i++) {
    const end = text.indexOf('\n', start);
    if (end === -1) break;
    start = end + 1;
  }
  return start;
}

function unreadCell({ reason, offset }: UnreadLine): PlanProblem {
  return problem(reason, offset, 'write one port, such as 8096, or leave it empty');
}

function problem(message: string, offset: number, hint: string): PlanProblem {
  return { code: 'plan-csv', message, hint, offset };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
