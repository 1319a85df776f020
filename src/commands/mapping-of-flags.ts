import { type Diagnostic, DiagnosticError } from '../diagnostic.ts';
import { readText } from '../files/read-text.ts';
import { mappingFromArguments } from '../mapping/inline.ts';
import type { Mapping } from '../mapping/mapping.ts';

/** The flags that say which ports move. */
export interface MappingFlags {
  readonly map?: string | undefined;
  /** A plan, in whatever form; instead of `map`. */
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
  if (plan !== undefined) {
    const { loadPlan } = await import('../plan/load.ts');
    const read = await loadPlan(plan, { cwd, root, paths, include, exclude, noIgnore: !ignore });
    return { mapping: together(read.mapping, given), diagnostics: read.diagnostics };
  }
  if (map === undefined) return { mapping: port.length === 0 ? undefined : given, diagnostics: [] };
  if (paths.length === 0 && include.length + exclude.length > 0) throw nothingIsWalked();
  const { parseMapping } = await import('../mapping/load.ts');
  return { mapping: together(parseMapping(readText(map, cwd, 'mapping'), map), given), diagnostics: [] };
}

/** The Dockerfiles are those that the mapping names: a glob that changed nothing would deceive. */
function nothingIsWalked(): DiagnosticError {
  return new DiagnosticError([
    {
      code: 'nothing-walked',
      severity: 'error',
      message: '--include and --exclude say what a walk takes, and the Dockerfiles of the mapping are not walked for',
      hint: 'name the folder to walk, such as "."',
    },
  ]);
}

function together(mapping: Mapping, given: Mapping): Mapping {
  const doubled = given.moves.find(({ from }) => mapping.moves.some((move) => move.from === from));
  if (doubled !== undefined) {
    const message = `--port and the mapping both move ${doubled.from}`;
    throw new DiagnosticError([{ code: 'port-argument', severity: 'error', message, hint: 'keep one of them' }]);
  }
  return { ...mapping, moves: [...mapping.moves, ...given.moves] };
}
