import { createRequire } from 'node:module';
import yargs, { type Argv } from 'yargs';
import { arrangeArguments } from './command-line/arrange-arguments.ts';
import { assertFlagsAreSingle, assertSwitchesHaveNoValues } from './command-line/check-arguments.ts';
import { applyFlags, checkFlags, planFlags, runsFlags, scanFlags, undoFlags } from './command-line/command-flags.ts';
import { COMMAND_HELP } from './command-line/command-help.ts';
import { didYouMean } from './command-line/did-you-mean.ts';
import { assertNoneExcluded } from './command-line/exclusive-flags.ts';
import type { Surroundings } from './commands/surroundings.ts';
import { voiceOf } from './commands/voice.ts';
import { DiagnosticError } from './diagnostic.ts';
import type { ColorChoice } from './report/color.ts';

const { version }: { version: string } = createRequire(import.meta.url)('../package.json');

const COMMANDS: ReadonlySet<string> = new Set(Object.keys(COMMAND_HELP).filter((name) => name !== 'reberth'));

/** A command with its flags, to be run. */
interface Command {
  /** How it talks, also where it fails. */
  readonly color: ColorChoice;
  run(): Promise<number>;
}

/**
 * Parses a command line, runs its command, and says on stderr what went wrong.
 *
 * @param args without the interpreter and the script
 * @returns the exit code
 */
export async function runCommandLine(args: readonly string[], around: Surroundings): Promise<number> {
  let command: Command | undefined;
  try {
    command = await parse(args, around);
    return command === undefined ? 0 : await command.run();
  } catch (error) {
    if (error instanceof DiagnosticError) {
      voiceOf({ color: command?.color ?? 'auto', quiet: false, verbose: false }, around).report(error.diagnostics);
    } else {
      const message = error instanceof Error ? error.message : String(error);
      around.stderr.write(`reberth: ${message}\nsee: reberth --help\n`);
    }
    return 2;
  }
}

/** @returns undefined where the parser has printed what was asked for, such as the help */
async function parse(args: readonly string[], around: Surroundings): Promise<Command | undefined> {
  assertSwitchesHaveNoValues(args);
  const parser = yargs(arrangeArguments(args, COMMANDS))
    .parserConfiguration({ 'parse-positional-numbers': false })
    .scriptName('reberth')
    .usage(COMMAND_HELP.reberth.usage)
    .command(
      'apply [paths..]',
      'Rewrite the ports of Dockerfiles as a mapping says',
      helped(applyFlags, 'apply'),
      (flags) =>
        leave(flags, async () => {
          const { applyCommand } = await import('./commands/apply.ts');
          return applyCommand({ ...flags, paths: pathsOf(flags), version }, around);
        }),
    )
    .command('check [paths..]', 'Say whether every service is on its port', helped(checkFlags, 'check'), (flags) =>
      leave(flags, async () => {
        const { checkCommand } = await import('./commands/check.ts');
        return checkCommand({ ...flags, paths: pathsOf(flags) }, around, version);
      }),
    )
    .command('scan [paths..]', 'List the ports of Dockerfiles', helped(scanFlags, 'scan'), (flags) =>
      leave(flags, async () => {
        const { scanCommand } = await import('./commands/scan.ts');
        return scanCommand({ ...flags, paths: pathsOf(flags) }, around);
      }),
    )
    .command('plan', 'Read a plan document', (plan) =>
      plan
        .command(
          'show <file>',
          'Print how each line of a plan is understood',
          helped(planFlags, 'plan show'),
          (flags) =>
            leave(flags, async () => {
              const { planShowCommand } = await import('./commands/plan.ts');
              return planShowCommand({ ...flags, paths: flags.path }, around);
            }),
        )
        .command('convert <file>', 'Print a plan as a mapping to edit', helped(planFlags, 'plan convert'), (flags) =>
          leave(flags, async () => {
            const { planConvertCommand } = await import('./commands/plan.ts');
            return planConvertCommand({ ...flags, paths: flags.path }, around);
          }),
        )
        .demandCommand(1, 'name what to do with the plan: reberth plan show FILE'),
    )
    .command(
      'undo [run]',
      'Take back a run: the last one, or the one that is named',
      helped(undoFlags, 'undo'),
      (flags) => leave(flags, async () => (await import('./commands/undo.ts')).undoCommand(flags, around)),
    )
    .command('runs', 'List the runs that the journal holds', helped(runsFlags, 'runs'), (flags) =>
      leave(flags, async () => (await import('./commands/runs.ts')).runsCommand(flags, around)),
    )
    .demandCommand(1, 'name a command, such as: reberth apply')
    .strict()
    .version(version)
    .alias('help', 'h')
    .wrap(Math.min(100, around.stdout.columns ?? 100))
    .example(examplesOf('reberth'))
    .epilog(COMMAND_HELP.reberth.epilogue)
    .completion('completion', 'Print a completion script for bash or zsh')
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new Error(message);
    });
  try {
    await parser.parse();
    return undefined;
  } catch (thrown) {
    if (thrown instanceof Chosen) return thrown.command;
    throw thrown instanceof Error ? await suggesting(thrown, args, () => parser.getHelp()) : thrown;
  }
}

/** The error that yargs refuses arguments with; where it does not know one, with what may be meant. */
async function suggesting(error: Error, args: readonly string[], helpOf: () => Promise<string>): Promise<Error> {
  const unknown = /^Unknown arguments?: (.*)$/s.exec(error.message)?.[1]?.split(', ');
  const meant = unknown === undefined ? [] : didYouMean(unknown, args, COMMANDS, await helpOf());
  return meant.length === 0 ? error : new Error(`${error.message}; did you mean ${meant.join(', ')}?`);
}

/** Thrown by the handler of a command, so that yargs goes no further. */
class Chosen extends Error {
  readonly command: Command;

  constructor(command: Command) {
    super('a command was chosen');
    this.command = command;
  }
}

/**
 * Leaves yargs with what is to be run. It would go on to render the help of the command, for no use,
 * which takes as long as a small run.
 */
function leave({ color }: { readonly color: ColorChoice }, run: () => Promise<number>): never {
  throw new Chosen({ color, run });
}

/** A command's flags with the examples and the last words of its help. */
function helped<T>(flags: (command: Argv) => Argv<T>, name: keyof typeof COMMAND_HELP): (command: Argv) => Argv<T> {
  const { usage, epilogue } = COMMAND_HELP[name];
  return (command) =>
    flags(command)
      .check(assertFlagsAreSingle, false)
      .check(assertNoneExcluded, false)
      .usage(usage)
      .example(examplesOf(name))
      .epilog(epilogue);
}

function examplesOf(name: keyof typeof COMMAND_HELP): [string, string][] {
  return COMMAND_HELP[name].examples.map(([command, text]): [string, string] => [command, text]);
}

/** Those before and those behind `--`. */
function pathsOf({ paths, _ }: { paths: readonly string[]; _: readonly (string | number)[] }): string[] {
  return [...paths, ..._.slice(1).map(String)];
}
