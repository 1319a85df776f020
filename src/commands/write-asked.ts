import type { Diagnostic } from '../diagnostic.ts';
import { printable } from '../files/errors.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { bakeFile, rebuildScript } from '../report/rebuild.ts';
import type { PlannedFile, RunPlan } from '../run/run.ts';
import { completionOfRun } from './completion-of-run.ts';
import { rebuildOfRun, scriptFolder } from './rebuild-of-run.ts';
import { writeOutput, writeReports } from './write-output.ts';

/** The flags that ask for files beside the Dockerfiles. */
export interface AskedFlags {
  readonly report: readonly string[];
  readonly rebuildScript?: string | undefined;
  readonly bake?: string | undefined;
  readonly root?: string | undefined;
}

/** What such files are about. */
export interface RunToWrite {
  readonly plan: RunPlan;
  readonly mapping: Mapping;
  /** The files that changed, or would. */
  readonly changed: readonly PlannedFile[];
  readonly dryRun: boolean;
  readonly refused: boolean;
}

export interface Asked {
  readonly diagnostics: readonly Diagnostic[];
  /** Whether any of the files was written. */
  readonly wrote: boolean;
}

/** Writes the reports and build files that flags ask for. */
export function writeAsked(flags: AskedFlags, cwd: string, run: RunToWrite): Asked {
  const problems = [...reportsOf(flags, cwd, run)];
  const builds = [flags.rebuildScript, flags.bake].filter((file) => file !== undefined);
  const services = builds.length === 0 ? [] : rebuildOfRun(run.changed, run.mapping, { cwd, root: flags.root });
  if (services.length === 0) {
    const notes = builds.length === 0 || run.refused ? [] : [notBuilt(builds, run.changed)];
    return { diagnostics: [...problems, ...notes], wrote: flags.report.length > problems.length };
  }
  if (flags.rebuildScript !== undefined) {
    const script = rebuildScript(services, { folder: scriptFolder(flags.rebuildScript, cwd) });
    problems.push(...writeOutput(flags.rebuildScript, script, cwd, 0o755));
  }
  if (flags.bake !== undefined) problems.push(...writeOutput(flags.bake, bakeFile(services), cwd));
  return { diagnostics: problems, wrote: flags.report.length + builds.length > problems.length };
}

function reportsOf({ report }: AskedFlags, cwd: string, { plan, mapping, changed, dryRun }: RunToWrite): Diagnostic[] {
  if (report.length === 0) return [];
  return writeReports(report, completionOfRun(plan, mapping, { changed, written: !dryRun && changed.length > 0 }), cwd);
}

/** Says why there is nothing to build: nothing changed, or no service is known that is built of it. */
function notBuilt(files: readonly string[], changed: readonly PlannedFile[]): Diagnostic {
  const names = files.map(printable).join(' and ');
  const message = `${names} ${files.length === 1 ? 'is' : 'are'} not written`;
  const code = 'nothing-to-rebuild';
  if (changed.length === 0) return { code, severity: 'info', message: `${message}: no Dockerfile changes` };
  return {
    code,
    severity: 'warning',
    message: `${message}: no Dockerfile that changes is of a service`,
    hint: 'name the services that are built of them in a mapping',
  };
}
