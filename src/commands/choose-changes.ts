import { walkOnTerminal } from '../interactive/terminal-walk.ts';
import { findConflicts, type Holder } from '../mapping/conflicts.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { type ColorChoice, colorsFor } from '../report/color.ts';
import type { PlannedFile, RunPlan } from '../run.ts';
import type { Surroundings } from './surroundings.ts';

export interface ChooseFlags {
  readonly color: ColorChoice;
  /** How many unchanged lines are shown around each change. */
  readonly context: number;
}

/**
 * Asks which changes of a plan to make. The plan then holds just these, and says where they conflict.
 *
 * @param holders - The ports that services keep.
 * @throws {DiagnosticError} where there is no terminal, or the user breaks off
 */
export async function chooseChanges(
  plan: RunPlan,
  mapping: Mapping,
  { color, context }: ChooseFlags,
  around: Surroundings,
  holders: (files: readonly PlannedFile[], mapping: Mapping) => readonly Holder[],
): Promise<RunPlan> {
  const colors = colorsFor({ choice: color, env: around.env, isTTY: around.stderr.isTTY === true });
  const files = await walkOnTerminal(plan.files, around, { colors, context });
  const known = new Set(plan.diagnostics.map(({ message }) => message));
  const conflicts = findConflicts(mapping, holders(files, mapping)).filter(({ message }) => !known.has(message));
  return { ...plan, files, diagnostics: [...plan.diagnostics, ...conflicts] };
}
