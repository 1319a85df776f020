import { readName } from '../knowledge/names.ts';
import type { Finding } from '../occurrence.ts';
import { type MappedText, MappedTextBuilder } from '../text/mapped-text.ts';
import { findAddresses, readPort } from './address.ts';
import { findInToolArguments } from './arguments/tool.ts';
import { type ArgumentsPlace as CommandPlace, findInArguments } from './arguments.ts';
import type { CodeOptions } from './code/find.ts';
import { readEditor } from './config/editors.ts';
import { type CodeLanguage, findInConfig, type Readers } from './config.ts';
import { printedBy } from './echo.ts';
import { splitExpansions } from './expansion.ts';
import { hostsBeside } from './host-beside.ts';
import { findInJavaScript } from './javascript.ts';
import { findInNamedValue } from './named.ts';
import { baseName, commandWords, interpret, isNoProgram, isToolCall, rowsOf, unwrap } from './program.ts';
import { findInProse } from './prose.ts';
import { findInPython } from './python.ts';
import { findInScript } from './scripts.ts';
import { readPerlSubstitutions, readSed } from './sed.ts';
import { readShell, type ShellCommand } from './shell.ts';

/** `sed-patch` of the jlesage base images is sed that fails when nothing changes. */
const SED = new Set(['sed', 'gsed', 'sed-patch']);
const GREP = new Set(['grep', 'egrep', 'fgrep', 'rg']);

/** Deeper nesting of scripts in scripts is not read. */
const MAX_DEPTH = 20;

