import type { Colors } from '../report/color.ts';
import { toFileResult } from '../report/from-plan.ts';
import { printable } from '../report/printable.ts';
import { textTable } from '../report/table.ts';
import { reportDiagnostics } from '../report/terminal.ts';
import { terminalDiff } from '../report/terminal-diff.ts';
import { counted } from '../report/words.ts';
import { applyEdits } from '../rewrite/edit.ts';
import type { PlannedDockerfile } from '../run/plan-dockerfile.ts';
import type { WalkHunk, WalkItem } from './items.ts';

/** The lines of a diff above its first hunk. */
const HEADER_LINES = 3;

/** The changes of a hunk as a diff; with the file's name where `isFirst` says that it is the first of the file. */
export function hunkText(
  file: PlannedDockerfile,
  { items }: WalkHunk,
  options: { readonly colors: Colors; readonly context: number; readonly isFirst: boolean },
): string {
  const after = applyEdits(
    file.before,
    items.map(({ edit }) => edit),
  );
  const diff = terminalDiff({ path: file.path, before: file.before, after }, options.colors, options.context);
  return options.isFirst ? `\n${diff}` : diff.split('\n').slice(HEADER_LINES).join('\n');
}

/** Why each change of a hunk would be made: where it stands, as what, how certain, and the reason. */
export function whyText(file: PlannedDockerfile, items: readonly WalkItem[], colors: Colors): string {
  const rows = items.map(({ edit, planned }) => {
    const { line, column } = file.offsets.position(edit.span.start);
    const { instruction, role, finding } = edit.occurrence;
    return [
      { text: `${line}:${column}`, style: colors.dim },
      { text: instruction },
      { text: `${edit.from} → ${edit.to}`, style: colors.green },
      { text: planned ? role : `${role}?`, style: colors.cyan },
      { text: finding.certainty, style: finding.certainty === 'exact' ? colors.green : colors.yellow },
      { text: finding.reason },
    ];
  });
  return `${textTable(rows, '  ').join('\n')}\n`;
}

/** What a walk came to, file by file, with its warnings and errors. */
export function outcomeText(files: readonly PlannedDockerfile[], colors: Colors): string {
  const changed = files.filter(({ edits }) => edits.length > 0);
  const lines = changed.map(({ path, edits }) => `  ${printable(path)}: ${counted(edits.length, 'edit')}\n`);
  const found = files.flatMap((file) => toFileResult(file).diagnostics);
  const title = changed.length === 0 ? 'Nothing is chosen.' : `Chosen in ${counted(changed.length, 'file')}:`;
  return `\n${colors.bold(title)}\n${lines.join('')}${reportDiagnostics(found, { verbosity: 'normal', colors })}`;
}
