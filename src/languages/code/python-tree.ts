import type { MappedText, Span } from '../../text/mapped-text.ts';
import {
  type Assignment,
  type Entry,
  type Expression,
  type List,
  NOTHING,
  numberLiteral,
  type Program,
  plainText,
  type TextExpression,
} from './expression.ts';
import { fillBraces, fillFormat } from './format.ts';
import { readPythonString } from './python-string.ts';

/** A node of the tree that `@lezer/python` makes. */
export type PythonNode = ReturnType<typeof import('@lezer/python')['parser']['parse']>['topNode'];

/** What a reader needs beside the node. */
export interface PythonSource {
  readonly code: MappedText;
  readonly expansions: ReadonlyMap<number, Span>;
  readonly imports: Map<string, string>;
}

/** Reads the tree of a piece of Python. */
export function readPythonTree(top: PythonNode, code: MappedText, expansions: ReadonlyMap<number, Span>): Program {
  const imports = new Map<string, string>();
  return { body: readPython(top, { code, expansions, imports }), imports };
}

/** Reads one node. */
export function readPython(node: PythonNode, source: PythonSource): Expression {
  const children = childNodes(node);
  const read = (child: PythonNode | undefined): Expression =>
    child === undefined ? NOTHING : readPython(child, source);
  const at = source.code.slice(node.from, node.to);
  switch (node.name) {
    case 'Number':
      return numberLiteral(at);
    case 'String':
    case 'FormatString':
    case 'ContinuedString':
      return readPythonString(node, source);
    case 'VariableName':
      return readName(node, source);
    case 'None':
    case 'Boolean':
    case 'Comment':
      return NOTHING;
    case 'MemberExpression':
      return readMember(node, children, source);
    case 'CallExpression':
      return readCall(node, children, source);
    case 'BinaryExpression':
      return readBinary(children, source);
    case 'ConditionalExpression':
      return { kind: 'choice', options: [children[0], children[4]].map(read), condition: read(children[2]) };
    case 'ParenthesizedExpression':
    case 'AwaitExpression':
      return read(operands(children)[0]);
    case 'UnaryExpression':
      return { kind: 'computation', parts: operands(children).map(read) };
    case 'TupleExpression':
    case 'ArrayExpression':
    case 'SetExpression':
      return { kind: 'list', items: operands(children).map(read) };
    case 'DictionaryExpression':
      return readDictionary(children, source);
    case 'ArrayComprehensionExpression':
    case 'SetComprehensionExpression':
    case 'DictionaryComprehensionExpression':
    case 'ComprehensionExpression':
      return { kind: 'block', children: [...operands(children).map(read), ...readLoops(children, source)] };
    case 'ForStatement':
      return { kind: 'block', children: [...readLoops(children, source), read(children.at(-1))] };
    case 'AssignStatement':
    case 'NamedExpression':
      return readAssignment(children, source);
    case 'ParamList':
      return { kind: 'block', children: readDefaults(children, source) };
    case 'ImportStatement':
      readImport(children, source);
      return NOTHING;
    default:
      return { kind: 'block', children: children.map(read) };
  }
}

/** A name, or what the shell puts there. */
function readName(node: PythonNode, { code, expansions }: PythonSource): Expression {
  const at = code.slice(node.from, node.to);
  const expansion = expansions.get(node.from);
  if (expansion === undefined) return { kind: 'name', name: at.text, at };
  return plainText(code.slice(expansion.start, expansion.end));
}

function readMember(node: PythonNode, children: readonly PythonNode[], source: PythonSource): Expression {
  const [object, operator, key] = children;
  if (object === undefined || key === undefined) return NOTHING;
  const at = source.code.slice(node.from, node.to);
  const read = readPython(object, source);
  if (operator?.name === '.') return { kind: 'member', object: read, name: source.code.slice(key.from, key.to), at };
  const keys = children.slice(2).filter((child) => child.name !== ']');
  if (keys.length === 1) return { kind: 'index', object: read, key: readPython(key, source), at };
  const bounds = keys.map((child) => readPython(child, source));
  return { kind: 'block', children: [read, { kind: 'comparison', sides: bounds }] };
}

function readCall(node: PythonNode, children: readonly PythonNode[], source: PythonSource): Expression {
  const [calleeNode, list] = children;
  if (calleeNode === undefined) return NOTHING;
  const callee = readPython(calleeNode, source);
  const entries = list === undefined ? [] : readArguments(childNodes(list), source);
  if (callee.kind === 'member' && callee.object.kind === 'text' && callee.name.text === 'format') {
    const named = new Map(entries.flatMap(({ name, value }) => (name === undefined ? [] : [[name, value]])));
    const positional = entries.filter(({ name }) => name === undefined).map(({ value }) => value);
    return fillBraces(callee.object, positional, named);
  }
  return { kind: 'call', callee, arguments: entries, at: source.code.slice(node.from, node.to) };
}

function readArguments(children: readonly PythonNode[], source: PythonSource): Entry[] {
  if (children.some((child) => child.name === 'for')) {
    const parts = [...operands(children).map((child) => readPython(child, source)), ...readLoops(children, source)];
    return [{ name: undefined, value: { kind: 'block', children: parts } }];
  }
  const entries: Entry[] = [];
  for (const group of splitAt(children.slice(1), ',')) {
    const [first, assign, value] = group;
    if (first === undefined || first.name === ')') continue;
    if (assign?.name === 'AssignOp' && value !== undefined) {
      entries.push({ name: source.code.text.slice(first.from, first.to), value: readPython(value, source) });
    } else {
      entries.push(...operands(group).map((child) => ({ name: undefined, value: readPython(child, source) })));
    }
  }
  return entries;
}

