import type { MappedText } from '../../text/mapped-text.ts';
import {
  constantText,
  type Entry,
  type Expression,
  NOTHING,
  numberLiteral,
  type Program,
  plainText,
} from './expression.ts';
import { readScriptString } from './script-strings.ts';
import { SCRIPT_SYNTAX, type ScriptLanguage } from './script-syntax.ts';
import { type Token, tokensOf } from './script-tokens.ts';

const COMPUTATIONS = ['+', '-', '*', '/', '%', '**', '<<', '>>', '&', '|', '^', '..', '...'];
const OPEN: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const END = [')', ']', '}', ';', ','];

/** Operators by how strongly they bind, the weakest first. */
type Level = 0 | 1 | 2 | 3 | 4 | 5;

/**
 * Reads a script as far as calls, names, values and operators go.
 *
 * Statements are told apart only where it matters; what is not understood is skipped word by word.
 */
export function readScript(code: MappedText, language: ScriptLanguage): Program {
  return { body: parse(code, language), imports: new Map() };
}

function parse(code: MappedText, language: ScriptLanguage): Expression {
  const syntax = SCRIPT_SYNTAX[language];
  const tokens = tokensOf(code, syntax);
  let index = 0;
  return { kind: 'block', children: entries(undefined, false).map((item) => item.value) };

  function peekSign(): string | undefined {
    const token = tokens[index];
    if (token?.kind === 'sign') return token.sign;
    return token?.kind === 'name' && isWordSign(token.at.text) ? token.at.text : undefined;
  }

  function isWordSign(word: string): boolean {
    return syntax.choices.includes(word) || syntax.comparisons.includes(word);
  }

  function isSeparator(token: Token | undefined): boolean {
    return token?.kind === 'name' && syntax.separators.includes(token.at.text);
  }

  /** What stands up to a closing bracket, or up to the end; in arguments and tables `=` can give a name. */
  function entries(close: string | undefined, named: boolean): Entry[] {
    const found: Entry[] = [];
    while (index < tokens.length) {
      const sign = peekSign();
      if (close !== undefined && sign === close) {
        index++;
        break;
      }
      const before = index;
      if (sign === ',' || sign === ';' || isSeparator(tokens[index])) index++;
      else found.push(entry(named));
      if (index === before) index++;
    }
    return found;
  }

  function entry(named: boolean): Entry {
    const token = tokens[index];
    if (token?.kind === 'label') {
      index++;
      return { name: token.at.text, value: expression(1) };
    }
    const key = expression(0);
    if (peekSign() === '=>') {
      index++;
      return { name: nameOf(key), value: expression(1) };
    }
    const isNamed = named && syntax.namedBy === '=' && key.kind === 'assignment' && key.target.kind === 'name';
    return isNamed ? { name: nameOf(key.target), value: key.value } : { name: undefined, value: key };
  }

  /** Operators of at least this level and their operands. */
  function expression(level: Level): Expression {
    let left = level === 5 ? operand() : expression(next(level));
    for (let sign = peekSign(); sign !== undefined; sign = peekSign()) {
      const spans = levelOf(sign);
      if (spans !== level) break;
      index++;
      left = combine(sign, left, level);
    }
    return left;
  }

  function levelOf(sign: string): Level | undefined {
    if (syntax.assignments.includes(sign)) return 1;
    if (sign === '?' || sign === '?:') return 2;
    if (syntax.choices.includes(sign)) return syntax.weakChoices.includes(sign) ? 0 : 3;
    if (syntax.comparisons.includes(sign)) return 4;
    return syntax.joins.includes(sign) || COMPUTATIONS.includes(sign) ? 5 : undefined;
  }

  function combine(sign: string, left: Expression, level: Level): Expression {
    if (level === 1) return { kind: 'assignment', target: left, value: expression(1) };
    if (sign === '?') {
      const yes = expression(1);
      if (peekSign() === ':') index++;
      return { kind: 'choice', options: [yes, expression(2)], condition: left };
    }
    const both = [left, level === 5 ? operand() : expression(next(level))];
    if (level === 4) return { kind: 'comparison', sides: both };
    if (level !== 5) return { kind: 'choice', options: both };
    return syntax.joins.includes(sign) ? { kind: 'join', parts: both } : { kind: 'computation', parts: both };
  }

  function operand(): Expression {
    const token = tokens[index];
    if (token === undefined) return NOTHING;
    if (token.kind === 'sign') {
      if (END.includes(token.sign)) return NOTHING;
      index++;
      const close = OPEN[token.sign];
      if (close !== undefined) return postfix(grouped(token.sign, entries(close, language === 'lua')), token.start);
      const inner = operand();
      return token.sign === '-' ? { kind: 'computation', parts: [inner] } : inner;
    }
    index++;
    if (token.kind === 'name' && syntax.prefixes.includes(token.at.text)) return operand();
    return postfix(primary(token), token.start);
  }

  function primary(token: Exclude<Token, { kind: 'sign' }>): Expression {
    switch (token.kind) {
      case 'number':
        return numberLiteral(token.at);
      case 'string':
        return readScriptString(token.inside, token.rule, language, (inner) => single(parse(inner, language)));
      case 'words':
        return { kind: 'list', items: token.words.map(plainText) };
      case 'shell':
      case 'symbol':
        return plainText(token.at);
      case 'variable':
        return {
          kind: 'name',
          name: token.at.text,
          at: token.at,
          shell: /^\$[A-Z_][A-Z0-9_]*$/.test(token.at.text) ? token.at : undefined,
        };
      case 'label':
      case 'name':
        return /^(?:null|nil|NULL|undef|NA|true|false|TRUE|FALSE)$/.test(token.at.text)
          ? NOTHING
          : { kind: 'name', name: token.at.text, at: token.at };
    }
  }

  /** Members, indices and arguments behind a value. */
  function postfix(operand: Expression, start: number): Expression {
    let value = operand;
    for (let token = tokens[index]; token !== undefined; token = tokens[index]) {
      const sign = token.kind === 'sign' ? token.sign : undefined;
      if (sign !== undefined && syntax.members.includes(sign)) {
        index++;
        value = member(value, start);
      } else if (sign === '(') {
        index++;
        value = call(value, entries(')', true), start);
      } else if (sign === '[' && !(token.kind === 'sign' && token.spaced)) {
        index++;
        value = { kind: 'index', object: value, key: single(grouped('[', entries(']', false))), at: since(start) };
      } else if (sign === '{' && value.kind === 'call' && syntax.namedBy === ':' && language === 'ruby') {
        index++;
        value = {
          ...value,
          arguments: [...value.arguments, { name: undefined, value: grouped('{', entries('}', false)) }],
        };
      } else if (
        sign === '{' &&
        token.kind === 'sign' &&
        !token.spaced &&
        language === 'perl' &&
        value.kind !== 'block'
      ) {
        index++;
        value = { kind: 'index', object: value, key: bareKey(entries('}', false)), at: since(start) };
      } else if (isBareCall(value, token)) {
        value = call(value, bareArguments(), start);
      } else break;
    }
    return value;
  }

  function member(object: Expression, start: number): Expression {
    const token = tokens[index];
    if (token?.kind === 'sign') {
      const close = OPEN[token.sign];
      if (close === undefined) return object;
      if (token.sign === '(') return object;
      index++;
      return { kind: 'index', object, key: bareKey(entries(close, false)), at: since(start) };
    }
    if (token === undefined) return object;
    index++;
    return { kind: 'member', object, name: token.at, at: since(start) };
  }

  function isBareCall(value: Expression, token: Token): boolean {
    if (value.kind !== 'name' && value.kind !== 'member') return false;
    if (value.kind === 'name' && /^[$@%&]/.test(value.name)) return false;
    if (syntax.bareCalls === 'text') return token.kind === 'string' || (token.kind === 'sign' && token.sign === '{');
    if (syntax.bareCalls === 'no' || token.kind === 'sign' || isSeparator(token)) return false;
    return !(token.kind === 'name' && isWordSign(token.at.text));
  }

  function bareArguments(): Entry[] {
    const found = [entry(true)];
    while (syntax.bareCalls === 'any' && peekSign() === ',') {
      index++;
      found.push(entry(true));
    }
    return found;
  }

  function call(callee: Expression, list: readonly Entry[], start: number): Expression {
    return { kind: 'call', callee, arguments: list, at: since(start) };
  }

  /** The code from an offset up to the last word that was read. */
  function since(start: number): MappedText {
    return code.slice(start, tokens[index - 1]?.end ?? start);
  }
}

function next(level: Exclude<Level, 5>): Level {
  return level === 0 ? 1 : level === 1 ? 2 : level === 2 ? 3 : level === 3 ? 4 : 5;
}

function grouped(open: string, entries: readonly Entry[]): Expression {
  const values = entries.map((entry) => entry.value);
  if (entries.some((entry) => entry.name !== undefined)) return { kind: 'record', entries };
  const [only] = values;
  if (open === '{') return { kind: 'block', children: values };
  if (open === '(' && values.length === 1 && only !== undefined) return only;
  return { kind: 'list', items: values };
}

/** The only thing in a group, or the group. */
function single(expression: Expression): Expression {
  const inside = expression.kind === 'block' ? expression.children : expression.kind === 'list' ? expression.items : [];
  const [only] = inside;
  return inside.length === 1 && only !== undefined ? only : expression;
}

/** In `$ENV{PORT}` the name is a text. */
function bareKey(entries: readonly Entry[]): Expression {
  const key = entries[0]?.value;
  if (key === undefined) return NOTHING;
  return key.kind === 'name' && !key.name.startsWith('$') ? plainText(key.at) : key;
}

function nameOf(key: Expression): string | undefined {
  return key.kind === 'name' ? key.name : constantText(key);
}
