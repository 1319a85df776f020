import type { DiagnosticResult } from '../diagnostic.ts';
import type { EditResult, EntryResult, FileResult, PlaceResult, ReviewResult, RunResult, Summary } from './result.ts';
import { escapeJson } from './safe-json.ts';

/** Gives the JSON of a run piece by piece, so that no run has to be held in memory as a whole. */
export interface JsonWriter {
  /** The text for one file; call it in the order of the files. */
  file(file: FileResult): string;
  /** The text for the rest, with the line feed at the end. */
  end(rest: Pick<RunResult, 'diagnostics' | 'summary'>): string;
}

/** The JSON text of a run: indented by 2, keys always in the same order, with a line feed at the end. */
export function jsonText(result: RunResult): string {
  const writer = jsonWriter();
  return result.files.map((file) => writer.file(file)).join('') + writer.end(result);
}

/** What the writer's calls return is, put together, the text that {@link jsonText} gives. */
export function jsonWriter(): JsonWriter {
  let before = '{\n  "version": 1,\n  "files": [';
  let isFirst = true;
  return {
    file(file) {
      const text = `${before}${isFirst ? '' : ','}\n    ${indented(ordered(file), 4)}`;
      before = '';
      isFirst = false;
      return text;
    },
    end({ diagnostics, summary }) {
      const close = `${before}${isFirst ? '' : '\n  '}],\n`;
      before = '';
      const ownDiagnostics = indented(diagnostics.map(orderedDiagnostic), 2);
      return `${close}  "diagnostics": ${ownDiagnostics},\n  "summary": ${indented(orderedSummary(summary), 2)}\n}\n`;
    },
  };
}

/** JSON as it reads within an object at that indent. */
function indented(value: unknown, indent: number): string {
  return escapeJson(JSON.stringify(value, null, 2)).replaceAll('\n', `\n${' '.repeat(indent)}`);
}

function ordered(file: FileResult): FileResult {
  return {
    path: file.path,
    edits: file.edits.map(orderedEdit),
    review: file.review.map(orderedReview),
    diagnostics: file.diagnostics.map(orderedDiagnostic),
  };
}

function orderedEdit(edit: EditResult): EditResult {
  const { line, column, offset, length, from, to } = edit;
  return { line, column, offset, length, from, to, ...orderedKind(edit), reason: edit.reason };
}

function orderedReview(item: ReviewResult): ReviewResult {
  const { line, column, offset, length, port, code, reason, hint } = item;
  return { line, column, offset, length, port, ...orderedKind(item), code, reason, hint };
}

function orderedKind(
  place: PlaceResult,
): Pick<PlaceResult, 'protocol' | 'role' | 'certainty' | 'transform' | 'instruction' | 'stage'> {
  const { protocol, role, certainty, transform, instruction, stage } = place;
  return { protocol, role, certainty, transform, instruction, stage };
}

function orderedDiagnostic({ code, severity, message, file, line, column, hint }: DiagnosticResult): DiagnosticResult {
  return { code, severity, message, file, line, column, hint };
}

function orderedSummary(summary: Summary): Summary {
  const { dryRun, filesRead, filesChanged, filesWritten, edits, review, warnings, errors, entries } = summary;
  return {
    dryRun,
    filesRead,
    filesChanged,
    filesWritten,
    edits,
    review,
    warnings,
    errors,
    entries: entries.map(orderedEntry),
  };
}

function orderedEntry({ service, from, to, protocol, files, edits, review }: EntryResult): EntryResult {
  return { service, from, to, protocol, files, edits, review };
}
