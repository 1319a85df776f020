import { words } from './words.ts';

export type Language = 'python' | 'javascript' | 'php' | 'perl' | 'ruby' | 'lua' | 'r' | 'shell' | 'powershell' | 'cmd';

/**
 * A program that runs code: given in an argument (`python -c CODE`), as a module (`python -m NAME`),
 * or in a file, which is its first operand and whose arguments are all that follow.
 */
export interface Interpreter {
  /** Base names it is started by, without directory, `.exe` and version (`python3.12` is `python`). */
  readonly names: readonly string[];
  readonly language: Language;
  /** Flags whose value is code: `-c` also stands for the end of a cluster, as in `bash -lc`. */
  readonly codeFlags: readonly string[];
  /** The flag whose value is the name of a module; what follows are the module's arguments. */
  readonly moduleFlag?: string;
  /** Other flags with a value. One with `=` at its end takes it joined only: `--inspect=`. */
  readonly valueFlags: readonly string[];
  /** Flags whose value is an address of the container, or a bare port. */
  readonly addresses?: readonly string[];
  /** The word in front of a file's name, where there is one: `deno run app.ts`. */
  readonly subcommands?: readonly string[];
  /** Where the flags are documented. */
  readonly source: string;
}

const INSPECT = words('--inspect= --inspect-brk= --inspect-wait= --inspect-port --debug-port --debug= --debug-brk=');
const NODE_VALUES = words(`
  -r --require --import --loader --experimental-loader -C --conditions --env-file --env-file-if-exists
  --icu-data-dir --title --max-http-header-size --openssl-config --redirect-warnings --tls-cipher-list
  --tls-min-v1.2= --unhandled-rejections= --input-type= --stack-trace-limit= --max-old-space-size=
  --max-semi-space-size= --dns-result-order= --report-dir --report-directory --watch-path
`);
const POSIX_SHELL = 'https://pubs.opengroup.org/onlinepubs/9699919799/utilities/sh.html';

