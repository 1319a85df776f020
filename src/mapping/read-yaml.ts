import type { CST, Document, Node, YAMLError, YAMLMap } from 'yaml';
import * as yaml from 'yaml';
import { quote } from './quote.ts';
import { listTree, mapTree, type Problem, plainValue, scalarTree, type Tree, type TreeEntry } from './tree.ts';

/** More nodes than this are not read through aliases: ten short lines can stand for billions. */
const MOST_ALIASED_NODES = 1_000_000;
const MOST_SYNTAX_PROBLEMS = 20;
/** Deeper collections are not read: the library recurses, and a mapping is four levels deep. */
const DEEPEST = 50;

const TOO_DEEP = {
  code: 'mapping-syntax',
  message: 'this is nested too deeply for a mapping',
  hint: 'check brackets and indentation here and before',
};
const SECOND_DOCUMENT = {
  code: 'mapping-syntax',
  message: 'a second document starts here',
  hint: 'take out the line ---, or make two files of it',
};

export interface ReadDocument {
  readonly tree: Tree | undefined;
  readonly problems: readonly Problem[];
}

/** Thrown and caught in this file, to leave the walk at the first problem that makes it pointless. */
class Stop extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/**
 * Reads YAML 1.2, of which JSON is a part, with anchors, aliases and merge keys.
 *
 * @param text - The document. Only `\n` and `\r\n` end a line.
 * @param json - Read JSON: text must be in double quotes.
 * @returns The tree, `undefined` for an empty document, and what is wrong with the document.
 */
export function readYaml(text: string, json: boolean): ReadDocument {
  const tokens = [...new yaml.Parser().parse(text)];
  const tooDeep = firstBelow(tokens, DEEPEST);
  if (tooDeep !== undefined) return { tree: undefined, problems: [{ ...TOO_DEEP, offset: tooDeep }] };
  const options = { schema: json ? 'json' : 'core', uniqueKeys: false, strict: true } as const;
  const [document, second] = new yaml.Composer(options).compose(tokens, true, text.length);
  if (document === undefined) return { tree: undefined, problems: [] };
  const errors = [...document.errors, ...document.warnings];
  if (errors.length > 0) return { tree: undefined, problems: syntaxProblems(text, errors) };
  if (second !== undefined) return { tree: undefined, problems: [{ ...SECOND_DOCUMENT, offset: second.range[0] }] };
  if (document.contents === null) return { tree: undefined, problems: [] };
  try {
    return { tree: readNode(document, json), problems: [] };
  } catch (error) {
    if (error instanceof Stop) return { tree: undefined, problems: [error.problem] };
    throw error;
  }
}

function readNode(document: Document, json: boolean): Tree {
  /** What each anchor stands for so far; `undefined` while its own node is being read. */
  const anchors = new Map<string, Tree | undefined>();
  let aliased = 0;

  function read(node: unknown, fallback: number): Tree {
    if (yaml.isAlias(node)) return readAlias(node.source, offsetOf(node, fallback));
    if (!yaml.isNode(node)) return scalarTree(null, fallback);
    const { anchor } = node;
    if (anchor !== undefined) anchors.set(anchor, undefined);
    const tree = readOwn(node, fallback);
    if (anchor !== undefined) anchors.set(anchor, tree);
    return tree;
  }

  function readOwn(node: Node, fallback: number): Tree {
    const offset = offsetOf(node, fallback);
    if (yaml.isMap(node)) return mapTree(readEntries(node), offset);
    if (yaml.isSeq(node)) {
      return listTree(
        node.items.map((item) => read(item, offset)),
        offset,
      );
    }
    if (!yaml.isScalar(node)) return scalarTree(null, fallback);
    const { value, source, type, tag } = node;
    if (type === 'PLAIN' && tag === undefined) {
      return scalarTree(plainValue(source ?? ''), source === '' ? fallback : offset);
    }
    const simple = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return scalarTree(simple ? value : null, offset);
  }

  function readAlias(name: string, offset: number): Tree {
    const target = anchors.get(name);
    if (target === undefined) {
      const message = anchors.has(name)
        ? `${quote(name)} is an alias within its own anchor`
        : `no anchor ${quote(name)} is before this alias`;
      throw new Stop({ code: 'mapping-alias', message, hint: 'write out what the alias is to stand for', offset });
    }
    aliased += target.size;
    if (aliased > MOST_ALIASED_NODES) {
      throw new Stop({
        code: 'mapping-alias',
        message: `the aliases up to ${quote(name)} stand for more than ${MOST_ALIASED_NODES.toLocaleString('en')} values`,
        hint: 'write the mapping with fewer aliases of aliases',
        offset,
      });
    }
    return target;
  }

  function readEntries(map: YAMLMap): TreeEntry[] {
    const own: TreeEntry[] = [];
    const merged: TreeEntry[] = [];
    for (const pair of map.items) {
      const offset = offsetOf(pair.key, 0);
      const key = readKey(pair.key, offset);
      const value = read(pair.value, offset);
      const isMerge = yaml.isScalar(pair.key) && pair.key.type === 'PLAIN' && pair.key.source === '<<';
      if (isMerge) merged.push(...mergedEntries(value));
      else own.push({ key, offset, value });
    }
    if (merged.length === 0) return own;
    const known = new Set(own.map(({ key }) => key));
    for (const entry of merged) {
      if (!known.has(entry.key)) own.push(entry);
      known.add(entry.key);
    }
    return own;
  }

  function readKey(node: unknown, offset: number): string {
    if (yaml.isScalar(node)) {
      const key = node.type === 'PLAIN' ? node.source : node.value;
      if (json && node.type === 'PLAIN') throw new Stop({ code: 'mapping-syntax', ...notJson(String(key)), offset });
      if (typeof key === 'string' && (node.type !== 'PLAIN' || key !== '')) {
        if (node.anchor !== undefined) anchors.set(node.anchor, scalarTree(key, offset));
        return key;
      }
    }
    throw new Stop({ code: 'mapping-syntax', message: 'a key must be plain text', hint: 'write KEY: VALUE', offset });
  }

  return read(document.contents, 0);
}

