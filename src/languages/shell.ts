import { type Command, forEachChild, parse, type SyntaxNode, type Word, type WordPart } from 'unbash';
import { type MappedText, MappedTextBuilder } from '../text/mapped-text.ts';
import { OPAQUE } from './expansion.ts';

/** `NAME=value`, before a command or on its own. */
export interface ShellAssignment {
  readonly name: string;
  readonly value: MappedText;
}

export interface ShellRedirect {
  /** `>`, `>>`, `<`, … */
  readonly operator: string;
  readonly target: MappedText;
}

/** A simple command as the shell runs it, its words decoded. */
export interface ShellCommand {
  /** The program and its arguments; empty for assignments and redirects alone. */
  readonly words: readonly MappedText[];
  readonly assignments: readonly ShellAssignment[];
  readonly redirects: readonly ShellRedirect[];
  /** Bodies of heredocs and here-strings: what the command reads from its standard input. */
  readonly input: readonly MappedText[];
  /** The command that reads this one's output: `echo x | tee y`. */
  readonly pipedInto: ShellCommand | undefined;
}

/**
 * The simple commands of a shell script in the order of the text, those in lists, loops,
 * functions, subshells and substitutions as well.
 *
 * Words are decoded: quotes and escapes are gone, variables stay as written (`$PORT`), and what a
 * command substitution gives stands as one `OPAQUE` character. Tests (`[[ … ]]`), `for` lists and
 * `case` words come as commands named after their keyword. Never throws: what the shell would not
 * accept is read as far as it goes.
 */
export function readShell(script: MappedText): ShellCommand[] {
  const commands: ShellCommand[] = [];
  try {
    visit(parse(script.text), script, commands, undefined);
  } catch (error) {
    // Thousands of nested substitutions are more than the stack holds.
    if (!(error instanceof RangeError)) throw error;
  }
  return commands;
}

