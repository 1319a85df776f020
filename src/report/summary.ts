import type { Colors } from './color.ts';
import { printable } from './printable.ts';
import type { EntryResult, FileResult, Summary } from './result.ts';
import { type Besides, counted, move, refusal, totals } from './words.ts';

/**
 * The line of `--format summary` for one file, such as
 * `app/Dockerfile: 3 edits: 8095 → 8096 (env, expose, listen); 1 item for review`.
 * Empty for a file with nothing to say.
 */
export function summaryLine(file: FileResult, colors: Colors): string {
  const errors = file.diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = file.diagnostics.filter(({ severity }) => severity === 'warning').length;
  const parts = [
    file.edits.length > 0 && `${counted(file.edits.length, 'edit')}: ${moves(file)}`,
    file.review.length > 0 && colors.magenta(`${counted(file.review.length, 'item')} for review`),
    warnings > 0 && colors.yellow(counted(warnings, 'warning')),
    errors > 0 && colors.red(counted(errors, 'error')),
  ].filter((part) => part !== false);
  return parts.length === 0 ? '' : `${colors.bold(printable(file.path))}: ${parts.join('; ')}\n`;
}

/**
 * The end of `--format summary`: what each entry of the mapping came to, and the totals.
 *
 * @param refused whether errors kept the whole run from being done
 */
export function summaryTotals(
  summary: Summary,
  colors: Colors,
  { refused = false, ...besides }: Besides & { readonly refused?: boolean } = {},
): string {
  const entries = summary.entries.map((entry) => entryLine(entry, colors));
  return `${[...entries, colors.bold((refused ? refusal : totals)(summary, besides))].join('\n')}\n`;
}

/** `8095 → 8096 (env, expose), 9000 → 9100 (expose)`, in the order of the file. */
function moves(file: FileResult): string {
  const roles = new Map<string, Set<string>>();
  for (const edit of file.edits) {
    const known = roles.get(move(edit)) ?? new Set();
    roles.set(move(edit), known.add(edit.role));
  }
  return [...roles].map(([ports, names]) => `${ports} (${[...names].join(', ')})`).join(', ');
}

function entryLine(entry: EntryResult, colors: Colors): string {
  const name = `${entry.service === null ? 'ports' : printable(entry.service)}: ${move(entry)}`;
  if (entry.edits === 0 && entry.review === 0) return `${name}: ${colors.yellow('matches nothing')}`;
  const review = entry.review > 0 ? `, ${counted(entry.review, 'item')} for review` : '';
  return `${name}: ${counted(entry.edits, 'edit')} in ${counted(entry.files, 'file')}${review}`;
}
