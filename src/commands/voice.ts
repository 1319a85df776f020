import type { Diagnostic, DiagnosticResult } from '../diagnostic.ts';
import { type ColorChoice, type Colors, colorsFor } from '../report/color.ts';
import { reportDiagnostics, type Verbosity } from '../report/terminal.ts';
import type { Surroundings } from './surroundings.ts';

/** The flags that say how much is said, and in which colours. */
export interface VoiceFlags {
  readonly color: ColorChoice;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/** One of the two streams that a command talks on. */
export interface Channel {
  readonly isTerminal: boolean;
  readonly colors: Colors;
}

/** How a command talks: results on standard output, what there is to say about them on standard error. */
export interface Voice {
  readonly verbosity: Verbosity;
  readonly stdout: Channel;
  readonly stderr: Channel;
  /** Says diagnostics on standard error. */
  report(diagnostics: readonly (Diagnostic | DiagnosticResult)[]): void;
}

/** The voice that flags ask for, and that the streams have room for. */
export function voiceOf(
  { color, quiet, verbose }: VoiceFlags,
  { stdout, stderr, env }: Pick<Surroundings, 'stdout' | 'stderr' | 'env'>,
): Voice {
  const channel = ({ isTTY = false }: { readonly isTTY?: boolean | undefined }): Channel => ({
    isTerminal: isTTY,
    colors: colorsFor({ choice: color, env, isTTY }),
  });
  const verbosity = quiet ? 'quiet' : verbose ? 'verbose' : 'normal';
  const forPeople = channel(stderr);
  return {
    verbosity,
    stdout: channel(stdout),
    stderr: forPeople,
    report(diagnostics) {
      stderr.write(reportDiagnostics(diagnostics, { verbosity, colors: forPeople.colors }));
    },
  };
}
