import { DiagnosticError } from '../../src/diagnostic.ts';

/** What a promise is rejected with. */
export async function problemsOf(promise: Promise<unknown>): Promise<DiagnosticError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DiagnosticError)) throw new Error(`expected a DiagnosticError, got ${error}`);
  return error;
}

export const codes = ({ diagnostics }: DiagnosticError): string[] => diagnostics.map(({ code }) => code);
