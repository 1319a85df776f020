import type { ScannedFile, ScannedPort, ScanResult } from '../scan/result.ts';
import type { Colors } from './color.ts';
import { csvText } from './csv.ts';
import { code, type ReportDocument, type Words } from './document.ts';
import { documentMarkdown } from './markdown.ts';
import { printable } from './printable.ts';
import { type TableCell, textTable } from './table.ts';
import type { Verbosity } from './terminal.ts';
import { counted } from './words.ts';

export interface ScanTextOptions {
  readonly verbosity: Verbosity;
  readonly colors: Colors;
}

/** What `scan` says on a terminal: a table for each Dockerfile with ports, what is shared, the totals. */
export function scanText(result: ScanResult, { verbosity, colors }: ScanTextOptions): string {
  const files = result.files.filter(({ ports }) => ports.length > 0);
  const head = [
    'LINE',
    'PORT',
    'PROTOCOL',
    'ROLE',
    'CERTAINTY',
    'INSTRUCTION',
    'STAGE',
    ...(verbosity === 'verbose' ? ['WHY'] : []),
  ];
  const rows = files.map(({ ports }) => ports.map((port) => portRow(port, verbosity, colors)));
  // One table, so that the columns of all files are aligned.
  const [header = '', ...lines] = textTable([head.map((text) => ({ text, style: colors.dim })), ...rows.flat()], '  ');
  const blocks: string[] = [];
  let next = 0;
  for (const [index, { path, service }] of files.entries()) {
    const count = rows[index]?.length ?? 0;
    const title = `${colors.bold(printable(path))} ${colors.dim(`(${printable(service)})`)}`;
    blocks.push([title, header, ...lines.slice(next, next + count)].join('\n'));
    next += count;
  }
  if (result.shared.length > 0 && verbosity !== 'quiet') {
    const shared = result.shared.map(({ port, holders }): TableCell[] => [
      { text: String(port) },
      { text: holders.map(({ file, line }) => `${file}:${line}`).join(', '), style: colors.dim },
    ]);
    blocks.push(['Ports of several Dockerfiles', ...textTable(shared, '  ')].join('\n'));
  }
  if (verbosity !== 'quiet') blocks.push(colors.bold(scanTotals(result)));
  return blocks.map((block) => `${block}\n`).join('\n');
}

function portRow(port: ScannedPort, verbosity: Verbosity, colors: Colors): TableCell[] {
  return [
    { text: `${port.line}:${port.column}`, style: colors.dim },
    { text: portWords(port), style: port.host === null ? colors.green : colors.dim },
    { text: port.protocol ?? '-' },
    { text: port.role },
    { text: port.certainty, style: port.certainty === 'exact' ? undefined : colors.yellow },
    { text: port.instruction },
    { text: port.stage ?? '-' },
    ...(verbosity === 'verbose' ? [{ text: port.reason, style: colors.dim }] : []),
  ];
}

/** `8095`, `8000-8010`, `80 (implied)`, `5432 of db`. */
function portWords({ port, last, implicit, host }: ScannedPort): string {
  const number = last === null ? String(port) : `${port}-${last}`;
  return `${number}${implicit ? ' (implied)' : ''}${host === null ? '' : ` of ${host}`}`;
}

function scanTotals({ summary }: ScanResult): string {
  const { files, filesWithPorts, ports } = summary;
  return `${counted(ports, 'port')} in ${filesWithPorts} of ${counted(files, 'Dockerfile')}.`;
}

const COLUMNS = [
  'file',
  'line',
  'column',
  'service',
  'stage',
  'port',
  'last',
  'implied',
  'protocol',
  'role',
  'certainty',
  'instruction',
  'host',
  'reason',
];

/** One row for each port, for spreadsheets and scripts; empty cells for what is not known. */
export function scanCsv({ files }: ScanResult): string {
  const rows = files.flatMap(({ path, service, ports }) =>
    ports.map((port) => [
      path,
      port.line,
      port.column,
      service,
      port.stage ?? '',
      port.port,
      port.last ?? '',
      port.implicit ? 'yes' : '',
      port.protocol ?? '',
      port.role,
      port.certainty,
      port.instruction,
      port.host ?? '',
      port.reason,
    ]),
  );
  return csvText(COLUMNS, rows);
}

/** The ports as Markdown, one section for each Dockerfile. */
export function scanMarkdown(result: ScanResult): string {
  return documentMarkdown(scanDocument(result));
}

function scanDocument(result: ScanResult): ReportDocument {
  const sections = result.files.filter(({ ports }) => ports.length > 0).map(fileSection);
  const shared = result.shared.map(({ port, holders }): Words[] => [
    [String(port)],
    holders.flatMap(({ file, line }, i): Words => [...(i === 0 ? [] : [', ']), code(`${file}:${line}`)]),
  ]);
  return {
    title: 'Ports',
    lead: [[scanTotals(result)]],
    sections: [
      ...sections,
      ...(shared.length === 0
        ? []
        : [
            {
              heading: 'Ports of several Dockerfiles',
              blocks: [{ kind: 'table' as const, head: ['Port', 'Where'], rows: shared }],
            },
          ]),
    ],
  };
}

function fileSection({ path, service, ports }: ScannedFile): ReportDocument['sections'][number] {
  const rows = ports.map((port): Words[] => [
    [String(port.line)],
    [portWords(port)],
    [port.protocol ?? '-'],
    [port.role],
    [port.certainty],
    [port.instruction],
    [port.stage ?? '-'],
    [port.reason],
  ]);
  const head = ['Line', 'Port', 'Protocol', 'Role', 'Certainty', 'Instruction', 'Stage', 'Why'];
  return { heading: `${path} (${service})`, blocks: [{ kind: 'table', head, rows }] };
}
