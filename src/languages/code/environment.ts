import type { CodeLanguage } from '../../knowledge/call.ts';
import { ENVIRONMENT } from '../../knowledge/environment-reads.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { endsWith, pathOf } from './callee.ts';
import { constantText, type Expression } from './expression.ts';
import { memberOf, type Scope } from './scope.ts';

/** An environment variable that code reads. */
export interface EnvironmentRead {
  readonly name: string;
  /** What is taken when it is not set. */
  readonly fallback: Expression | undefined;
  readonly at: MappedText;
}

/** The environment variable that an expression is the value of: `process.env.PORT`, `os.getenv('PORT', '8095')`. */
export function environmentRead(
  expression: Expression,
  scope: Scope,
  language: CodeLanguage,
): EnvironmentRead | undefined {
  const row = ENVIRONMENT.find((candidate) => candidate.language === language);
  if (row === undefined) return undefined;
  const is = (names: readonly string[], path: string | undefined): boolean =>
    path !== undefined && names.some((name) => endsWith(path, name));
  if (expression.kind === 'member' || expression.kind === 'index') {
    const member = memberOf(expression);
    if (member === undefined || !is(row.objects, pathOf(member.object, scope))) return undefined;
    return readOf(member.name, undefined, expression.at);
  }
  if (expression.kind === 'name') {
    const path = scope.imports.get(expression.name);
    const dot = path?.lastIndexOf('.') ?? -1;
    if (path === undefined || dot === -1 || !row.objects.includes(path.slice(0, dot))) return undefined;
    return readOf(path.slice(dot + 1), undefined, expression.at);
  }
  if (expression.kind !== 'call' || !is(row.functions, pathOf(expression.callee, scope))) return undefined;
  const [name, fallback] = expression.arguments;
  return readOf(constantText(name?.value), fallback?.value, expression.at);
}

function readOf(
  name: string | undefined,
  fallback: Expression | undefined,
  at: MappedText,
): EnvironmentRead | undefined {
  return name !== undefined && /^[A-Za-z_]\w*$/.test(name) ? { name, fallback, at } : undefined;
}
