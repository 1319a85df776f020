import { createRequire } from 'node:module';
import yargs, { type Argv } from 'yargs';
import type { Format } from './commands/apply.ts';
import type { Surroundings } from './commands/surroundings.ts';
import { DiagnosticError } from './diagnostic.ts';
import { CERTAINTIES } from './occurrence.ts';
import { COLOR_CHOICES, colorsFor } from './report/color.ts';
import { toDiagnosticResult } from './report/result.ts';
import { reportDiagnostics } from './report/terminal.ts';

const { version }: { version: string } = createRequire(import.meta.url)('../package.json');

/** The flags of every command. */
function common<T>(command: Argv<T>) {
  return command
    .option('color', { choices: COLOR_CHOICES, default: 'auto' as const, describe: 'Colour the output' })
    .option('quiet', { alias: 'q', type: 'boolean', default: false, describe: 'Say only what went wrong' })
    .option('verbose', {
      alias: 'v',
      type: 'boolean',
      default: false,
      describe: 'Say also why, and what was left alone',
    });
}

const RUNS_FORMATS = ['json'] as const;
const FORMATS = ['diff', 'json', 'summary'] as const satisfies readonly Format[];

function applyFlags(command: Argv) {
  return common(command)
    .positional('paths', {
      type: 'string',
      array: true,
      default: [] as string[],
      describe: 'Dockerfiles and directories to walk; "-" filters standard input',
    })
    .option('map', { alias: 'm', type: 'string', requiresArg: true, describe: 'The mapping file, YAML or JSON' })
    .option('port', {
      type: 'string',
      array: true,
      nargs: 1,
      default: [] as string[],
      describe: 'Move port A to B: 8095=8096, 53/udp=5353, 9000-9003=9100-9103',
    })
    .option('root', {
      type: 'string',
      requiresArg: true,
      describe: 'The folder that Dockerfiles of the mapping are relative to, and that nothing outside of is touched',
    })
    .option('dry-run', { alias: 'n', type: 'boolean', default: false, describe: 'Show the diff, write nothing' })
    .option('check', { type: 'boolean', default: false, describe: 'Write nothing; exit 1 if anything would change' })
    .option('format', { choices: FORMATS, describe: 'Print the result in this form' })
    .option('comments', {
      type: 'boolean',
      default: true,
      describe: 'Rewrite prose that names the port; --no-comments keeps it',
    })
    .option('certainty', {
      choices: CERTAINTIES,
      default: 'probable' as const,
      describe: 'The least certain finding to rewrite',
    })
    .option('split-ranges', {
      type: 'boolean',
      default: false,
      describe: 'Split EXPOSE ranges of which one port moves',
    })
    .option('keep-going', {
      type: 'boolean',
      default: false,
      describe: 'Do the files that can be done when others have errors',
    })
    .option('strict', {
      type: 'boolean',
      default: false,
      describe: 'Exit 1 when there are warnings or items for review',
    })
    .option('ignore', { type: 'boolean', default: true, describe: 'Heed .gitignore; --no-ignore walks everything' })
    .option('include', {
      type: 'string',
      array: true,
      nargs: 1,
      default: [] as string[],
      describe: 'Only files that match the glob',
    })
    .option('exclude', {
      type: 'string',
      array: true,
      nargs: 1,
      default: [] as string[],
      describe: 'No files that match the glob',
    })
    .option('files-from', {
      type: 'string',
      requiresArg: true,
      describe: 'Read paths from a file, or from standard input with "-"',
    })
    .option('null', { alias: '0', type: 'boolean', default: false, describe: 'The paths of --files-from end with NUL' })
    .option('stdin-filename', { type: 'string', requiresArg: true, describe: 'The name that standard input goes by' })
    .option('explain', {
      type: 'string',
      requiresArg: true,
      describe: 'Print how the numbers at FILE:LINE[:COLUMN] are read, and do nothing else',
    })
    .option('journal', { type: 'string', requiresArg: true, describe: 'Where runs are recorded, instead of .reberth' })
    .option('allow-dirty', { type: 'boolean', default: false, describe: 'Write files with uncommitted changes, too' })
    .option('resume', { type: 'boolean', default: false, describe: 'Carry a run that was cut short to its end' })
    .option('context', {
      alias: 'U',
      type: 'number',
      default: 3,
      requiresArg: true,
      describe: 'Lines around each change',
    })
    .check((flags) => {
      if (!Number.isInteger(flags.context) || flags.context < 0)
        throw new Error('--context takes a number of lines, such as 3');
      return true;
    })
    .example('$0 apply services/ -m ports.yaml -n', 'show what would change')
    .example('$0 apply services/ -m ports.yaml', 'change it')
    .example('$0 apply Dockerfile --port 8095=8096 -n', 'one port, no mapping file');
}

