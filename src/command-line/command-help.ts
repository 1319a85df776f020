/** What the help of a command says besides its flags. `$0` stands for the name of the program, as yargs has it. */
export interface CommandHelp {
  /** How it is called, an empty line, and what it does. */
  readonly usage: string;
  /** A command line, and what it does. */
  readonly examples: readonly (readonly [command: string, text: string])[];
  /** What follows the flags: exit codes, and what is written where. */
  readonly epilogue: string;
}

const CONFIGURED = 'A mapping says old port → new port for each service; a plan says the port that each is to have.';

/** The help of each command, by its name; that of the program itself is `reberth`. */
export const COMMAND_HELP = {
  reberth: {
    usage: '$0 <command>\n\nMoves the ports of Dockerfiles: every occurrence together, dry run first.',
    examples: [
      ['$0 scan services/ --write-map ports.yaml', 'see the ports, and draft a mapping'],
      ['$0 apply --map ports.yaml --dry-run', 'see what would change'],
      ['$0 apply --map ports.yaml', 'change it'],
      ['$0 undo', 'take it back'],
    ],
    epilogue: `Exit codes: 0 done; 1 a check found something; 2 an error, and nothing was written.
Each command has its own help: reberth apply --help`,
  },
  apply: {
    usage: `$0 apply [paths..]

Rewrites the ports of Dockerfiles as a mapping, a plan or --port says: all files of a run, or none.
${CONFIGURED}
Without paths, the Dockerfiles that the mapping names are the ones.`,
    examples: [
      ['$0 apply services/ -m ports.yaml -n', 'show what would change'],
      ['$0 apply services/ -m ports.yaml', 'change it'],
      ['$0 apply --plan plan.md --check', 'exit 1 if something is not as planned'],
      ['$0 apply Dockerfile --port 8095=8096 -n', 'one port, no mapping file'],
      ['$0 apply - --port 80=8080 < Dockerfile', 'filter standard input'],
      ['$0 apply -n -m ports.yaml --format json', 'every edit, for a script'],
      ['$0 apply -m ports.yaml --explain Dockerfile:12', 'how the numbers of line 12 are read'],
    ],
    epilogue: `The diff goes to standard output, what is said about it to standard error.
Runs are recorded in .reberth/ under the root: undo takes them back, --resume carries one to its end.
Exit codes: 0 done; 1 --check or --strict found something; 2 an error, and nothing was written,
unless with --keep-going.`,
  },
  check: {
    usage: `$0 check [paths..]

Says of every service whether its Dockerfiles are on its port; writes nothing.
${CONFIGURED}
Without either, it says whether every Dockerfile agrees with itself.`,
    examples: [
      ['$0 check', 'does every Dockerfile agree with itself?'],
      ['$0 check --plan plan.md', 'is every service on its assigned port?'],
      ['$0 check -m ports.yaml --format github', 'annotate a pull request'],
      ['$0 check --plan plan.csv --report ports.html', 'a page for people'],
    ],
    epilogue: 'Exit codes: 0 all is as it is to be; 1 it is not; 2 an error.',
  },
  scan: {
    usage:
      '$0 scan [paths..]\n\nLists the ports of Dockerfiles: where each stands, what it is, and how certain that is.',
    examples: [
      ['$0 scan services/', 'every port of every Dockerfile'],
      ['$0 scan services/ --format csv', 'the same, for a spreadsheet'],
      ['$0 scan services/ --write-map ports.yaml', 'draft a mapping to edit'],
    ],
    epilogue: 'Exit codes: 0 done; 2 an error.',
  },
  plan: {
    usage: '$0 plan <command>\n\nReads a plan document: a table or list in Markdown, CSV, or YAML.',
    examples: [
      ['$0 plan show plan.md', 'how each line is understood'],
      ['$0 plan convert plan.md > ports.yaml', 'a mapping to edit'],
    ],
    epilogue: 'Exit codes: 0 done; 2 an error.',
  },
  'plan show': {
    usage: '$0 plan show <file>\n\nPrints how each line of a plan is understood, and which Dockerfiles it is about.',
    examples: [
      ['$0 plan show plan.md', 'the whole document'],
      ['$0 plan show plan.md#ports --path services/', 'one section, Dockerfiles from one folder'],
    ],
    epilogue:
      'Exit codes: 0 every line is understood; 1 some are not; 2 an error, such as a service\nwhose port cannot be read.',
  },
  'plan convert': {
    usage: '$0 plan convert <file>\n\nPrints a plan as a mapping, to edit and to keep.',
    examples: [['$0 plan convert plan.csv > ports.yaml', 'a mapping of the same services']],
    epilogue: 'Exit codes: 0 done; 2 an error.',
  },
  undo: {
    usage: `$0 undo [run]

Takes back a run, file by file, checked by hash: the last one, or the one that is named.
Files that were edited since are refused.`,
    examples: [
      ['$0 undo', 'the last run'],
      ['$0 runs', 'the runs that can be taken back'],
      ['$0 undo --keep-going', 'all but the files that were edited since'],
    ],
    epilogue: 'Exit codes: 0 done; 2 an error, and nothing was written, unless with --keep-going.',
  },
  runs: {
    usage: '$0 runs\n\nLists the runs that the journal holds, and whether each is done, undone or unfinished.',
    examples: [
      ['$0 runs', 'for people'],
      ['$0 runs --format json', 'for a script'],
    ],
    epilogue: 'Exit codes: 0 done; 2 an error.',
  },
  completion: {
    usage: '$0 completion\n\nPrints a script that makes bash or zsh complete commands and flags.',
    examples: [
      ['$0 completion >> ~/.bashrc', 'bash'],
      ['$0 completion >> ~/.zshrc', 'zsh'],
    ],
    epilogue: 'Which of the two is told from the variable SHELL.',
  },
} as const satisfies Readonly<Record<string, CommandHelp>>;
