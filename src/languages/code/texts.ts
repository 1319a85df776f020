import type { CodeLanguage } from '../../knowledge/call.ts';
import { CONCATENATIONS, CONVERSION_METHODS, CONVERSIONS, FORMATTERS, OWN_NAME } from '../../knowledge/conversions.ts';
import { type MappedText, MappedTextBuilder } from '../../text/mapped-text.ts';
import { OPAQUE } from '../expansion.ts';
import { endsWith, pathOf } from './callee.ts';
import { environmentRead } from './environment.ts';
import type { Call, Expression, TextExpression } from './expression.ts';
import { fillFormat } from './format.ts';
import { keyOf, MAXIMUM_DEPTH, type Scope } from './scope.ts';

/** What is needed to say what an expression is as a text. */
export interface Reading {
  readonly language: CodeLanguage;
  readonly scope: Scope;
  /** The whole code: where what is not a text of the code is said to stand. */
  readonly code: MappedText;
  /** Texts that were found to be only a part of another text. */
  readonly parts: Set<Expression>;
  /** Where environment variables are read, by name. */
  readonly reads: Map<string, MappedText>;
  /** How many more expressions are looked at: an end for code that is not what it seems. */
  readonly effort: { left: number };
}

/** More is not a configuration but a program. */
const MAXIMUM_ALTERNATIVES = 16;

/**
 * All texts that an expression can be, as far as it is written out: a number is its digits, an
 * environment variable is `${NAME}`, and what is not known is {@link OPAQUE}.
 */
export function textsOf(expression: Expression, reading: Reading, depth = 0): MappedText[] {
  if (depth > MAXIMUM_DEPTH || reading.effort.left-- <= 0) return [opaque(reading)];
  const inner = (part: Expression): MappedText[] => textsOf(part, reading, depth + 1);
  switch (expression.kind) {
    case 'number':
      return [expression.at];
    case 'text':
      return textsOfText(expression, reading, depth);
    case 'choice':
      return expression.options.flatMap(inner).slice(0, MAXIMUM_ALTERNATIVES);
    case 'join':
      return isTextual(expression, reading)
        ? concatenate(
            expression.parts.map((part) => partTexts(part, reading, depth)),
            reading,
          )
        : [opaque(reading)];
    case 'block':
      return expression.children.length === 1 ? expression.children.flatMap(inner) : [opaque(reading)];
    default:
      return textsOfReference(expression, reading, depth);
  }
}

function textsOfReference(expression: Expression, reading: Reading, depth: number): MappedText[] {
  const key = keyOf(expression);
  const values = key === undefined ? undefined : reading.scope.definitions.get(key);
  if (values !== undefined) {
    return values.flatMap((value) => textsOf(value, reading, depth + 1)).slice(0, MAXIMUM_ALTERNATIVES);
  }
  const read = environmentRead(expression, reading.scope, reading.language);
  if (read !== undefined) {
    reading.reads.set(read.name, read.at);
    const value = variable(read.name, read.at);
    return read.fallback === undefined ? [value] : [value, ...textsOf(read.fallback, reading, depth + 1)];
  }
  if (expression.kind === 'name' && expression.shell !== undefined) return [expression.shell];
  if (expression.kind === 'call') return textsOfCall(expression, reading, depth);
  return [opaque(reading)];
}

function textsOfCall(call: Call, reading: Reading, depth: number): MappedText[] {
  const path = pathOf(call.callee, reading.scope);
  if (path === undefined) return [opaque(reading)];
  const is = (names: readonly string[]): boolean => names.some((name) => endsWith(path, name));
  if (is(OWN_NAME)) return [variable('HOSTNAME', call.at)];
  const [first, ...others] = call.arguments.map((argument) => argument.value);
  if (call.callee.kind === 'member' && is(CONVERSION_METHODS)) return textsOf(call.callee.object, reading, depth + 1);
  if (first === undefined) return [opaque(reading)];
  if (is(CONVERSIONS)) return textsOf(first, reading, depth + 1);
  if (is(CONCATENATIONS)) {
    return concatenate(
      [first, ...others].map((part) => partTexts(part, reading, depth)),
      reading,
    );
  }
  if (is(FORMATTERS) && first.kind === 'text') return textsOf(fillFormat(first, others), reading, depth + 1);
  return [opaque(reading)];
}

function textsOfText(expression: TextExpression, reading: Reading, depth: number): MappedText[] {
  const [first] = expression.parts;
  if (expression.parts.length === 1 && first !== undefined && !('kind' in first)) return [first];
  return concatenate(
    expression.parts.map((part) => ('kind' in part ? partTexts(part, reading, depth) : [part])),
    reading,
  );
}

/** As {@link textsOf}, for what is put together with something else. */
function partTexts(part: Expression, reading: Reading, depth: number): MappedText[] {
  const key = keyOf(part);
  const values = key === undefined ? [part] : (reading.scope.definitions.get(key) ?? []);
  for (const value of values) reading.parts.add(value);
  return textsOf(part, reading, depth + 1);
}

/** Every combination of the alternatives of the parts. */
function concatenate(parts: readonly MappedText[][], reading: Reading): MappedText[] {
  let combinations: MappedText[][] = [[]];
  for (const alternatives of parts) {
    combinations = combinations
      .flatMap((combination) => alternatives.map((alternative) => [...combination, alternative]))
      .slice(0, MAXIMUM_ALTERNATIVES);
  }
  return combinations.map((combination) => {
    const builder = new MappedTextBuilder();
    for (const text of combination) builder.copy(text);
    return builder.build('put together', reading.code);
  });
}

/** Whether `+` puts texts together here, and does not add numbers. */
function isTextual(expression: Expression, reading: Reading, seen = new Set<Expression>()): boolean {
  if (seen.has(expression)) return false;
  seen.add(expression);
  const inner = (part: Expression): boolean => isTextual(part, reading, seen);
  if (expression.kind === 'text') return true;
  if (expression.kind === 'join') return expression.parts.some(inner);
  if (expression.kind === 'choice') return expression.options.some(inner);
  if (environmentRead(expression, reading.scope, reading.language) !== undefined) return true;
  const key = keyOf(expression);
  if (key !== undefined) return reading.scope.definitions.get(key)?.some(inner) ?? false;
  if (expression.kind !== 'call') return false;
  const path = pathOf(expression.callee, reading.scope) ?? '';
  return ['str', 'String', 'toString', ...FORMATTERS].some((name) => endsWith(path, name));
}

/** Whether an expression is a text that is written here, or put together here. */
export function isComposition(expression: Expression, reading: Reading): boolean {
  if (expression.kind === 'text' || expression.kind === 'join') return true;
  if (expression.kind !== 'call') return false;
  const path = pathOf(expression.callee, reading.scope) ?? '';
  return [...FORMATTERS, ...CONCATENATIONS].some((name) => endsWith(path, name));
}

function opaque(reading: Reading): MappedText {
  return synthetic(OPAQUE, reading.code.slice(0, 0));
}

/** As the shell and the Dockerfile write it, which is what the readers of addresses know. */
function variable(name: string, at: MappedText): MappedText {
  return synthetic(`\${${name}}`, at);
}

function synthetic(text: string, at: MappedText): MappedText {
  return new MappedTextBuilder().replace(text, at, 0, at.length).build('value', at);
}
