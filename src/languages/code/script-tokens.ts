import type { MappedText, Span } from '../../text/mapped-text.ts';
import { OPAQUE } from '../expansion.ts';
import { type QuoteRule, type ScriptSyntax, SIGNS } from './script-syntax.ts';

/** A word of a script, and where it stands in the code. */
export type Token = Span & { readonly at: MappedText } & (
    | { readonly kind: 'number' | 'name' | 'variable' | 'label' | 'symbol' | 'shell' }
    | { readonly kind: 'sign'; readonly sign: string; readonly spaced: boolean }
    | { readonly kind: 'string'; readonly inside: MappedText; readonly rule: QuoteRule }
    | { readonly kind: 'words'; readonly words: readonly MappedText[] }
  );

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };
const SHELL = /\$\{[A-Za-z_]\w*(?::?[-=+?](?:[^{}]|\{[^{}]*\})*)?\}|\$\([^()]*\)/y;
const NUMBER = /\d(?:\w|\.(?=\d))*/y;
const NAME = /[A-Za-z_]\w*(?:[?!](?=[(.\s]))?/y;
const DOTTED_NAME = /[A-Za-z_.][\w.]*/y;
const VARIABLE = /[$@%&]{1,2}[A-Za-z_]\w*|\$[0-9&!@_]/y;
const SPACE = /[ \t\r\f\v]+/y;
const INFIX = /%[\w|]+%/y;
const PLAIN: QuoteRule = { backslash: 'quotes', interpolates: 'no' };

/** Cuts a script into its words. What cannot be read is a sign of one character. */
export function tokensOf(code: MappedText, syntax: ScriptSyntax): Token[] {
  const text = code.text;
  const tokens: Token[] = [];
  let at = 0;
  let spaced = false;

  const match = (pattern: RegExp, from = at): string | undefined => {
    pattern.lastIndex = from;
    return pattern.exec(text)?.[0];
  };
  const push = (kind: Exclude<Token['kind'], 'sign' | 'string' | 'words'>, length: number, skipped = 0): void => {
    tokens.push({ kind, ...place(at + skipped, at + length) });
    at += length;
  };
  const place = (start: number, end: number): Span & { at: MappedText } => ({ start, end, at: code.slice(start, end) });
  const sign = (value: string, length: number): void => {
    tokens.push({ kind: 'sign', ...place(at, at + length), sign: value, spaced });
    at += length;
  };
  /** Whether an operand, not an operator, is due. */
  const atOperand = (): boolean => {
    const last = tokens.at(-1);
    if (last === undefined) return true;
    if (last.kind === 'sign') return ![')', ']', '}'].includes(last.sign);
    return (
      last.kind === 'label' ||
      (last.kind === 'name' && [...syntax.prefixes, ...syntax.separators].includes(last.at.text))
    );
  };
  const skipTo = (close: string, from: number): number => {
    const end = text.indexOf(close, from);
    return end === -1 ? text.length : end + close.length;
  };

  while (at < text.length) {
    const character = text.charAt(at);
    const space = match(SPACE);
    if (space !== undefined) {
      at += space.length;
      spaced = true;
      continue;
    }
    const start = at;
    const block = syntax.blockComments.find(([open]) => text.startsWith(open, at));
    const shell = match(SHELL);
    const quote = syntax.quotes[character];
    const number = match(NUMBER);
    const variable =
      syntax.sigils.includes(character) && (character === '$' || atOperand()) ? match(VARIABLE) : undefined;
    const word = match(syntax.dottedNames ? DOTTED_NAME : NAME);
    if (character === '\n') {
      if (syntax.newlineEnds && !(tokens.at(-1)?.kind === 'sign' && atOperand())) sign(';', 1);
      else at++;
    } else if (block !== undefined) at = skipTo(block[1], at + block[0].length);
    else if (isLineComment(text, at, syntax, atOperand())) at = Math.max(skipTo('\n', at) - 1, at + 1);
    else if (character === OPAQUE) push('shell', 1);
    else if (shell !== undefined) push('shell', shell.length);
    else if (quote !== undefined) at = readQuoted(at + 1, character, quote);
    else if (number !== undefined) pushNumber(number);
    else if (variable !== undefined && !(syntax.members.includes(character) && !atOperand()))
      push('variable', variable.length);
    else if (readQuoteWord()) continue;
    else if (word !== undefined && word !== '.') pushWord(word);
    else if (character === ':' && syntax.namedBy === ':' && atOperand() && /[A-Za-z_]/.test(text.charAt(at + 1))) {
      push('symbol', 1 + (match(NAME, at + 1)?.length ?? 0), 1);
    } else pushSign(character);
    spaced = false;
    if (at <= start) at = start + 1;
  }
  return tokens;

  function readQuoted(from: number, close: string, rule: QuoteRule): number {
    const end = closingOf(text, from, close);
    tokens.push({ kind: 'string', ...place(at, Math.min(end + 1, text.length)), inside: code.slice(from, end), rule });
    return Math.min(end + 1, text.length);
  }

  /** `8000L` is 8000. */
  function pushNumber(number: string): void {
    const suffix = syntax.dottedNames && /^\d+L$/.test(number) ? 1 : 0;
    tokens.push({ kind: 'number', ...place(at, at + number.length - suffix) });
    at += number.length;
  }

  function pushWord(word: string): void {
    const after = text.slice(at + word.length, at + word.length + 2);
    const last = tokens.at(-1);
    const inList = last?.kind === 'sign' && ['(', ',', '{', '['].includes(last.sign);
    const isLabel =
      syntax.namedBy === ':' && /^:(?!:)/.test(after) && (inList || (syntax.bareCalls === 'any' && /^:\s/.test(after)));
    if (!isLabel) push('name', word.length);
    else {
      push('label', word.length);
      at++;
    }
  }

  function pushSign(character: string): void {
    const infix = character === '%' && syntax.dottedNames ? match(INFIX) : undefined;
    const found =
      infix ?? SIGNS.find((candidate) => text.startsWith(candidate, at) && isSignOf(candidate, syntax)) ?? character;
    sign(found, found.length);
  }

  /** `qw(a b)`, `m/…/`, `s{…}{…}`, `%w[a b]`, `/…/` */
  function readQuoteWord(): boolean {
    if (syntax.quoteWords.length === 0 || !atOperand()) return false;
    const found = syntax.quoteWords.find(
      (candidate) => text.startsWith(candidate, at) && /[^\w\s=,;)]/.test(text.charAt(at + candidate.length)),
    );
    const kind = found?.replace('%', '') ?? (text.charAt(at) === '/' ? 'm' : undefined);
    if (kind === undefined) return false;
    const open = at + (found?.length ?? 0);
    if (text.startsWith('=>', open)) return false;
    const delimiter = text.charAt(open);
    const close = CLOSING[delimiter] ?? delimiter;
    let end = closingOf(text, open + 1, close);
    const inside = code.slice(open + 1, end);
    if (/^[wi]$|^qw$/.test(kind)) {
      const words = inside.split(/\s+/g).filter((item) => item.length > 0);
      tokens.push({ kind: 'words', ...place(at, Math.min(end + 1, text.length)), words });
    } else if (/^[qQ]/.test(kind) && kind !== 'qr') {
      const rule = kind === 'q' ? PLAIN : (syntax.quotes['"'] ?? PLAIN);
      tokens.push({ kind: 'string', ...place(at, Math.min(end + 1, text.length)), inside, rule });
    } else {
      if (/^(?:s|tr|y)$/.test(kind)) {
        const second = close === delimiter ? end + 1 : text.indexOf(delimiter, end) + 1;
        end = second === 0 ? text.length : closingOf(text, second, close);
      }
      tokens.push({ kind: 'words', ...place(at, Math.min(end + 1, text.length)), words: [] });
    }
    at = Math.min(end + 1, text.length);
    return true;
  }
}

/** `#` starts a comment only in front of a word; in Perl `$#a` and in PHP `#[` are something else. */
function isLineComment(text: string, at: number, syntax: ScriptSyntax, atOperand: boolean): boolean {
  const comment = syntax.lineComments.find((candidate) => text.startsWith(candidate, at));
  if (comment === undefined) return false;
  return comment !== '#' || atOperand || /\s/.test(text.charAt(at - 1)) || text.charAt(at - 1) === ';';
}

function isSignOf(sign: string, syntax: ScriptSyntax): boolean {
  if (['<-', '<<-', ':::'].includes(sign)) return syntax.assignments.includes('<-');
  if (sign === '?:' || sign === '?->') return syntax.choices.includes('?:');
  return true;
}

/** The offset of the closing character, or the end of the text. */
function closingOf(text: string, from: number, close: string): number {
  for (let at = from; at < text.length; at++) {
    if (text.charAt(at) === '\\') at++;
    else if (text.charAt(at) === close) return at;
  }
  return text.length;
}