function readBinary(children: readonly PythonNode[], source: PythonSource): Expression {
  const sides = operands(children).map((child) => readPython(child, source));
  const operator = children.find((child) => !operands(children).includes(child));
  const sign = operator === undefined ? '' : source.code.text.slice(operator.from, operator.to);
  const [left, right] = sides;
  if (left === undefined || right === undefined) return { kind: 'block', children: sides };
  if (operator?.name === 'or' || operator?.name === 'and') return { kind: 'choice', options: sides };
  if (
    operator?.name === 'CompareOp' ||
    operator?.name === 'in' ||
    operator?.name === 'not' ||
    operator?.name === 'is'
  ) {
    return { kind: 'comparison', sides };
  }
  if (sign === '+') return { kind: 'join', parts: sides };
  if (sign === '%' && left.kind === 'text') return formatted(left, right);
  return { kind: 'computation', parts: sides };
}

function formatted(format: TextExpression, value: Expression): TextExpression {
  if (value.kind === 'record') {
    const named = value.entries.flatMap((entry): [string, Expression][] =>
      entry.name === undefined ? [] : [[entry.name, entry.value]],
    );
    return fillFormat(format, [], new Map(named));
  }
  return fillFormat(format, value.kind === 'list' ? value.items : [value]);
}

function readDictionary(children: readonly PythonNode[], source: PythonSource): Expression {
  const entries = splitAt(children, ',').flatMap((group): Entry[] => {
    const [key, value] = operands(group);
    if (key === undefined) return [];
    const read = readPython(key, source);
    if (value === undefined) return [{ name: undefined, value: read }];
    const name =
      read.kind === 'text' ? read.parts.map((part) => ('kind' in part ? '' : part.text)).join('') : undefined;
    return [{ name, value: readPython(value, source) }];
  });
  return { kind: 'record', entries };
}

/** `for TARGET in SOURCE`, as often as it stands there. */
function readLoops(children: readonly PythonNode[], source: PythonSource): Expression[] {
  const loops: Expression[] = [];
  children.forEach((child, index) => {
    if (child.name !== 'for') return;
    const from = children.slice(index + 1).findIndex((other) => other.name === 'in') + index + 1;
    const values = children[from + 1];
    if (from <= index || values === undefined) return;
    const target = listOf(operands(children.slice(index + 1, from)).map((node) => readPython(node, source)));
    loops.push({ kind: 'loop', target, source: readPython(values, source) });
  });
  return loops;
}

/** `a = b = 1, 2` */
function readAssignment(children: readonly PythonNode[], source: PythonSource): Expression {
  const sides = splitAt(
    children.filter((child) => child.name !== 'TypeDef'),
    'AssignOp',
  ).map((side) => listOf(operands(side).map((child) => readPython(child, source))));
  const value = sides.at(-1) ?? NOTHING;
  const assignments = sides.slice(0, -1).map((target): Assignment => ({ kind: 'assignment', target, value }));
  const [only] = assignments;
  return assignments.length === 1 && only !== undefined ? only : { kind: 'block', children: assignments };
}

function readDefaults(children: readonly PythonNode[], source: PythonSource): Expression[] {
  return splitAt(children, ',').flatMap((group): Expression[] => {
    const assign = group.findIndex((child) => child.name === 'AssignOp');
    const [name] = operands(group);
    const value = group[assign + 1];
    if (assign === -1 || name === undefined || value === undefined) return [];
    return [{ kind: 'assignment', target: readPython(name, source), value: readPython(value, source) }];
  });
}

/** `import a.b as c`, `from a import b as c` */
function readImport(children: readonly PythonNode[], { code, imports }: PythonSource): void {
  const words = children.map((child) => code.text.slice(child.from, child.to));
  const start = words.indexOf('import') + 1;
  const module = words[0] === 'from' ? words.slice(1, start - 1).join('') : undefined;
  for (const item of splitAt(words.slice(start), ',')) {
    const as = item.indexOf('as');
    const name = item
      .slice(0, as === -1 ? undefined : as)
      .join('')
      .replace(/[()]/g, '');
    const local = as === -1 ? name : (item[as + 1] ?? name);
    if (module !== undefined) imports.set(local, `${module}.${name}`);
    else if (as !== -1) imports.set(local, name);
  }
}

function listOf(items: readonly Expression[]): Expression | List {
  const [only] = items;
  return items.length === 1 && only !== undefined ? only : { kind: 'list', items };
}

/** Without punctuation and key words, whose names in the grammar are themselves. */
function operands(children: readonly PythonNode[]): PythonNode[] {
  return children.filter((child) => /^[A-Z]/.test(child.name) && !/Op$|^(?:TypeDef|Comment)$/.test(child.name));
}

export function childNodes(node: PythonNode): PythonNode[] {
  const children: PythonNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

function splitAt<Item extends { name: string } | string>(items: readonly Item[], separator: string): Item[][] {
  const groups: Item[][] = [[]];
  for (const item of items) {
    if ((typeof item === 'string' ? item : item.name) === separator) groups.push([]);
    else groups.at(-1)?.push(item);
  }
  return groups;
}
