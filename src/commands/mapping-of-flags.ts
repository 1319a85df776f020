import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Diagnostic, DiagnosticError } from '../diagnostic.ts';
import { decode } from '../files/encoding.ts';
import { fileProblem } from '../files/errors.ts';
import { mappingFromArguments } from '../mapping/inline.ts';
import type { Mapping } from '../mapping/mapping.ts';

/** The flags that say which ports move. */
export interface MappingFlags {
  readonly map?: string | undefined;
  /** A plan, in whatever form; instead of a mapping. */
  readonly plan?: string | undefined;
  readonly port: readonly string[];
  readonly root?: string | undefined;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly ignore: boolean;
}

export interface GivenMapping {
  /** Undefined where no flag says anything. */
  readonly mapping: Mapping | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The mapping that `--map`, `--plan` and `--port` give together.
 *
 * @param paths where the Dockerfiles of a plan are looked for first
 * @throws {DiagnosticError} when a file cannot be read or is wrong, or when the flags contradict each other
 */
export async function mappingOfFlags(
  flags: MappingFlags,
  paths: readonly string[],
  cwd: string,
): Promise<GivenMapping> {
  const { map, plan, port, root, include, exclude, ignore } = flags;
  const given = mappingFromArguments(port);
  if (map !== undefined && plan !== undefined) {
    throw contradiction('two-plans', '--map and --plan both say where the services are to be', 'give one of them');
  }
  if (map === undefined && plan === undefined) {
    return { mapping: port.length === 0 ? undefined : given, diagnostics: [] };
  }
  if (plan === undefined) {
    const { parseMapping } = await import('../mapping/load.ts');
    return { mapping: together(parseMapping(readText(map ?? '', cwd), map ?? ''), given), diagnostics: [] };
  }
  const { loadPlan } = await import('../plan/load.ts');
  const read = await loadPlan(plan, { cwd, root, paths, include, exclude, noIgnore: !ignore });
  return { mapping: together(read.mapping, given), diagnostics: read.diagnostics };
}

function together(mapping: Mapping, given: Mapping): Mapping {
  const doubled = given.moves.find(({ from }) => mapping.moves.some((move) => move.from === from));
  if (doubled !== undefined) {
    throw contradiction('port-argument', `--port and the mapping both move ${doubled.from}`, 'keep one of them');
  }
  return { ...mapping, moves: [...mapping.moves, ...given.moves] };
}

function readText(file: string, cwd: string): string {
  try {
    const decoded = decode(readFileSync(resolve(cwd, file)));
    if (decoded.kind === 'problem') throw new DiagnosticError([{ ...decoded.problem, file }]);
    return decoded.text;
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    throw new DiagnosticError([fileProblem(error, 'read the mapping', file)]);
  }
}

function contradiction(code: string, message: string, hint: string): DiagnosticError {
  return new DiagnosticError([{ code, severity: 'error', message, hint }]);
}
