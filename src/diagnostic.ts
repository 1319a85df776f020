export type Severity = 'error' | 'warning' | 'info';

/** One shape for errors, warnings and what is left for review. */
export interface Diagnostic {
  /** A stable, kebab-case name of the rule: `port-collision`. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** The file as the user knows it; undefined where no file is at fault. */
  readonly file?: string | undefined;
  /** 1-based. */
  readonly line?: number | undefined;
  /** 1-based, in UTF-16 code units. */
  readonly column?: number | undefined;
  /** What to do about it. */
  readonly hint?: string | undefined;
}

/** A diagnostic as reports and JSON have it: what is absent is `null`, so that all have the same keys. */
export interface DiagnosticResult {
  /** A stable, kebab-case name of the rule: `port-collision`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** `null` where no file is at fault. */
  readonly file: string | null;
  /** 1-based. */
  readonly line: number | null;
  /** 1-based, in UTF-16 code units. */
  readonly column: number | null;
  readonly hint: string | null;
}

/** A diagnostic in the shape of the reports. */
export function toDiagnosticResult(diagnostic: Diagnostic): DiagnosticResult {
  return {
    code: diagnostic.code,
    severity: diagnostic.severity,
    message: diagnostic.message,
    file: diagnostic.file ?? null,
    line: diagnostic.line ?? null,
    column: diagnostic.column ?? null,
    hint: diagnostic.hint ?? null,
  };
}

/** Ends a run with diagnostics for the user instead of a result. */
export class DiagnosticError extends Error {
  override readonly name = 'DiagnosticError';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((diagnostic) => diagnostic.message).join('\n'));
    this.diagnostics = diagnostics;
  }
}
