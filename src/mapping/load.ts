import { type Diagnostic, DiagnosticError } from '../diagnostic.ts';
import { byteOffsets } from '../files/offsets.ts';
import { buildMapping } from './build.ts';
import { errorAt, formatPlace, type Mapping, type Place } from './mapping.ts';
import { quote } from './quote.ts';
import { readYaml } from './read-yaml.ts';
import { shapeProblems } from './shape.ts';
import { entriesOf, type Problem, type Tree } from './tree.ts';

const EXAMPLE = 'services: { api: { dockerfile: api/Dockerfile, ports: { 8095: 8096 } } }';

/**
 * Reads a mapping: JSON where the file is called `.json`, else YAML 1.2, of which JSON is a part.
 *
 * @param text - The decoded file, with or without a byte order mark.
 * @param file - The file as the user knows it, for diagnostics.
 * @throws {DiagnosticError} With everything that is wrong with it, each at its line and column.
 */
export function parseMapping(text: string, file: string): Mapping {
  const source = text.replace(/^\uFEFF/, '').replace(/\r(?!\n)/g, '\n');
  const offsets = byteOffsets(source);
  const placeOf = (offset: number): Place => ({ file, ...offsets.position(offset) });
  const fail = (problems: readonly Problem[]): never => {
    throw new DiagnosticError(sortedDiagnostics(problems, placeOf));
  };

  const { tree, problems: syntax } = readYaml(source, /\.json$/i.test(file));
  if (syntax.length > 0) return fail(syntax);
  if (tree === undefined || (tree.kind === 'scalar' && tree.value === null)) return fail([emptyMapping(0)]);
  const problems: Problem[] = [...shapeProblems(tree), ...duplicateKeys(tree, placeOf)];
  const mapping = buildMapping(tree, file, placeOf, problems);
  if (problems.length > 0) return fail(problems);
  if (mapping.moves.length === 0 && mapping.services.length === 0) return fail([emptyMapping(tree.offset)]);
  return mapping;
}

function emptyMapping(offset: number): Problem {
  return {
    code: 'mapping-empty',
    message: 'the mapping names no service and no port',
    hint: `write, for example, ${EXAMPLE}`,
    offset,
  };
}

/** Keys that stand twice in one map, of which YAML would silently take one. */
function duplicateKeys(tree: Tree, placeOf: (offset: number) => Place): Problem[] {
  if (tree.kind === 'list') return tree.items.flatMap((item) => duplicateKeys(item, placeOf));
  const problems: Problem[] = [];
  const firsts = new Map<string, number>();
  for (const { key, offset, value } of entriesOf(tree)) {
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, offset);
    else {
      const message = `the key ${quote(key)} stands twice, first at ${formatPlace(placeOf(first))}`;
      problems.push({ code: 'mapping-duplicate-key', message, hint: 'keep one of them', offset });
    }
    if (key === '__proto__') {
      problems.push({
        code: 'mapping-unknown-key',
        message: `${quote(key)} cannot be a key`,
        hint: 'call it otherwise',
        offset,
      });
    }
    for (const problem of duplicateKeys(value, placeOf)) problems.push(problem);
  }
  return problems;
}

/** In the order of the file, each once: what an alias stands for is met at every alias. */
function sortedDiagnostics(problems: readonly Problem[], placeOf: (offset: number) => Place): Diagnostic[] {
  const known = new Set<string>();
  return [...problems]
    .sort((a, b) => a.offset - b.offset)
    .filter(({ offset, code, message }) => {
      const id = `${offset} ${code} ${message}`;
      return !known.has(id) && known.add(id);
    })
    .map(({ offset, code, message, hint }) => errorAt(placeOf(offset), code, message, hint));
}