function journalFlags<T>(command: Argv<T>) {
  return common(command)
    .option('root', { type: 'string', requiresArg: true, describe: 'The folder that the run was about' })
    .option('journal', { type: 'string', requiresArg: true, describe: 'Where runs are recorded, instead of .reberth' });
}

function undoFlags(command: Argv) {
  return journalFlags(command)
    .positional('run', { type: 'string', describe: 'The id of a run, or how it begins' })
    .option('keep-going', {
      type: 'boolean',
      default: false,
      describe: 'Leave out files that were edited since, and do the others',
    });
}

function runsFlags(command: Argv) {
  return journalFlags(command).option('format', { choices: RUNS_FORMATS, describe: 'Print the runs in this form' });
}

/**
 * Parses a command line, runs its command, and says on stderr what went wrong.
 *
 * @param args without the interpreter and the script
 * @returns the exit code
 */
export async function runCommandLine(args: readonly string[], around: Surroundings): Promise<number> {
  try {
    return await parseAndRun(args, around);
  } catch (error) {
    around.stderr.write(explain(error, around));
    return 2;
  }
}

async function parseAndRun(args: readonly string[], around: Surroundings): Promise<number> {
  // A handler only notes what to run: yargs renders the whole help for a handler that is asynchronous.
  let run = (): Promise<number> => Promise.resolve(0);
  const parser = yargs(dashLast(args))
    .parserConfiguration({ 'parse-positional-numbers': false })
    .scriptName('reberth')
    .usage('$0 <command>\n\nMoves the ports of Dockerfiles: every occurrence together, dry run first.')
    .command('apply [paths..]', 'Rewrite the ports of Dockerfiles as a mapping says', applyFlags, (flags) => {
      run = async () => {
        const { applyCommand } = await import('./commands/apply.ts');
        return applyCommand({ ...flags, paths: pathsOf(flags) }, around);
      };
    })
    .command('undo [run]', 'Take back a run: the last one, or the one that is named', undoFlags, (flags) => {
      run = async () => (await import('./commands/undo.ts')).undoCommand(flags, around);
    })
    .command('runs', 'List the runs that the journal holds', runsFlags, (flags) => {
      run = async () => (await import('./commands/runs.ts')).runsCommand(flags, around);
    })
    .demandCommand(1, 'name a command, such as: reberth apply')
    .strict()
    .version(version)
    .alias('help', 'h')
    .wrap(Math.min(100, process.stdout.columns ?? 100))
    .epilog('Exit codes: 0 done; 1 --check or --strict found something; 2 an error, and nothing was written.')
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new Error(message);
    });
  await parser.parse();
  return run();
}

/** Those before and those behind `--`. */
function pathsOf({ paths, _ }: { paths: readonly string[]; _: readonly (string | number)[] }): string[] {
  return [...paths, ..._.slice(1).map(String)];
}

/** yargs drops a positional `-`, but keeps it behind `--`. */
function dashLast(args: readonly string[]): string[] {
  const end = args.indexOf('--');
  const at = args.findIndex((arg, i) => arg === '-' && args[i - 1] !== '--files-from' && (end === -1 || i < end));
  if (at === -1) return [...args];
  const others = args.filter((_, i) => i !== at);
  return end === -1 ? [...others, '--', '-'] : [...others, '-'];
}

function explain(error: unknown, { env, stderr }: Surroundings): string {
  const colors = colorsFor({ choice: 'auto', env, isTTY: stderr.isTTY === true });
  if (error instanceof DiagnosticError) {
    return reportDiagnostics(error.diagnostics.map(toDiagnosticResult), { verbosity: 'normal', colors });
  }
  return `reberth: ${error instanceof Error ? error.message : String(error)}\nsee: reberth --help\n`;
}
