import type { CheckResult } from '../check/result.ts';
import type { DiagnosticResult } from '../diagnostic.ts';
import { checkFindings, type FindingPlace } from './check-findings.ts';
import { printable } from './printable.ts';

type Command = 'error' | 'warning' | 'notice';

/**
 * The workflow commands that make GitHub Actions annotate the places of a check. GitHub shows ten
 * of each kind for a step; all of them are in the log.
 *
 * Sources: https://docs.github.com/actions/reference/workflow-commands-for-github-actions,
 * https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts (escaping)
 */
export function githubText(result: CheckResult): string {
  const findings = checkFindings(result).map(({ level, rule, service, message, at }) =>
    command(level === 'error' ? 'error' : 'notice', at, `${rule}: ${service}`, message),
  );
  return [...result.diagnostics.map(diagnosticCommand), ...findings].join('');
}

function diagnosticCommand({ severity, code, message, hint, file, line, column }: DiagnosticResult): string {
  const kind = severity === 'info' ? 'notice' : severity;
  const at = file === null ? null : { file, line, column, endLine: null, endColumn: null };
  return command(kind, at, code, hint === null ? message : `${message} (${hint})`);
}

function command(kind: Command, at: FindingPlace | null, title: string, message: string): string {
  const where: [string, string | number | null][] =
    at === null
      ? []
      : [
          ['file', printable(at.file)],
          ['line', at.line],
          ['endLine', at.endLine],
          // Columns count only where the place is within one line.
          ['col', at.endLine === null || at.endLine === at.line ? at.column : null],
          ['endColumn', at.endLine === at.line ? at.endColumn : null],
        ];
  const properties = [...where, ['title', printable(title)] as const]
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${kind} ${properties.join(',')}::${escapeData(message.split('\n').map(printable).join('\n'))}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
