import { resolve } from 'node:path';
import type { PlanOptions } from '../plan/load.ts';
import type { Surroundings } from './surroundings.ts';
import { type VoiceFlags, voiceOf } from './voice.ts';

export interface PlanFlags extends VoiceFlags {
  /** `plan.md`, `plan.md#heading`, `plan.csv`, `ports.yaml`. */
  readonly file: string;
  /** Where Dockerfiles are looked for first. */
  readonly paths: readonly string[];
  readonly root?: string | undefined;
  readonly ignore: boolean;
}

/**
 * Runs `reberth plan show FILE`: prints how each line of a plan is understood, also where the plan
 * as a whole cannot be right.
 *
 * @returns the exit code: 0, 1 when there are lines that were not understood, 2 when it cannot be right
 * @throws {DiagnosticError} when the plan cannot be read
 */
export async function planShowCommand(flags: PlanFlags, around: Surroundings): Promise<number> {
  const { planText, showPlan } = await import('../plan/show.ts');
  const plan = await (await import('../plan/load.ts')).readPlan(flags.file, optionsOf(flags, around));
  const shown = showPlan(plan, around.cwd);
  around.stdout.write(planText(shown));
  // What was not understood is on stdout, with its text.
  voiceOf(flags, around).report(plan.diagnostics.filter(({ code }) => code !== 'plan-not-understood'));
  if (plan.diagnostics.some(({ severity }) => severity === 'error')) return 2;
  return shown.unread.length > 0 ? 1 : 0;
}

/**
 * Runs `reberth plan convert FILE`: prints a plan as a mapping in YAML, to be kept in the current
 * directory, or in the one of `--root`.
 *
 * @returns the exit code: 0
 * @throws {DiagnosticError} when the plan cannot be read
 */
export async function planConvertCommand(flags: PlanFlags, around: Surroundings): Promise<number> {
  const { convertPlan } = await import('../plan/convert.ts');
  const plan = await (await import('../plan/load.ts')).loadPlan(flags.file, optionsOf(flags, around));
  const folder = resolve(around.cwd, flags.root ?? '.');
  around.stdout.write(convertPlan(plan, { cwd: around.cwd, root: flags.root, folder }));
  voiceOf(flags, around).report(plan.diagnostics);
  return 0;
}

function optionsOf({ paths, root, ignore }: PlanFlags, { cwd }: Surroundings): PlanOptions {
  return { cwd, root, paths, noIgnore: !ignore };
}
