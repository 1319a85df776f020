import {
  DockerfileParser,
  type Env,
  type Healthcheck,
  type Label,
  type ModifiableInstruction,
  type Onbuild,
  type From as ParsedFrom,
  type Instruction as ParsedInstruction,
} from 'dockerfile-ast';
import type { MappedText, Span } from '../text/mapped-text.ts';
import type { KnownInstruction } from './known-instructions.ts';
import type { Heredoc } from './lines.ts';
import { decodeWord, readExecForm } from './words.ts';

/** The keywords that Dockerfiles have; `COMMENT` stands for a comment. */
export const KEYWORDS = [
  'ADD',
  'ARG',
  'CMD',
  'COMMENT',
  'COPY',
  'ENTRYPOINT',
  'ENV',
  'EXPOSE',
  'FROM',
  'HEALTHCHECK',
  'LABEL',
  'MAINTAINER',
  'ONBUILD',
  'RUN',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
] as const;
export type Keyword = (typeof KEYWORDS)[number];

const BY_NAME = new Map<string, Keyword>(KEYWORDS.map((keyword) => [keyword, keyword]));

/** `--interval=5s` of an instruction. */
export interface Flag {
  readonly name: string;
  readonly value: MappedText;
}

/** A name and its value in ENV, ARG or LABEL, decoded. */
export interface Pair {
  readonly name: MappedText;
  /** Undefined for `ARG NAME` without a default. */
  readonly value: MappedText | undefined;
}

/** The shell that runs the shell form of an instruction. */
export type ShellKind = 'posix' | 'powershell' | 'cmd';

export interface Stage {
  /** 0 for the first FROM. */
  readonly index: number;
  readonly name: string | undefined;
  /** The image or stage that FROM names, as written. */
  readonly image: string;
  /** The earlier stage that this one starts from. */
  readonly parent: Stage | undefined;
}

export interface Instruction {
  /** Undefined for what no builder knows, and for what was passed over. */
  readonly keyword: Keyword | undefined;
  /** The place in the file's order, comments included. */
  readonly index: number;
  readonly span: Span;
  /** Undefined before the first FROM. */
  readonly stage: Stage | undefined;
  readonly shell: ShellKind;
  /** The whole instruction; for a comment the text from `#` on. */
  readonly text: MappedText;
  readonly flags: readonly Flag[];
  /** What follows the keyword and its flags. */
  readonly args: MappedText;
  /** The decoded strings of `["a", "b"]`; undefined for the shell form. */
  readonly exec: readonly MappedText[] | undefined;
  /** Of ENV, ARG and LABEL. */
  readonly pairs: readonly Pair[];
  readonly heredocs: readonly Heredoc[];
  /** The instruction inside: the trigger of ONBUILD, the CMD of HEALTHCHECK. */
  readonly inner: Instruction | undefined;
  /** Of FROM. */
  readonly from: From | undefined;
  /** What is known of its text, where it has been remembered. */
  readonly known: KnownInstruction | undefined;
}

/** What FROM names, as written. */
export interface From {
  readonly image: string;
  /** The name of the stage, in lower case. */
  readonly name: string | undefined;
}

/** What an instruction has from where it stands. */
export type Standing = Pick<Instruction, 'index' | 'span' | 'stage' | 'shell' | 'heredocs'>;

const EMPTY: readonly never[] = [];

/**
 * Reads one instruction, its lines already joined.
 *
 * @returns undefined when the text does not start with a keyword of a Dockerfile
 */
export function readInstruction(text: MappedText, escape: string, standing: Standing): Instruction | undefined {
  const word = /^\S+/.exec(text.text)?.[0] ?? '';
  const keyword = BY_NAME.get(word.toUpperCase());
  if (keyword === undefined || keyword === 'COMMENT') return undefined;
  const rest = text.slice(word.length).trim();
  // Where there is nothing but a keyword and its arguments, there is nothing to parse.
  const parsed = HAS_PARTS.has(keyword) || rest.text.startsWith('--') ? parseOne(text.text, escape) : undefined;
  if (parsed !== undefined && parsed.getKeyword() !== keyword) return undefined;

  const flags = parsed === undefined ? EMPTY : readFlags(parsed, text);
  const last = flags.at(-1);
  const args = last === undefined ? rest : text.slice(last.end).trim();
  return {
    index: standing.index,
    span: standing.span,
    stage: standing.stage,
    shell: standing.shell,
    heredocs: standing.heredocs,
    keyword,
    text,
    flags,
    args,
    exec: TAKES_EXEC_FORM.has(keyword) ? readExecForm(args) : undefined,
    pairs: keyword === 'ARG' ? readArgs(args, escape) : hasPairs(parsed) ? readPairs(parsed, text, escape) : EMPTY,
    inner: readInner(parsed, keyword, text, escape, standing),
    from: keyword === 'FROM' ? readFrom(parsed) : undefined,
    known: undefined,
  };
}

