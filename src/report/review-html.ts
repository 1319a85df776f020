import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type DiagnosticResult, toDiagnosticResult } from '../diagnostic.ts';
import { escapeHtml } from './escape-html.ts';
import { type MovedPort, type MoveOwners, movedPorts, type ReviewedFile } from './moved-ports.ts';
import type { Summary } from './result.ts';
import { reviewBlocks } from './review/blocks.ts';
import { type DrawRows, loadDiff } from './review/diff-rows.ts';
import { filterBar } from './review/filters.ts';
import { marksOf, type ReviewMark } from './review/marks.ts';
import { diagnosticList, notesRow } from './review/notes.ts';
import { SCRIPT } from './review/script.ts';
import { STYLE } from './review/style.ts';
import { counted, totals } from './words.ts';

/** What a review page is about. */
export interface ReviewRun {
  readonly files: readonly ReviewedFile[];
  /** What concerns the run as a whole. */
  readonly diagnostics: readonly DiagnosticResult[];
  readonly summary: Summary;
  /** Whose each move is. */
  readonly owners?: MoveOwners | undefined;
  /** How many unchanged lines stand around each place; 3 unless said otherwise. */
  readonly context?: number | undefined;
}

/** A file with its marks, and its number on the page. */
interface MarkedFile {
  readonly file: ReviewedFile;
  readonly marks: readonly ReviewMark[];
  readonly id: string;
}

const TITLE = 'Review of moved ports';

/**
 * A run as one HTML page for people: totals, services with their old and new ports, every change with
 * its diff and why it is made, what is left for review, warnings; filters and keys. The page loads
 * nothing, runs no script but its own, and shows names and contents of files as text whatever they are.
 */
export function reviewHtml(run: ReviewRun): string {
  const { files, diagnostics, summary, owners = new Map(), context = 3 } = run;
  const draw = loadDiff();
  const marked = files
    .map((file): Omit<MarkedFile, 'id'> => ({ file, marks: marksOf(file, owners) }))
    .filter(({ file, marks }) => marks.length > 0 || file.diagnostics.length > 0)
    .map((one, index): MarkedFile => ({ ...one, id: `file-${index}` }));
  const marks = marked.flatMap((one) => one.marks);
  const services = [...new Set(marks.flatMap((mark) => mark.services))].sort();
  const serviceIndex = new Map(services.map((name, index) => [name, index]));
  const style = diffStyle() + STYLE;
  return [
    ...head(style),
    '<body>',
    `<header><h1>${TITLE}</h1>`,
    `<p class="lead">${escapeHtml(totals(summary))}</p>`,
    servicesTable(movedPorts(files, owners), marked),
    diagnosticList(diagnostics),
    '</header>',
    filterBar(marks, serviceIndex),
    '<main class="d2h-auto-color-scheme">',
    ...marked.map((one) => fileSection(one, draw, serviceIndex, context)),
    ...(marked.length === 0 ? ['<p>No file has anything to show.</p>'] : []),
    '</main>',
    `<script>${SCRIPT}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function head(style: string): string[] {
  const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(SCRIPT)}'`;
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${TITLE}</title>`,
    `<style>${style}</style>`,
    '</head>',
  ];
}

/** As a content security policy names a script or a style: https://www.w3.org/TR/CSP3/#grammardef-hash-source */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** The style that comes with diff2html. */
function diffStyle(): string {
  return readFileSync(createRequire(import.meta.url).resolve('diff2html/bundles/css/diff2html.min.css'), 'utf8');
}

function servicesTable(ports: readonly MovedPort[], marked: readonly MarkedFile[]): string {
  if (ports.length === 0) return '';
  const ids = new Map(marked.map(({ file, id }) => [file.path, id]));
  const rows = ports.map(({ service, ports: moved, edits, review, paths }) => {
    const links = paths.map((path) => `<a href="#${ids.get(path)}"><code>${escapeHtml(path)}</code></a>`);
    const name = service === undefined ? '<span class="dim">every Dockerfile</span>' : escapeHtml(service);
    const cells = [
      `<td>${name}</td><td><strong>${escapeHtml(moved)}</strong></td>`,
      `<td class="count">${edits}</td><td class="count">${review}</td><td>${links.join('<br>')}</td>`,
    ];
    return `<tr>${cells.join('')}</tr>`;
  });
  const names = ['Service', 'Ports', 'Changes', 'For review', 'Dockerfiles'];
  const headers = names.map((text) => `<th scope="col">${text}</th>`).join('');
  return `<div class="scroll"><table class="services"><thead><tr>${headers}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table></div>`;
}

function fileSection(
  { file, marks, id }: MarkedFile,
  draw: DrawRows,
  serviceIndex: ReadonlyMap<string, number>,
  context: number,
): string {
  const { path, services = [], edits, review, before } = file;
  const counts = [counted(edits.length, 'change'), ...(review.length > 0 ? [`${review.length} for review`] : [])];
  const blocks = reviewBlocks(before, marks, context);
  const rows = blocks.length === 0 ? '' : draw(blocks, (line) => notesRow(line, serviceIndex, services));
  return [
    `<section class="file" id="${id}" aria-label="${escapeHtml(path)}">`,
    `<div class="head"><h2><a href="#${id}"><code>${escapeHtml(path)}</code></a></h2>`,
    ...services.map((service) => `<span class="badge service">${escapeHtml(service)}</span>`),
    `<span class="count">${counts.join(', ')}</span></div>`,
    diagnosticList(file.diagnostics.map(toDiagnosticResult)),
    ...(rows === '' ? [] : [`<table class="diff"><colgroup><col class="numbers"><col></colgroup>${rows}</table>`]),
    '</section>',
  ].join('\n');
}
