import { type Diagnostic, DiagnosticError } from '../../src/diagnostic.ts';

/** The diagnostics that an action ends with; fails the test where it ends otherwise. */
export function diagnosticsOf(action: () => unknown): readonly Diagnostic[] {
  try {
    action();
  } catch (error) {
    if (error instanceof DiagnosticError) return error.diagnostics;
    throw error;
  }
  throw new Error('nothing was wrong');
}

/** `LINE:COLUMN CODE MESSAGE` of each, for comparing many at once. */
export function linesOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`);
}