/** A comment, in the shape of an instruction. */
export function readComment(text: MappedText, standing: Standing): Instruction {
  return bareInstruction('COMMENT', text, standing);
}

/** An instruction of which no part is read. */
export function bareInstruction(keyword: Keyword | undefined, text: MappedText, standing: Standing): Instruction {
  // Written out, here and wherever many are made: engines copy an object much faster so than by spreading it.
  return {
    index: standing.index,
    span: standing.span,
    stage: standing.stage,
    shell: standing.shell,
    heredocs: standing.heredocs,
    keyword,
    text,
    flags: EMPTY,
    args: text,
    exec: undefined,
    pairs: EMPTY,
    inner: undefined,
    from: undefined,
    known: undefined,
  };
}

function readFrom(parsed: ParsedInstruction | undefined): From {
  const from = parsed as ParsedFrom | undefined;
  return { image: from?.getImage() ?? '', name: from?.getBuildStage()?.toLowerCase() };
}

const HAS_PARTS = new Set<Keyword>(['ENV', 'FROM', 'HEALTHCHECK', 'LABEL', 'ONBUILD']);
const TAKES_EXEC_FORM = new Set<Keyword>(['ADD', 'CMD', 'COPY', 'ENTRYPOINT', 'RUN', 'SHELL', 'VOLUME']);

/** The parser's positions are those of one line, as the text has no line breaks that it would see. */
function parseOne(text: string, escape: string): ParsedInstruction | undefined {
  const line = text.replace(/[\r\n]/g, ' ');
  const file = DockerfileParser.parse(escape === '\\' ? line : `# escape=${escape}\n${line}`);
  const [instruction, ...more] = file.getInstructions();
  return more.length === 0 ? instruction : undefined;
}

function readFlags(parsed: ParsedInstruction, text: MappedText): (Flag & { end: number })[] {
  if (!('getFlags' in parsed)) return [];
  return (parsed as ModifiableInstruction).getFlags().map((flag) => {
    const end = flag.getRange().end.character;
    const value = flag.getValueRange();
    return {
      name: flag.getName(),
      value: value === null ? text.slice(end, end) : text.slice(value.start.character, value.end.character),
      end,
    };
  });
}

function hasPairs(parsed: ParsedInstruction | undefined): parsed is Env | Label {
  return parsed !== undefined && 'getProperties' in parsed;
}

function readPairs(parsed: Env | Label, text: MappedText, escape: string): Pair[] {
  return parsed.getProperties().map((property) => {
    const name = property.getNameRange();
    const value = property.getValueRange();
    const decodedName = decodeWord(text.slice(name.start.character, name.end.character), escape);
    if (value === null) return splitQuotedPair(decodedName);
    return { name: decodedName, value: decodeWord(text.slice(value.start.character, value.end.character), escape) };
  });
}

/**
 * `ARG NAME`, `ARG NAME=default`, and several of them; there is no `ARG NAME default`.
 *
 * @see https://docs.docker.com/reference/dockerfile/#arg
 */
function readArgs(args: MappedText, escape: string): Pair[] {
  return [...args.text.matchAll(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\])+/g)].map((word) => {
    const decoded = decodeWord(args.slice(word.index, word.index + word[0].length), escape);
    return splitQuotedPair(decoded);
  });
}

/** `"NAME=value"`, quoted as a whole, which the parser takes for a name. */
function splitQuotedPair(pair: MappedText): Pair {
  const equals = pair.text.indexOf('=');
  if (equals === -1) return { name: pair, value: undefined };
  return { name: pair.slice(0, equals), value: pair.slice(equals + 1) };
}

function readInner(
  parsed: ParsedInstruction | undefined,
  keyword: Keyword,
  text: MappedText,
  escape: string,
  standing: Standing,
): Instruction | undefined {
  const start =
    keyword === 'ONBUILD'
      ? (parsed as Onbuild).getTriggerRange()?.start.character
      : keyword === 'HEALTHCHECK'
        ? startOfCheck(parsed as Healthcheck)
        : undefined;
  if (start === undefined || /^onbuild\s/i.test(text.text.slice(start, start + 8))) return undefined;
  return readInstruction(text.slice(start), escape, standing);
}

function startOfCheck(parsed: Healthcheck): number | undefined {
  const subcommand = parsed.getSubcommand();
  return subcommand?.getValue().toUpperCase() === 'CMD' ? subcommand.getRange().start.character : undefined;
}
