import type { Diagnostic, DiagnosticResult, Severity } from '../diagnostic.ts';
import type { Colors } from './color.ts';
import { printable } from './printable.ts';
import type { EditResult, FileResult, LeftAlone, ReviewResult, Summary } from './result.ts';
import { type TableCell, textTable } from './table.ts';
import { type Besides, counted, move, refusal, totals } from './words.ts';

/** `quiet`: errors alone; `verbose`: the reason of every edit, too, and what was left alone. */
export type Verbosity = 'quiet' | 'normal' | 'verbose';

export interface ReportOptions {
  readonly verbosity: Verbosity;
  readonly colors: Colors;
  /** Makes a place of the file a link to it; see `linkerFor`. */
  readonly link?: ((text: string) => string) | undefined;
}

export interface ReportedFile extends FileResult {
  /** Only shown by `verbose`. */
  readonly leftAlone?: readonly LeftAlone[] | undefined;
}

/**
 * What stderr says about one file: its edits, what is left for review, its diagnostics. Places are
 * written `file:line:column`. Empty where there is nothing to say.
 *
 * @param file its `path` is shown as it is, for its diagnostics, too
 */
export function reportFile(file: ReportedFile, options: ReportOptions): string {
  const diagnostics = file.diagnostics.map((diagnostic) => ({ ...diagnostic, file: file.path }));
  if (options.verbosity === 'quiet') return reportDiagnostics(diagnostics, options);
  const lines: string[] = [];
  const leftAlone = options.verbosity === 'verbose' ? (file.leftAlone ?? []) : [];
  if (file.edits.length > 0 || leftAlone.length > 0) {
    lines.push(`${place(file.path, null, null, options)}: ${counted(file.edits.length, 'edit')}`);
  }
  const editRows = file.edits.map((edit) => editRow(edit, options));
  lines.push(...textTable(editRows, '  '));
  if (leftAlone.length > 0) {
    const leftAloneRows = leftAlone.map((item) => leftAloneRow(item, options.colors));
    lines.push('  left alone:', ...textTable(leftAloneRows, '  '));
  }
  for (const item of file.review) lines.push(...reviewLines(file.path, item, options));
  return text(lines) + reportDiagnostics(diagnostics, options);
}

/** Diagnostics as `file:line:column: error[code]: message`, each with its hint below it. */
export function reportDiagnostics(
  diagnostics: readonly (Diagnostic | DiagnosticResult)[],
  options: ReportOptions,
): string {
  const shown = diagnostics.filter(({ severity }) => options.verbosity !== 'quiet' || severity === 'error');
  return text(shown.flatMap((diagnostic) => diagnosticLines(diagnostic, options)));
}

/**
 * The totals, the last line on stderr; empty for `quiet`.
 *
 * @param refused whether errors kept the whole run from being done
 */
export function reportTotals(
  summary: Summary,
  { verbosity, colors }: ReportOptions,
  { refused = false, ...besides }: Besides & { readonly refused?: boolean } = {},
): string {
  return verbosity === 'quiet' ? '' : `${colors.bold((refused ? refusal : totals)(summary, besides))}\n`;
}

function editRow(edit: EditResult, { verbosity, colors }: ReportOptions): TableCell[] {
  const isSure = edit.certainty === 'exact' && verbosity !== 'verbose';
  return [
    { text: `${edit.line}:${edit.column}`, style: colors.dim },
    { text: edit.instruction },
    { text: move(edit), style: colors.green },
    { text: edit.role },
    {
      text: isSure ? '' : `${edit.certainty}: ${edit.reason}`,
      style: edit.certainty === 'exact' ? colors.dim : colors.yellow,
    },
  ];
}

function leftAloneRow({ line, column, port, reason }: LeftAlone, colors: Colors): TableCell[] {
  return [
    { text: `${line}:${column}`, style: colors.dim },
    { text: String(port) },
    { text: reason, style: colors.dim },
  ];
}

function reviewLines(path: string, item: ReviewResult, options: ReportOptions): string[] {
  const { colors } = options;
  const kind = colors.bold(colors.magenta(`review[${item.code}]`));
  const title = `${place(path, item.line, item.column, options)}: ${kind}: ${item.port} left as it is: `;
  return [...message(title, item.reason), ...hint(item.hint, colors)];
}

function diagnosticLines(diagnostic: Diagnostic | DiagnosticResult, options: ReportOptions): string[] {
  const { colors } = options;
  const { severity, code, file = null, line = null, column = null, hint: advice = null } = diagnostic;
  const where = file === null ? '' : `${place(file, line, column, options)}: `;
  const kind = colors.bold(severityStyle(severity, colors)(`${severity}[${code}]`));
  return [...message(`${where}${kind}: `, diagnostic.message), ...hint(advice, colors)];
}

function severityStyle(severity: Severity, colors: Colors): (text: string) => string {
  if (severity === 'error') return colors.red;
  return severity === 'warning' ? colors.yellow : colors.blue;
}

function place(file: string, line: number | null, column: number | null, { colors, link }: ReportOptions): string {
  const text = colors.bold([printable(file), line, column].filter((part) => part !== null).join(':'));
  return link === undefined ? text : link(text);
}

function hint(words: string | null, colors: Colors): string[] {
  return words === null ? [] : message(`  ${colors.cyan('hint')}: `, words);
}

/** A message of several lines goes on indented, so that no line of it passes for another message. */
function message(title: string, words: string): string[] {
  const [first = '', ...others] = words.split('\n').map(printable);
  return [title + first, ...others.map((line) => `    ${line}`)];
}

function text(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
