import { walkOnTerminal } from '../interactive/terminal-walk.ts';
import { findConflicts } from '../mapping/conflicts.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { keptPorts } from '../run/kept-ports.ts';
import type { RunPlan } from '../run/run.ts';
import type { Surroundings } from './surroundings.ts';
import { type VoiceFlags, voiceOf } from './voice.ts';

export interface ChooseFlags extends VoiceFlags {
  /** How many unchanged lines are shown around each change. */
  readonly context: number;
}

/**
 * Asks which changes of a plan to make. The plan then holds just these, and says where they conflict.
 *
 * @throws {DiagnosticError} where there is no terminal, or the user breaks off
 */
export async function chooseChanges(
  plan: RunPlan,
  mapping: Mapping,
  flags: ChooseFlags,
  around: Surroundings,
): Promise<RunPlan> {
  const { colors } = voiceOf(flags, around).stderr;
  const files = await walkOnTerminal(plan.files, around, { colors, context: flags.context });
  const known = new Set(plan.diagnostics.map(({ message }) => message));
  const conflicts = findConflicts(mapping, keptPorts(files, mapping)).filter(({ message }) => !known.has(message));
  return { ...plan, files, diagnostics: [...plan.diagnostics, ...conflicts] };
}
