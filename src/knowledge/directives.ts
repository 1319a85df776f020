import { DATA_DIRECTIVES } from './directives/data.ts';
import type { ConfigProgram, Directive } from './directives/directive.ts';
import { NETWORK_DIRECTIVES } from './directives/network.ts';
import { WEB_DIRECTIVES } from './directives/web.ts';

export type { ConfigProgram, Directive, DirectiveValue } from './directives/directive.ts';

/** All directives that are known by name. */
export const DIRECTIVES: readonly Directive[] = [...WEB_DIRECTIVES, ...DATA_DIRECTIVES, ...NETWORK_DIRECTIVES];

let byName: ReadonlyMap<string, readonly Directive[]> | undefined;

/**
 * The directive of a program, or one that any program uses and that no two use differently.
 *
 * @param name the directive as written, perhaps with its first word behind a blank
 * @param program undefined where the format of the file is not known
 */
export function findDirective(name: string, program: ConfigProgram | undefined): Directive | undefined {
  const rows = index().get(name.toLowerCase()) ?? [];
  const own = rows.find((row) => row.in === program);
  if (own !== undefined || !isTelling(name)) return own;
  const [first] = rows;
  return rows.every((row) => row.value === first?.value) ? first : undefined;
}

/** A name that says by itself what it is for, in whatever file: `clientPort`, `http_port`; not `server`. */
function isTelling(name: string): boolean {
  return /[._ -]|[a-z][A-Z]|[A-Z]{2}[a-z]/.test(name.replace(/^-+/, ''));
}

function index(): ReadonlyMap<string, readonly Directive[]> {
  if (byName === undefined) {
    const rows = new Map<string, Directive[]>();
    for (const row of DIRECTIVES) {
      for (const name of row.names.map((name) => name.toLowerCase())) {
        rows.set(name, [...(rows.get(name) ?? []), row]);
      }
    }
    byName = rows;
  }
  return byName;
}
