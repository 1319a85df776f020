import type { Program } from '../../knowledge/program.ts';
import type { Interpreter } from '../../knowledge/wrappers.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { type FlagTable, flagTable, matchFlag } from '../arguments/flags.ts';
import { chooseRow } from '../arguments/row.ts';
import { interpreterRows, rowsOf } from './rows.ts';

/** What an interpreter runs. */
export interface Interpreted {
  readonly language: Interpreter['language'];
  readonly code: readonly MappedText[];
  /** A file or module, and its arguments. */
  readonly inner: readonly MappedText[] | undefined;
  /** The interpreter's own flags and their values: `--inspect=0.0.0.0:9229`. */
  readonly own: readonly MappedText[];
  /** What its own flags mean. */
  readonly row: Program;
  /** The arguments of code given on the command line. */
  readonly rest: readonly MappedText[];
}

type InterpreterFlag = 'code' | 'module' | 'value';

interface Known {
  readonly interpreter: Interpreter;
  readonly flags: FlagTable<InterpreterFlag>;
  /** The interpreter as a program. */
  readonly row: Program;
}

const known = new WeakMap<Interpreter, Known>();

function knownOf(interpreter: Interpreter): Known {
  let found = known.get(interpreter);
  if (found === undefined) {
    const { names, codeFlags, moduleFlag, valueFlags, addresses = [], source } = interpreter;
    found = {
      interpreter,
      flags: flagTable<InterpreterFlag>({
        code: codeFlags,
        module: moduleFlag === undefined ? [] : [moduleFlag],
        value: [...addresses, ...valueFlags],
      }),
      row: { names, addresses, others: valueFlags, operands: ['other'], source },
    };
    known.set(interpreter, found);
  }
  return found;
}

/** Reads the command line of an interpreter; undefined for any other program. */
export function interpret(words: readonly MappedText[]): Interpreted | undefined {
  const [program, ...all] = words;
  if (program === undefined) return undefined;
  const { row: interpreter, rest: args } = chooseRow(interpreterRows(program.text), all, 'first');
  if (interpreter === undefined || isServing(program, all)) return undefined;
  return run(knownOf(interpreter), args);
}

/** `php -S 0.0.0.0:80`: an interpreter that is a server itself. */
function isServing(program: MappedText, args: readonly MappedText[]): boolean {
  return chooseRow(rowsOf(program.text), args).row?.requires !== undefined;
}

function run({ interpreter, flags, row }: Known, args: readonly MappedText[]): Interpreted {
  const { language } = interpreter;
  const code: MappedText[] = [];
  const own: MappedText[] = [];
  const result = (end: number, inner = false): Interpreted => {
    const behind = args.slice(end);
    return { language, code, own, row, inner: inner ? behind : undefined, rest: inner ? [] : behind };
  };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (arg === undefined) continue;
    if (interpreter.subcommands?.includes('eval') === true) {
      code.push(arg);
      return result(i + 1);
    }
    const next = args[i + 1];
    const match = matchFlag(flags, arg);
    const given = codeIn(interpreter, flags, arg) ?? (match?.kind === 'code' && match.takesNext ? match : undefined);
    if (given !== undefined) {
      const text = given.value ?? next;
      if (text !== undefined) code.push(text);
      if (given.value === undefined) i++;
      if (language === 'shell' || language === 'python') return result(i + 1);
      continue;
    }
    if (match?.kind === 'module') return result(i + 1, true);
    if (match !== undefined || arg.text.startsWith('-') || (language === 'cmd' && arg.text.startsWith('/'))) {
      own.push(arg);
      if (match?.takesNext === true && next !== undefined) {
        own.push(next);
        i++;
      }
      continue;
    }
    return result(i, code.length === 0);
  }
  return result(args.length);
}

/** `-c CODE`, `-lc CODE`, `--eval=CODE`, and `-e CODE` given as one argument; `-cCODE` is none. */
function codeIn(
  row: Interpreter,
  flags: FlagTable<InterpreterFlag>,
  arg: MappedText,
): { value: MappedText | undefined } | undefined {
  const { text } = arg;
  const flag = /^(?:--?|\/)[\w-]+/.exec(text)?.[0];
  if (flag === undefined) return undefined;
  const entry = flags.exact.get(flag);
  if (entry?.kind === 'code') {
    if (text === flag) return entry.joined ? undefined : { value: undefined };
    if (flag.startsWith('--') && text.charAt(flag.length) === '=') return { value: arg.slice(flag.length + 1) };
    if (/^\s+\S/.test(text.slice(flag.length))) return { value: arg.slice(flag.length).trim() };
    return undefined;
  }
  return clusters(row) && endsWithCode(row, text) ? { value: undefined } : undefined;
}

function endsWithCode(row: Interpreter, text: string): boolean {
  return /^-[A-Za-z0-9.]+$/.test(text) && row.codeFlags.includes(`-${text.charAt(text.length - 1)}`);
}

/** Whether the interpreter takes several letters behind one dash, with the code flag last. */
function clusters(row: Interpreter): boolean {
  return row.language === 'shell' || row.language === 'perl' || row.language === 'ruby';
}
