import type { Argv } from 'yargs';
import { CERTAINTIES } from '../occurrence.ts';
import { COLOR_CHOICES } from '../report/color.ts';
import { APPLY_FORMATS, CHECK_FORMATS, RUNS_FORMATS, SCAN_FORMATS } from '../report/formats.ts';

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

/** Which files a run is about, besides its paths. */
function walkFlags<T>(command: Argv<T>) {
  return command
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
    .option('null', {
      alias: '0',
      type: 'boolean',
      default: false,
      describe: 'The paths of --files-from end with NUL',
    });
}

/** Gives a command the flags of `apply`. */
export function applyFlags(command: Argv) {
  const named = common(command)
    .positional('paths', {
      type: 'string',
      array: true,
      default: [] as string[],
      describe: 'Dockerfiles and directories to walk; "-" filters standard input',
    })
    .option('map', { alias: 'm', type: 'string', requiresArg: true, describe: 'The mapping file, YAML or JSON' })
    .option('plan', {
      type: 'string',
      requiresArg: true,
      describe: 'A plan instead of a mapping: Markdown (also FILE#heading), CSV or YAML',
    })
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
    });
  return walkFlags(named)
    .option('dry-run', { alias: 'n', type: 'boolean', default: false, describe: 'Show the diff, write nothing' })
    .option('check', { type: 'boolean', default: false, describe: 'Write nothing; exit 1 if anything would change' })
    .option('format', { choices: APPLY_FORMATS, describe: 'Print the result in this form' })
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
    .option('stdin-filename', { type: 'string', requiresArg: true, describe: 'The name that standard input goes by' })
    .option('explain', {
      type: 'string',
      requiresArg: true,
      describe: 'Print how the numbers at FILE:LINE[:COLUMN] are read, and do nothing else',
    })
    .option('interactive', {
      alias: 'i',
      type: 'boolean',
      default: false,
      describe: 'Ask about each change on the terminal, like git add -p',
    })
    .option('stat', {
      type: 'boolean',
      default: false,
      describe:
        'Print how many lines change in each file, in place of the diff or before the summary; not with other formats or -',
    })
    .option('journal', { type: 'string', requiresArg: true, describe: 'Where runs are recorded, instead of .reberth' })
    .option('allow-dirty', { type: 'boolean', default: false, describe: 'Write files with uncommitted changes, too' })
    .option('resume', {
      type: 'boolean',
      default: false,
      describe: 'Carry a run that was cut short to its end, as it was begun',
    })
    .option('report', {
      type: 'string',
      array: true,
      nargs: 1,
      default: [] as string[],
      describe: 'Write a completion report to this file: .html for a page, else Markdown',
    })
    .option('rebuild-script', {
      type: 'string',
      requiresArg: true,
      describe: 'Write the docker buildx commands for the services that change to this file',
    })
    .option('bake', { type: 'string', requiresArg: true, describe: 'Write the same as a buildx bake file' })
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
    });
}

function journalFlags<T>(command: Argv<T>) {
  return common(command)
    .option('root', { type: 'string', requiresArg: true, describe: 'The folder that the run was about' })
    .option('journal', { type: 'string', requiresArg: true, describe: 'Where runs are recorded, instead of .reberth' });
}

/** Gives a command the flags of `undo`. */
export function undoFlags(command: Argv) {
  return journalFlags(command)
    .positional('run', { type: 'string', describe: 'The id of a run, or how it begins' })
    .option('keep-going', {
      type: 'boolean',
      default: false,
      describe: 'Leave out files that were edited since, and do the others',
    });
}

/** Gives a command the flags of `runs`. */
export function runsFlags(command: Argv) {
  return journalFlags(command).option('format', { choices: RUNS_FORMATS, describe: 'Print the runs in this form' });
}

function findingFlags(command: Argv) {
  const named = common(command)
    .positional('paths', {
      type: 'string',
      array: true,
      default: [] as string[],
      describe: 'Dockerfiles and directories to walk; the current one by default',
    })
    .option('root', { type: 'string', requiresArg: true, describe: 'The folder that paths are shown relative to' });
  return walkFlags(named);
}

/** Gives a command the flags of `scan`. */
export function scanFlags(command: Argv) {
  return findingFlags(command)
    .option('format', { choices: SCAN_FORMATS, default: 'text' as const, describe: 'Print the list in this form' })
    .option('certainty', {
      choices: CERTAINTIES,
      default: 'probable' as const,
      describe: 'The least certain finding to list',
    })
    .option('write-map', {
      type: 'string',
      requiresArg: true,
      describe: 'Draft a mapping in this file; "-" prints it in place of the list',
    })
    .option('force', { type: 'boolean', default: false, describe: 'Replace the file of --write-map if it is there' });
}

/** Gives a command the flags of `check`. */
export function checkFlags(command: Argv) {
  return findingFlags(command)
    .option('map', { alias: 'm', type: 'string', requiresArg: true, describe: 'The mapping file, YAML or JSON' })
    .option('plan', {
      type: 'string',
      requiresArg: true,
      describe: 'A plan: Markdown (also FILE#heading), CSV or YAML',
    })
    .option('port', {
      type: 'string',
      array: true,
      nargs: 1,
      default: [] as string[],
      describe: 'Where a port is to be: 8095=8096',
    })
    .option('format', { choices: CHECK_FORMATS, default: 'text' as const, describe: 'Print the result in this form' })
    .option('report', {
      type: 'string',
      array: true,
      nargs: 1,
      default: [] as string[],
      describe: 'Write a report to this file: .html for a page, else Markdown',
    })
    .option('strict', {
      type: 'boolean',
      default: false,
      describe: 'Exit 1 also when there are warnings or items for review',
    });
}

/** Gives a command the flags of `plan show` and `plan convert`. */
export function planFlags(command: Argv) {
  return common(command)
    .positional('file', {
      type: 'string',
      demandOption: true,
      describe: 'The plan: Markdown (also FILE#heading), CSV or YAML',
    })
    .option('path', {
      type: 'string',
      array: true,
      nargs: 1,
      default: [] as string[],
      describe: 'Where Dockerfiles are looked for first',
    })
    .option('root', { type: 'string', requiresArg: true, describe: 'The folder that Dockerfiles are relative to' })
    .option('ignore', { type: 'boolean', default: true, describe: 'Heed .gitignore; --no-ignore walks everything' });
}
