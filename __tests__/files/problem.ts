import { type Diagnostic, DiagnosticError } from '../../src/diagnostic.ts';

/** The first diagnostic that a promise is rejected with. */
export async function problemOf(promise: Promise<unknown>): Promise<Diagnostic | undefined> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DiagnosticError)) throw new Error(`expected a DiagnosticError, got ${error}`);
  return error.diagnostics[0];
}
