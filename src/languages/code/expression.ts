import type { MappedText } from '../../text/mapped-text.ts';

/**
 * What all the languages have in common, as far as ports are concerned.
 *
 * Each language has a reader that turns its code into this form; what a port is in it is then
 * decided in one place for all of them.
 */
export type Expression =
  | NumberLiteral
  | TextExpression
  | Name
  | Member
  | Index
  | Call
  | List
  | RecordExpression
  | Choice
  | Join
  | Computation
  | Comparison
  | Assignment
  | Loop
  | Block;

/** A number written in decimal digits and nothing else. */
export interface NumberLiteral {
  readonly kind: 'number';
  readonly at: MappedText;
}

/** A string, with the expressions that are put into it. A part of the shell's (`$PORT`) stays as it is written. */
export interface TextExpression {
  readonly kind: 'text';
  readonly parts: readonly (MappedText | Expression)[];
}

export interface Name {
  readonly kind: 'name';
  readonly name: string;
  readonly at: MappedText;
  /** The text that the shell takes for a variable of its own, if the code has none of that name: `$PORT`. */
  readonly shell?: MappedText | undefined;
}

/** `object.name` */
export interface Member {
  readonly kind: 'member';
  readonly object: Expression;
  readonly name: MappedText;
  readonly at: MappedText;
}

/** `object[key]` */
export interface Index {
  readonly kind: 'index';
  readonly object: Expression;
  readonly key: Expression;
  readonly at: MappedText;
}

/** A call, or the making of an object. */
export interface Call {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly arguments: readonly Entry[];
  readonly at: MappedText;
}

/** An argument or a member of a record; without a name where it counts by its position. */
export interface Entry {
  readonly name: string | undefined;
  readonly value: Expression;
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}

export interface RecordExpression {
  readonly kind: 'record';
  readonly entries: readonly Entry[];
}

/** One of several: `a || b`, `a ?? b`, `c ? a : b`. */
export interface Choice {
  readonly kind: 'choice';
  readonly options: readonly Expression[];
  /** What decides, where it is none of them. */
  readonly condition?: Expression | undefined;
}

/** What is put together to one text, or added up: `a + b`. */
export interface Join {
  readonly kind: 'join';
  readonly parts: readonly Expression[];
}

/** Arithmetic: the result is not what is written. */
export interface Computation {
  readonly kind: 'computation';
  readonly parts: readonly Expression[];
}

export interface Comparison {
  readonly kind: 'comparison';
  readonly sides: readonly Expression[];
}

/** `target = value`, also of a parameter's default. */
export interface Assignment {
  readonly kind: 'assignment';
  readonly target: Expression;
  readonly value: Expression;
}

/** `target` is each of what `source` holds. */
export interface Loop {
  readonly kind: 'loop';
  readonly target: Expression;
  readonly source: Expression;
}

/** Anything else, with what is in it. */
export interface Block {
  readonly kind: 'block';
  readonly children: readonly Expression[];
}

export const NOTHING: Block = { kind: 'block', children: [] };

/** Code as it was read. */
export interface Program {
  readonly body: Expression;
  /** Imported names and what they stand for: `r` for `urllib.request`. */
  readonly imports: ReadonlyMap<string, string>;
}

/** A number literal, or nothing where it is not written in plain decimal digits (`0x50`, `1e3`, `8_095`). */
export function numberLiteral(at: MappedText): Expression {
  return /^\d+$/.test(at.text) ? { kind: 'number', at } : NOTHING;
}

/** A text that is the same in the code as it is decoded. */
export function plainText(at: MappedText): TextExpression {
  return { kind: 'text', parts: [at] };
}

/** The text where it is written out, without anything put into it. */
export function constantText(expression: Expression | undefined): string | undefined {
  if (expression?.kind !== 'text') return undefined;
  let text = '';
  for (const part of expression.parts) {
    if ('kind' in part) return undefined;
    text += part.text;
  }
  return text;
}

/** The expressions right inside one. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'number':
    case 'name':
      return [];
    case 'text':
      return expression.parts.filter((part) => 'kind' in part);
    case 'member':
      return [expression.object];
    case 'index':
      return [expression.object, expression.key];
    case 'call':
      return [expression.callee, ...expression.arguments.map((argument) => argument.value)];
    case 'list':
      return expression.items;
    case 'record':
      return expression.entries.map((entry) => entry.value);
    case 'choice':
      return expression.condition === undefined ? expression.options : [...expression.options, expression.condition];
    case 'join':
    case 'computation':
      return expression.parts;
    case 'comparison':
      return expression.sides;
    case 'assignment':
      return [expression.target, expression.value];
    case 'loop':
      return [expression.target, expression.source];
    case 'block':
      return expression.children;
  }
}