/** The interpreters of scripting languages and the shells. */
export const interpreters: readonly Interpreter[] = [
  {
    names: ['ash'],
    language: 'shell',
    codeFlags: ['-c'],
    valueFlags: ['-o'],
    source: 'https://www.busybox.net/downloads/BusyBox.html#ash',
  },
  {
    names: ['babel-node'],
    language: 'javascript',
    codeFlags: words('-e --eval -p --print'),
    valueFlags: words('-b --ignore -o --only -x --extensions --config-file --presets --plugins -r --require'),
    addresses: INSPECT,
    source: 'https://babeljs.io/docs/babel-node',
  },
  {
    names: ['bash', 'rbash'],
    language: 'shell',
    codeFlags: ['-c'],
    valueFlags: words('-o -O --init-file --rcfile'),
    source: 'https://www.gnu.org/software/bash/manual/html_node/Invoking-Bash.html',
  },
  {
    names: ['bun'],
    language: 'javascript',
    codeFlags: words('-e --eval -p --print'),
    valueFlags: words('-r --preload --cwd -c --config --env-file -d --define -l --loader --tsconfig-override'),
    addresses: words('--port --inspect= --inspect-brk= --inspect-wait='),
    source: 'https://bun.sh/docs/cli/run',
  },
  {
    names: ['bun'],
    subcommands: ['run'],
    language: 'javascript',
    codeFlags: [],
    valueFlags: words('-r --preload --cwd -c --config --env-file --filter'),
    addresses: words('--port --inspect= --inspect-brk= --inspect-wait='),
    source: 'https://bun.sh/docs/cli/run',
  },
  {
    names: ['cmd'],
    language: 'cmd',
    codeFlags: words('/c /C /k /K'),
    valueFlags: [],
    source: 'https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/cmd',
  },
  {
    names: ['dash', 'posh', 'sh', 'yash'],
    language: 'shell',
    codeFlags: ['-c'],
    valueFlags: ['-o'],
    source: POSIX_SHELL,
  },
  {
    names: ['deno'],
    subcommands: ['eval'],
    language: 'javascript',
    codeFlags: [],
    valueFlags: words('--ext --v8-flags= --env-file='),
    source: 'https://docs.deno.com/runtime/reference/cli/eval/',
  },
  {
    names: ['deno'],
    subcommands: ['run', 'serve', 'task'],
    language: 'javascript',
    codeFlags: [],
    valueFlags: words(`
      -c --config --import-map --cert --location --seed --lock= --host --v8-flags= --cwd --ext --env-file=
    `),
    addresses: words('--port --allow-net= -N= --inspect= --inspect-brk= --inspect-wait='),
    source: 'https://docs.deno.com/runtime/reference/cli/run/',
  },
  {
    names: ['ksh', 'ksh93', 'mksh', 'pdksh'],
    language: 'shell',
    codeFlags: ['-c'],
    valueFlags: words('-o -T'),
    source: 'https://github.com/ksh93/ksh/blob/dev/src/cmd/ksh93/sh.1',
  },
  {
    names: ['lua', 'luajit', 'texlua'],
    language: 'lua',
    codeFlags: ['-e'],
    valueFlags: ['-l'],
    source: 'https://www.lua.org/manual/5.4/manual.html#7',
  },
  {
    names: ['node', 'nodejs', 'iojs'],
    language: 'javascript',
    codeFlags: words('-e --eval -p --print -pe'),
    valueFlags: NODE_VALUES,
    addresses: INSPECT,
    source: 'https://nodejs.org/api/cli.html',
  },
  {
    names: ['perl'],
    language: 'perl',
    codeFlags: words('-e -E'),
    valueFlags: ['-I'],
    source: 'https://perldoc.perl.org/perlrun',
  },
  {
    names: ['php', 'php-cli', 'hhvm'],
    language: 'php',
    codeFlags: words('-r --run -B --process-begin -R --process-code -E --process-end'),
    valueFlags: words('-c --php-ini -d --define -t --docroot -z --zend-extension --rf --rc --re --rz'),
    addresses: words('-S --server'),
    source: 'https://www.php.net/manual/en/features.commandline.options.php',
  },
  {
    names: ['powershell', 'pwsh', 'pwsh-preview'],
    language: 'powershell',
    codeFlags: words('-Command -command -c -C /Command /c -CommandWithArgs'),
    valueFlags: words(`
      -ExecutionPolicy -executionpolicy -ep -ex -WorkingDirectory -wd -File -f -Version -OutputFormat -of -InputFormat
      -inp -ConfigurationName -config -WindowStyle -w -SettingsFile -CustomPipeName
    `),
    source: 'https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_pwsh',
  },
  {
    names: ['pypy', 'python', 'ipython'],
    language: 'python',
    codeFlags: ['-c'],
    moduleFlag: '-m',
    valueFlags: words('-W -X -Q --check-hash-based-pycs'),
    source: 'https://docs.python.org/3/using/cmdline.html',
  },
  {
    names: ['R', 'Revo64', 'Rscript', 'littler', 'r'],
    language: 'r',
    codeFlags: words('-e'),
    valueFlags: words('-f --file= --args= --encoding= -g --gui= --default-packages='),
    source: 'https://cran.r-project.org/doc/manuals/r-release/R-intro.html#Invoking-R-from-the-command-line',
  },
  {
    names: ['ruby', 'jruby', 'truffleruby'],
    language: 'ruby',
    codeFlags: ['-e'],
    valueFlags: words('-C -E --encoding= -F= -I -r --require --enable --disable --external-encoding= -J='),
    source: 'https://docs.ruby-lang.org/en/master/ruby/options_md.html',
  },
  {
    names: ['ts-node', 'ts-node-dev', 'tsnd', 'tsx'],
    language: 'javascript',
    codeFlags: words('-e --eval -p= --print='),
    valueFlags: words('-r --require -P --project -O --compiler-options -I --ignore --cwd --tsconfig --import'),
    addresses: INSPECT,
    source: 'https://github.com/TypeStrong/ts-node#command-line',
  },
  {
    names: ['zsh'],
    language: 'shell',
    codeFlags: ['-c'],
    valueFlags: ['-o'],
    source: 'https://zsh.sourceforge.io/Doc/Release/Invocation.html',
  },
];