/** A substitution that gives the container's own name or address. */
const HOSTNAME = /^(?:\$\(|`)\s*(?:\/bin\/)?hostname\b/;

type Sink = ShellCommand[];

function visit(node: SyntaxNode, script: MappedText, sink: Sink, pipedInto: ShellCommand | undefined): void {
  switch (node.type) {
    case 'Pipeline': {
      let next = pipedInto;
      const read: ShellCommand[][] = [];
      for (const command of [...node.commands].reverse()) {
        const part: ShellCommand[] = [];
        visit(command, script, part, next);
        read.unshift(part);
        next = part[0];
      }
      sink.push(...read.flat());
      return;
    }
    case 'Command':
      sink.push(readCommand(node, script, pipedInto));
      break;
    case 'Redirected': {
      const redirects = node.redirects.flatMap((redirect) =>
        redirect.type === 'Redirect' && redirect.target !== undefined
          ? [{ operator: redirect.operator, target: decode(redirect.target, script) }]
          : [],
      );
      const inner: ShellCommand[] = [];
      visit(node.command, script, inner, pipedInto);
      sink.push(...inner.map((command) => ({ ...command, redirects: [...command.redirects, ...redirects] })));
      for (const redirect of node.redirects) visit(redirect, script, sink, undefined);
      return;
    }
    case 'For':
    case 'Select':
      sink.push(words('for', [node.name, ...(node.wordlist ?? [])], script));
      break;
    case 'Case':
      sink.push(words('case', [node.word, ...node.items.flatMap((item) => item.pattern)], script));
      break;
    case 'TestUnary':
      sink.push(words('test', [node.operand], script));
      break;
    case 'TestBinary':
      sink.push(words('test', [node.left, node.right], script));
      break;
    default:
      break;
  }
  // A script in escaped backticks has positions in a text of its own, which is not in the file.
  if (node.type === 'CommandExpansion' && node.script?.source !== undefined) return;
  forEachChild(node, (child) => visit(child, script, sink, pipesOn(node) ? pipedInto : undefined));
}

/** Whether what a node's commands print goes where the node's own output goes. */
function pipesOn(node: SyntaxNode): boolean {
  return /^(?:Subshell|BraceGroup|CompoundList|Statement|AndOr|If|Elif|While|For|Redirected|Script)$/.test(node.type);
}

function words(keyword: string, list: readonly Word[], script: MappedText): ShellCommand {
  const name = new MappedTextBuilder()
    .replace(keyword, script, list[0]?.pos ?? 0, list[0]?.pos ?? 0)
    .build('word', script);
  return {
    words: [name, ...list.map((word) => decode(word, script))],
    assignments: [],
    redirects: [],
    input: [],
    pipedInto: undefined,
  };
}

function readCommand(node: Command, script: MappedText, pipedInto: ShellCommand | undefined): ShellCommand {
  const assignments: ShellAssignment[] = [];
  const list: MappedText[] = node.name === undefined ? [] : [decode(node.name, script)];
  for (const item of node.prefix) {
    if (item.type !== 'Assignment') continue;
    const values = item.value.type === 'Word' ? [item.value] : item.value.elements;
    for (const value of values) assignments.push({ name: item.name, value: decode(value, script) });
  }
  for (const item of node.args) {
    list.push(item.type === 'Word' ? decode(item, script) : decodeArgument(item.pos, item.end, item.value, script));
  }
  const redirects: ShellRedirect[] = [];
  const input: MappedText[] = [];
  for (const redirect of node.redirects) {
    if (redirect.type === 'HereDoc') input.push(script.slice(redirect.body.pos, redirect.body.end).enter('heredoc'));
    else if (redirect.target === undefined) continue;
    else if (redirect.type === 'HereString') input.push(decode(redirect.target, script));
    else redirects.push({ operator: redirect.operator, target: decode(redirect.target, script) });
  }
  return { words: list, assignments, redirects, input, pipedInto };
}

/** An argument that looks like an assignment: `env PORT="80"`. */
function decodeArgument(
  pos: number,
  end: number,
  value: Word | { readonly type: 'ArrayValue' },
  script: MappedText,
): MappedText {
  if (value.type !== 'Word' || value.end !== end) return script.slice(pos, end).enter('shell word');
  return new MappedTextBuilder().copy(script, pos, value.pos).copy(decode(value, script)).build('shell word', script);
}

/** The value of a word, still pointing into the file. */
function decode(word: Word, script: MappedText): MappedText {
  if (word.parts === undefined && word.value === word.text) return script.slice(word.pos, word.end).enter('shell word');
  const decoded = new MappedTextBuilder();
  if (word.parts === undefined) decodeEscapes(decoded, script, word.pos, word.end, /[\s\S]/);
  else for (const part of word.parts) decodePart(decoded, part, script);
  return decoded.build('shell word', script);
}

/** Where the text in single quotes ends; the closing quote may be missing. */
function quotedEnd({ end }: WordPart, start: number, script: MappedText): number {
  return end > start && script.text[end - 1] === "'" ? end - 1 : end;
}

function decodePart(decoded: MappedTextBuilder, part: WordPart, script: MappedText): void {
  switch (part.type) {
    case 'SingleQuoted':
      decoded.copy(script, part.pos + 1, quotedEnd(part, part.pos + 1, script));
      return;
    case 'DoubleQuoted':
    case 'LocaleString':
      for (const child of part.parts) {
        if (child.type === 'Literal') decodeEscapes(decoded, script, child.pos, child.end, /[$`"\\\n]/);
        else decodePart(decoded, child, script);
      }
      return;
    case 'AnsiCQuoted':
      decodeAnsiC(decoded, script, part.pos + 2, quotedEnd(part, part.pos + 2, script));
      return;
    case 'CommandExpansion':
      decoded.replace(HOSTNAME.test(part.text) ? '$HOSTNAME' : OPAQUE, script, part.pos, part.end);
      return;
    case 'ArithmeticExpansion':
    case 'ProcessSubstitution':
      decoded.replace(OPAQUE, script, part.pos, part.end);
      return;
    case 'Literal':
      decodeEscapes(decoded, script, part.pos, part.end, /[\s\S]/);
      return;
    default:
      decoded.copy(script, part.pos, part.end);
  }
}

/** Drops the `\` before each character that `escapable` matches. */
function decodeEscapes(
  decoded: MappedTextBuilder,
  script: MappedText,
  start: number,
  end: number,
  escapable: RegExp,
): void {
  let plain = start;
  for (let i = script.text.indexOf('\\', start); i !== -1 && i + 1 < end; i = script.text.indexOf('\\', i + 2)) {
    const next = script.text.charAt(i + 1);
    if (!escapable.test(next)) continue;
    decoded.copy(script, plain, i);
    if (next !== '\n') decoded.replace(next, script, i, i + 2);
    plain = i + 2;
  }
  decoded.copy(script, plain, end);
}

const ANSI_C: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  v: '\v',
};

/** @see https://www.gnu.org/software/bash/manual/html_node/ANSI_002dC-Quoting.html */
function decodeAnsiC(decoded: MappedTextBuilder, script: MappedText, start: number, end: number): void {
  let plain = start;
  for (let i = script.text.indexOf('\\', start); i !== -1 && i + 1 < end; i = script.text.indexOf('\\', plain)) {
    decoded.copy(script, plain, i);
    const numeric = /^(?:x[0-9A-Fa-f]{1,2}|u[0-9A-Fa-f]{1,4}|[0-7]{1,3})/.exec(
      script.text.slice(i + 1, Math.min(end, i + 6)),
    )?.[0];
    const next = script.text.charAt(i + 1);
    const length = numeric?.length ?? 1;
    const code =
      numeric === undefined ? undefined : Number.parseInt(numeric.replace(/^[xu]/, ''), /^[xu]/.test(numeric) ? 16 : 8);
    decoded.replace(code === undefined ? (ANSI_C[next] ?? next) : String.fromCharCode(code), script, i, i + 1 + length);
    plain = i + 1 + length;
  }
  decoded.copy(script, plain, end);
}
