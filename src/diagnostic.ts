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

/** Ends a run with diagnostics for the user instead of a result. */
export class DiagnosticError extends Error {
  override readonly name = 'DiagnosticError';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((diagnostic) => diagnostic.message).join('\n'));
    this.diagnostics = diagnostics;
  }
}
