import type { CodeLanguage } from '../../knowledge/call.ts';
import { readName } from '../../knowledge/names.ts';
import type { Finding } from '../../occurrence.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { findAddresses, type Place } from '../address.ts';
import { findConnectionString } from '../connection-string.ts';
import { findInCall } from './calls.ts';
import { findInEntries } from './entries.ts';
import { environmentRead } from './environment.ts';
import { childrenOf, type Expression, type Program } from './expression.ts';
import { mergeFindings } from './merge.ts';
import { valueNamed } from './named.ts';
import { isOwnHostLiteral, otherAt, portAt } from './places.ts';
import { keyOf, scopeOf } from './scope.ts';
import { isComposition, type Reading, textsOf } from './texts.ts';

/** How the commands are read that code runs. Without it only the addresses in them are found. */
export interface CodeOptions {
  /** A command for the shell, as one text. */
  readonly script?: ((script: MappedText) => readonly Finding[]) | undefined;
  /** A program and its arguments. */
  readonly words?: ((words: readonly MappedText[]) => readonly Finding[]) | undefined;
}

/** Finds the ports of a program that a language's reader has read. */
export function findInCode(
  program: Program,
  code: MappedText,
  language: CodeLanguage,
  options: CodeOptions = {},
): Finding[] {
  const reading: Reading = {
    language,
    code,
    scope: scopeOf(program),
    parts: new Set(),
    reads: new Map(),
    effort: { left: 50_000 },
  };
  const findings: Finding[] = [];
  /** Ports that a text does not state; it may turn out that something is put behind it. */
  const implicit: { text: Expression; finding: Finding }[] = [];

  const visit = (expression: Expression, isPart: boolean): void => {
    const isText = isComposition(expression, reading);
    if (isText && !isPart) {
      for (const finding of textsOf(expression, reading).flatMap(findInText)) {
        if (finding.kind === 'port' && finding.implicit !== undefined) implicit.push({ text: expression, finding });
        else findings.push(finding);
      }
    }
    findings.push(...findAt(expression, reading, options));
    for (const child of childrenOf(expression)) visit(child, isText);
  };
  visit(program.body, false);

  const complete = implicit.filter(({ text }) => !reading.parts.has(text)).map(({ finding }) => finding);
  return mergeFindings([...findings, ...complete]).map((finding) => placed(finding, reading));
}

/** The ports in a string, which is a connection string or has addresses. */
function findInText(text: MappedText): Finding[] {
  const place: Place = { certainty: 'probable', reason: 'port= in a string' };
  return [...findAddresses(text), ...findConnectionString(text, place)];
}

/** What one expression says of the values right in it. */
function findAt(expression: Expression, reading: Reading, options: CodeOptions): Finding[] {
  switch (expression.kind) {
    case 'call':
      return [
        ...findInCall(expression, reading, options),
        ...fallbackOf(expression, reading),
        ...besideOwnHost(
          expression.arguments.flatMap(({ name, value }) => (name === undefined ? [value] : [])),
          reading,
        ),
      ];
    case 'list':
      return besideOwnHost(expression.items, reading);
    case 'record':
      return findInEntries(expression.entries, { certainty: 'probable', what: undefined }, reading);
    case 'assignment': {
      const name = nameOf(expression.target, reading);
      return name === undefined ? [] : valueNamed(name, expression.value, { certainty: 'probable' }, reading);
    }
    case 'choice':
      return expression.options.slice(1).flatMap((option, index) => {
        const name = expression.options
          .slice(0, index + 1)
          .map((before) => environmentName(before, reading))
          .find((read) => read !== undefined);
        return name === undefined ? [] : valueNamed(name, option, { certainty: 'probable', default: true }, reading);
      });
    case 'comparison':
      return compared(expression.sides, reading);
    case 'index':
      return otherAt(literal(expression.key), 'an index', reading);
    default:
      return [];
  }
}

/** The default in `os.getenv('PORT', 8095)`. */
function fallbackOf(expression: Expression, reading: Reading): Finding[] {
  const read = environmentRead(expression, reading.scope, reading.language);
  if (read?.fallback === undefined) return [];
  return valueNamed(read.name, read.fallback, { certainty: 'probable', default: true }, reading);
}

/** `('localhost', 8095)`, whatever takes it. */
function besideOwnHost(values: readonly Expression[], reading: Reading): Finding[] {
  return values.flatMap((value, index) => {
    if (value.kind === 'list' || !isOwnHostLiteral(values[index - 1])) return [];
    return portAt(value, { certainty: 'probable', reason: 'number behind a host' }, reading);
  });
}

function compared(sides: readonly Expression[], reading: Reading): Finding[] {
  const name = sides
    .map((side) => nameOf(side, reading))
    .find((known) => known !== undefined && readName(known)?.says === 'port');
  return sides.flatMap((side): Finding[] => {
    if (name !== undefined) return valueNamed(name, literal(side), { certainty: 'probable' }, reading);
    return side.kind === 'list'
      ? side.items.flatMap((item) => otherAt(literal(item), 'what something is compared with', reading))
      : otherAt(side.kind === 'number' ? side : literal(side), 'what something is compared with', reading);
  });
}

/** The expression where it is a literal number; what a name stands for is not meant. */
function literal(expression: Expression): Expression {
  return expression.kind === 'number' ? expression : { kind: 'block', children: [] };
}

/** The name that says what an expression is: that of a variable, a member or an environment variable. */
function nameOf(expression: Expression, reading: Reading): string | undefined {
  return environmentName(expression, reading) ?? keyOf(expression)?.split('.').at(-1);
}

function environmentName(expression: Expression, reading: Reading): string | undefined {
  return environmentRead(expression, reading.scope, reading.language)?.name;
}

/** A variable stands where the code reads it. */
function placed(finding: Finding, reading: Reading): Finding {
  if (finding.kind !== 'variable' || finding.at.toSource() !== undefined) return finding;
  return { ...finding, at: reading.reads.get(finding.name) ?? finding.at };
}
