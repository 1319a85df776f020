import { childrenOf, constantText, type Expression, NOTHING, type Program } from './expression.ts';

/** What the names of a piece of code stand for. Blocks and functions make no scopes of their own. */
export interface Scope {
  readonly imports: ReadonlyMap<string, string>;
  /** All that is ever assigned to a name, or to a member such as `self.port`. */
  readonly definitions: ReadonlyMap<string, readonly Expression[]>;
}

/** Reads all assignments of a program. */
export function scopeOf(program: Program): Scope {
  const definitions = new Map<string, Expression[]>();
  const define = (target: Expression, value: Expression): void => {
    if (target.kind === 'list') {
      const values = value.kind === 'list' ? value.items : [];
      target.items.forEach((item, index) => {
        define(item, values[index] ?? NOTHING);
      });
      return;
    }
    const key = keyOf(target);
    if (key === undefined) return;
    const known = definitions.get(key);
    if (known === undefined) definitions.set(key, [value]);
    else known.push(value);
  };
  const visit = (expression: Expression): void => {
    if (expression.kind === 'assignment') define(expression.target, expression.value);
    if (expression.kind === 'loop') {
      const items = expression.source.kind === 'list' ? expression.source.items : [NOTHING];
      for (const item of items) define(expression.target, item);
    }
    for (const child of childrenOf(expression)) visit(child);
  };
  visit(program.body);
  return { imports: program.imports, definitions };
}

/** The name by which an expression can be looked up among the definitions. */
export function keyOf(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  const member = memberOf(expression);
  if (member === undefined) return undefined;
  const object = keyOf(member.object);
  return object === undefined ? undefined : `${object}.${member.name}`;
}

/** `object.name` and `object['name']` alike. */
export function memberOf(expression: Expression): { object: Expression; name: string } | undefined {
  if (expression.kind === 'member') return { object: expression.object, name: expression.name.text };
  if (expression.kind !== 'index') return undefined;
  const name = constantText(expression.key);
  return name === undefined ? undefined : { object: expression.object, name };
}

/** What an expression stands for: itself, or all that its name was ever assigned. */
export function resolve(expression: Expression, scope: Scope, seen = new Set<Expression>()): readonly Expression[] {
  if (seen.has(expression)) return [];
  seen.add(expression);
  if (expression.kind === 'choice') return expression.options.flatMap((option) => resolve(option, scope, seen));
  const key = keyOf(expression);
  const values = key === undefined ? undefined : scope.definitions.get(key);
  if (values === undefined) return [expression];
  return values.flatMap((value) => resolve(value, scope, seen));
}

/** Deep enough for code that people write; an end for `a = b; b = a`. */
export const MAXIMUM_DEPTH = 8;