/** The ports in a shell script, in whatever languages its commands carry. Never throws. */
export function findInShell(script: MappedText, place: CommandPlace, depth = 0): Finding[] {
  // While the image is built, only what is written counts; later, a client's default port does as well.
  if (depth > MAX_DEPTH || (place.kind === 'run' && !/[\d$]|:\/\//.test(script.text))) return [];
  return readShell(script).flatMap((command) => findInCommand(command, place, depth));
}

/** The ports in a command given as a list of words: the exec form, or a command line in a config file. */
export function findInWords(words: readonly MappedText[], place: CommandPlace, depth = 0): Finding[] {
  return findInCommand({ words, assignments: [], redirects: [], input: [], pipedInto: undefined }, place, depth);
}

function findInCommand(command: ShellCommand, place: CommandPlace, depth: number): Finding[] {
  return [
    ...command.redirects.flatMap(({ target }) => readDevice(target)),
    ...readAssignments(command, optionsReader(place)),
    ...readWords(command.words, command, place, depth),
  ];
}

/** The variables that are set in front of a command; a host among them says whose port is beside it. */
function readAssignments({ assignments }: ShellCommand, options?: (value: MappedText) => Finding[]): Finding[] {
  if (assignments.length === 0) return [];
  const given = (): { name: string; value: string }[] =>
    assignments.map(({ name, value }) => ({ name, value: value.text }));
  const hostBeside = hostsBeside(given, options === undefined);
  return assignments.flatMap(({ name, value }) =>
    findInNamedValue({ name, value, what: 'variable', host: hostBeside(name), options }),
  );
}

/** `/dev/tcp/localhost/8095` of bash. */
function readDevice(target: MappedText): Finding[] {
  const match = /^\/dev\/(tcp|udp)\/([^/]*)\/([^/]+)$/.exec(target.text);
  if (match === null) return [];
  const [, protocol = '', host = '', port = ''] = match;
  return readPort(target.slice(target.length - port.length), {
    certainty: 'exact',
    reason: `/dev/${protocol} of the shell`,
    host,
  });
}

function readWords(given: readonly MappedText[], command: ShellCommand, place: CommandPlace, depth: number): Finding[] {
  const words = commandWords(given);
  const [first, ...args] = words;
  if (first === undefined) return scriptsIn(command, place, depth);
  if (depth > MAX_DEPTH) return [];
  if (/^\w+=/.test(first.text) && args.length > 0) return readWords(args, command, place, depth);

  if (isNoProgram(first.text)) return findInArguments('', words, [], place);
  const wrapped = unwrap(words);
  if (wrapped !== undefined && (wrapped.inner !== undefined || wrapped.scripts.length > 0)) {
    return [
      ...findInArguments(baseName(first.text), wrapped.own, wrapped.row === undefined ? [] : [wrapped.row], place),
      ...wrapped.scripts.flatMap((script) => findInShell(script.enter('shell script'), place, depth + 1)),
      ...(wrapped.inner === undefined ? [] : readWords(wrapped.inner, command, place, depth + 1)),
    ];
  }
  const interpreted = readInterpreter(words, command, place, depth);
  if (interpreted !== undefined) return interpreted;

  const program = baseName(first.text);
  return [
    ...(readEdit(program, args, place, depth) ??
      readWriter(program, args, command, place, depth) ??
      readProgram(first, args, place, depth)),
    ...readInput(command, place, depth),
  ];
}

function readInterpreter(
  words: readonly MappedText[],
  command: ShellCommand,
  place: CommandPlace,
  depth: number,
): Finding[] | undefined {
  const run = interpret(words);
  if (run === undefined) return undefined;
  const program = baseName(words[0]?.text ?? '');
  const found = findInArguments(program, run.own, [run.row], place);
  for (const code of run.code) found.push(...findInCode(code, run.language, place, depth));
  found.push(...findInArguments(program, run.rest, [], place));
  if (run.inner !== undefined) return [...found, ...readWords(run.inner, command, place, depth + 1)];
  if (run.code.length > 0) return found;
  for (const code of command.input) found.push(...findInCode(code, run.language, place, depth));
  return found;
}

function findInCode(code: MappedText, language: string, place: CommandPlace, depth: number): Finding[] {
  const nested: CodeOptions = {
    script: (script) => findInShell(script, place, depth + 1),
    words: (words) => findInWords(words, place, depth + 1),
  };
  switch (language) {
    case 'shell':
      return findInShell(code.enter('shell script'), place, depth + 1);
    case 'python':
      return findInPython(code.enter('Python'), nested);
    case 'javascript':
      return findInJavaScript(code.enter('JavaScript'), nested);
    case 'perl':
      return findInPerl(code.enter('Perl'), place, depth, nested);
    case 'php':
    case 'ruby':
    case 'lua':
    case 'r':
      return findInScript(code.enter(language), language, nested);
    default:
      return findAddresses(code);
  }
}

function findInPerl(code: MappedText, place: CommandPlace, depth: number, nested: CodeOptions): Finding[] {
  const substitutions = readPerlSubstitutions(code, undefined, readersFor(place, depth));
  return substitutions.length > 0 ? substitutions : findInScript(code, 'perl', nested);
}

/** `sed`, and other programs that edit a configuration file in place. */
function readEdit(
  program: string,
  args: readonly MappedText[],
  place: CommandPlace,
  depth: number,
): Finding[] | undefined {
  if (!SED.has(program)) return readEditor(program, args, readersFor(place, depth));
  const scripts: MappedText[] = [];
  const files: MappedText[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (arg === undefined) continue;
    const joined = /^(?:-[a-zA-Z]*e(?=.)|--expression=)/.exec(arg.text);
    if (/^(?:-[a-zA-Z]*e|--expression)$/.test(arg.text)) {
      const script = args[++i];
      if (script !== undefined) scripts.push(script);
    } else if (joined !== null && !/^-i/.test(arg.text)) scripts.push(arg.slice(joined[0].length));
    else if (!arg.text.startsWith('-') || arg.text === '-') files.push(arg);
  }
  const [first] = files;
  const written = scripts.length > 0 || first === undefined ? scripts : [first];
  const target = files.at(written === scripts ? 0 : 1)?.text;
  return written.flatMap((script) => readSed(script.enter('sed script'), target, readersFor(place, depth)));
}

/** `echo` and `printf`: what they print may become configuration, the input of a program, or is for people. */
function readWriter(
  program: string,
  args: readonly MappedText[],
  command: ShellCommand,
  place: CommandPlace,
  depth: number,
): Finding[] | undefined {
  if (program !== 'echo' && program !== 'printf') return undefined;
  const printed = printedBy(program, args);
  if (printed === undefined) return [];
  return readWritten(printed, command, place, depth);
}

/** A text that goes to a file, into another program, or to the terminal. */
function readWritten(text: MappedText, command: ShellCommand, place: CommandPlace, depth: number): Finding[] {
  const target = targetOf(command);
  if (target !== undefined) return configuration(text, target, place, depth);
  const reader = command.pipedInto;
  const run = reader === undefined ? undefined : interpret(reader.words);
  if (run !== undefined && run.inner === undefined && run.code.length === 0) {
    return findInCode(text, run.language, place, depth);
  }
  if (reader !== undefined) return readAnswers(text, place) ?? configuration(text, undefined, place, depth);
  return prose(text, place);
}

/** Lines that answer the questions of an installer: a number that is exposed is the port it asks for. */
function readAnswers(text: MappedText, place: CommandPlace): Finding[] | undefined {
  const lines = text.split(/\\+n|\n/g);
  if (lines.length < 2 || lines.some((line) => /[=:{}]|\s/.test(line.text.trim()))) return undefined;
  return lines.flatMap((line) =>
    place.exposed.has(Number(line.text))
      ? readPort(line, { certainty: 'probable', reason: 'an answer to an installer that equals an exposed port' })
      : [],
  );
}

function configuration(text: MappedText, target: string | undefined, place: CommandPlace, depth: number): Finding[] {
  return findInConfig(text, target, readersFor(place, depth));
}

/** How configuration reads the command lines and programs that stand in it. */
export function readersFor({ exposed }: CommandPlace, depth = 0): Readers {
  // Whatever is written into the image runs when the container does.
  const place: CommandPlace = { exposed, kind: 'start' };
  return {
    exposed: place.exposed,
    commands: (text) =>
      text.text.startsWith('-')
        ? optionsReader(place)(text)
        : findInShell(text.enter('command line'), place, depth + 1),
    code: (language: CodeLanguage, text) => findInCode(text, language, place, depth + 1),
  };
}

/** Where a command's output ends: `> file`, `| tee file`. */
function targetOf(command: ShellCommand): string | undefined {
  const written = command.redirects.find(
    ({ operator, target }) => operator.startsWith('>') && !/^(?:[12&]|\/dev\/)/.test(target.text),
  );
  if (written !== undefined) return written.target.text;
  const reader = command.pipedInto;
  if (reader === undefined) return undefined;
  const [program, ...args] = unwrap(reader.words)?.inner ?? reader.words;
  if (program === undefined) return undefined;
  const name = baseName(program.text);
  if (name === 'tee' || name === 'sponge') return args.find((arg) => !arg.text.startsWith('-'))?.text;
  return /^(?:cat|sed|tr|envsubst|base64|sort|awk)$/.test(name) ? targetOf(reader) : undefined;
}

/** Text for people: `echo "listening on 8095"`. */
function prose(text: MappedText, { exposed }: CommandPlace): Finding[] {
  const found = findInProse(text, exposed).map(
    (finding): Finding => (finding.kind === 'port' ? { ...finding, prose: true, role: 'comment' } : finding),
  );
  return /[A-Za-z]/.test(text.text) ? [...found, { kind: 'other', at: text, reason: 'text for people' }] : found;
}

/** Heredocs and here-strings of a program that is no interpreter. */
function readInput(command: ShellCommand, place: CommandPlace, depth: number): Finding[] {
  const name = baseName(command.words[0]?.text ?? '');
  const writes = /^(?:cat|tee|sponge|envsubst)$/.test(unwrap(command.words)?.inner?.[0]?.text ?? name);
  const teed = command.words.slice(1).find((word) => !word.text.startsWith('-'))?.text;
  return command.input.flatMap((text) => {
    if (name === 'tee') return configuration(text, teed, place, depth);
    return writes ? readWritten(text, command, place, depth) : configuration(text, undefined, place, depth);
  });
}

/** A heredoc without a program: a script for the shell, or for what its first line names. */
function scriptsIn(command: ShellCommand, place: CommandPlace, depth: number): Finding[] {
  return command.input.flatMap((text) => {
    const program = /^#!\s*(?:\S*\/env\s+(?:-\S+\s+)?)?(\S+)/.exec(text.text)?.[1];
    const language = program === undefined ? 'shell' : interpretedLanguage(program, text);
    return findInCode(text, language, place, depth);
  });
}

function interpretedLanguage(program: string, text: MappedText): string {
  const word = new MappedTextBuilder().replace(program, text, 0, 0).build('interpreter', text);
  return interpret([word])?.language ?? 'shell';
}

function readProgram(word: MappedText, args: readonly MappedText[], place: CommandPlace, depth: number): Finding[] {
  const path = word.text;
  const program = baseName(path);
  // Named like the program it starts, such as /etc/init.d/mysql.
  const isService = path.includes('/init.d/');
  if (program === '[' || program === 'test') return readTest(args);
  if (program === ':') return args.flatMap(readDefaults);
  if (isToolCall(path, args)) return findInToolArguments(program, args, place);
  if (GREP.has(program)) return findInArguments(program, args.map(withoutRegexEscapes), [], place);
  return findInArguments(program, args, isService ? [] : rowsOf(path), {
    ...place,
    programEnd: word.slice(word.length),
    readConfiguration: (text, file) => configuration(text, file, place, depth),
  });
}

/** The address that a regular expression such as `0\\.0\\.0\\.0:80` matches. */
function withoutRegexEscapes(pattern: MappedText): MappedText {
  if (!pattern.text.includes('\\')) return pattern;
  const plain = new MappedTextBuilder();
  let start = 0;
  for (const { index } of pattern.text.matchAll(/\\(?=[.:[\]*+?])/g)) {
    plain.copy(pattern, start, index);
    start = index + 1;
  }
  return plain.copy(pattern, start).build('regular expression', pattern);
}

/** `[ "$PORT" = 443 ]`: a number that a port is compared with is a port. */
function readTest(args: readonly MappedText[]): Finding[] {
  const says = args.some((arg) => {
    const [only, ...more] = splitExpansions(arg);
    return only?.kind === 'expansion' && more.length === 0 && readName(only.name)?.says === 'port';
  });
  return args.flatMap((arg): Finding[] => {
    if (!/^\d+$/.test(arg.text)) return findAddresses(arg);
    if (says) return readPort(arg, { certainty: 'probable', reason: 'compared with a variable that says port' });
    return [{ kind: 'other', at: arg, reason: 'a number that is compared' }];
  });
}

/** `: "${PORT:=8095}"`, which gives variables their values where they have none. */
function readDefaults(arg: MappedText): Finding[] {
  return splitExpansions(arg).flatMap((part) =>
    part.kind === 'expansion' && part.fallback !== undefined
      ? findInNamedValue({ name: part.name, value: part.fallback, what: 'variable' })
      : [],
  );
}

/** Reads a value such as `-Dserver.port=80 --workers 2`, which is a piece of a command line. */
export function optionsReader(place: CommandPlace): (value: MappedText) => Finding[] {
  return (value) =>
    readShell(value).flatMap((command) => [
      ...readAssignments(command),
      ...findInArguments('', command.words, [], place),
    ]);
}