/** The entries of `<<: *base` and `<<: [*first, *second]`, the ones that win first. */
function mergedEntries(value: Tree): readonly TreeEntry[] {
  const maps = value.kind === 'list' ? value.items : [value];
  return maps.flatMap((map) => {
    if (map.kind === 'map') return map.entries;
    throw new Stop({
      code: 'mapping-syntax',
      message: '"<<" must name a map to take entries from',
      hint: 'write <<: *NAME, where &NAME stands before a map',
      offset: value.offset,
    });
  });
}

/** The offset of the first collection that is below `depth` others. */
function firstBelow(tokens: readonly CST.Token[], depth: number): number | undefined {
  let level: readonly (CST.Token | null | undefined)[] = tokens.map((token) =>
    token.type === 'document' ? token.value : token,
  );
  for (let i = 0; i <= depth; i++) {
    level = level.flatMap((token) =>
      token && 'items' in token ? token.items.flatMap((item) => [item.key, item.value]) : [],
    );
  }
  return level.find((token) => token && 'items' in token)?.offset;
}

function offsetOf(node: unknown, fallback: number): number {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  const start: unknown = Array.isArray(range) ? range[0] : undefined;
  return typeof start === 'number' ? start : fallback;
}

/** The first problem of each line: what follows a syntax error is mostly its consequence. */
function syntaxProblems(text: string, errors: readonly YAMLError[]): Problem[] {
  const problems: Problem[] = [];
  let end = -1;
  for (const error of [...errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    const offset = Math.min(error.pos[0], text.length);
    if (offset <= end) continue;
    const lineEnd = text.indexOf('\n', offset);
    end = lineEnd === -1 ? text.length : lineEnd;
    problems.push({ code: 'mapping-syntax', ...describeSyntax(error), offset });
    if (problems.length === MOST_SYNTAX_PROBLEMS) break;
  }
  return problems;
}

function describeSyntax({ code, message }: YAMLError): Pick<Problem, 'message' | 'hint'> {
  switch (code) {
    case 'TAB_AS_INDENT':
      return { message: 'a tab cannot indent YAML', hint: 'indent with spaces' };
    case 'TAG_RESOLVE_FAILED': {
      const unquoted = /^Unresolved plain scalar "(.*)"$/s.exec(message)?.[1];
      return unquoted === undefined ? { message: lowerFirst(message), hint: 'take the tag out' } : notJson(unquoted);
    }
    default:
      return { message: lowerFirst(message), hint: 'check indentation, quotes and brackets here and just before' };
  }
}

function notJson(text: string): Pick<Problem, 'message' | 'hint'> {
  return { message: `${quote(text)} is not JSON`, hint: 'put it in double quotes, or call the file .yaml' };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
