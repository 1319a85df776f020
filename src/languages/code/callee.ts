import type { CallRow, CodeLanguage } from '../../knowledge/call.ts';
import { calls } from '../../knowledge/calls.ts';
import { constantText, type Expression } from './expression.ts';
import { MAXIMUM_DEPTH, memberOf, type Scope } from './scope.ts';

const IMPORTING = new Set(['require', '__import__', 'import', 'importlib.import_module']);

/**
 * What is called, as a dotted path: `http.get` for `require('node:http').get`, `socket.socket.connect`
 * for `socket.socket().connect`.
 */
export function pathOf(expression: Expression, scope: Scope, depth = 0): string | undefined {
  if (depth > 4 * MAXIMUM_DEPTH) return undefined;
  switch (expression.kind) {
    case 'name':
      return scope.imports.get(expression.name) ?? aliasOf(expression.name, scope, depth) ?? expression.name;
    case 'member':
    case 'index': {
      const member = memberOf(expression);
      if (member === undefined) return undefined;
      const object = pathOf(member.object, scope, depth + 1);
      return object === undefined ? member.name : `${object}.${member.name}`;
    }
    case 'call':
      return importedBy(expression, scope) ?? pathOf(expression.callee, scope, depth + 1);
    default:
      return undefined;
  }
}

/** `const http = require('http')`, `env = os.environ` */
function aliasOf(name: string, scope: Scope, depth: number): string | undefined {
  const values = scope.definitions.get(name);
  const value = values?.[0];
  if (value === undefined || values?.length !== 1) return undefined;
  if (value.kind === 'call') return importedBy(value, scope);
  return value.kind === 'member' || value.kind === 'name' ? pathOf(value, scope, depth + MAXIMUM_DEPTH) : undefined;
}

function importedBy(expression: Expression, scope: Scope): string | undefined {
  if (expression.kind !== 'call' || expression.callee.kind === 'call') return undefined;
  const module = constantText(expression.arguments[0]?.value);
  if (module === undefined) return undefined;
  const callee = expression.callee;
  const name = callee.kind === 'name' ? callee.name : pathOf(callee, scope, MAXIMUM_DEPTH);
  return name !== undefined && IMPORTING.has(name) ? module.replace(/^node:/, '') : undefined;
}

/** Whether a path ends with a dotted name, by whole words. */
export function endsWith(path: string, name: string): boolean {
  return path === name || path.endsWith(`.${name}`);
}

export interface KnownCall {
  readonly row: CallRow;
  /** The name in the row that matched. */
  readonly name: string;
}

/** The row for what is called; where several match, the one that says most of the path. */
export function findCall(path: string, language: CodeLanguage): KnownCall | undefined {
  let found: KnownCall | undefined;
  for (const row of calls) {
    if (!row.languages.includes(language)) continue;
    for (const name of row.names) {
      if (endsWith(path, name) && name.length > (found?.name.length ?? 0)) found = { row, name };
    }
  }
  return found;
}
