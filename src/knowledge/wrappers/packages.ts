import { words } from '../words.ts';
import type { Wrapper } from '../wrapper.ts';

/** Package managers and build tools that start a program. */
export const packageWrappers: readonly Wrapper[] = [
  {
    names: ['bundle', 'bundler'],
    subcommands: ['exec'],
    others: ['--gemfile'],
    operands: ['command'],
    source: 'https://bundler.io/man/bundle-exec.1.html',
  },
  { names: ['bunx'], others: words('-p --package'), operands: ['command'], source: 'https://bun.sh/docs/cli/bunx' },
  {
    names: ['cargo'],
    subcommands: ['r', 'run'],
    others: words(
      '-p --package --example --profile --target --target-dir --manifest-path -F --features -j --jobs --color --config',
    ),
    moduleFlags: ['--bin'],
    separator: 'arguments',
    source: 'https://doc.rust-lang.org/cargo/commands/cargo-run.html',
  },
  {
    names: ['conda', 'mamba', 'micromamba'],
    subcommands: ['run'],
    others: words('-n --name -p --prefix --cwd -e --env -a --attach'),
    operands: ['command'],
    source: 'https://docs.conda.io/projects/conda/en/stable/commands/run.html',
  },
  {
    names: ['dart'],
    subcommands: ['run'],
    others: words('-D --define --enable-vm-service='),
    operands: ['command'],
    source: 'https://dart.dev/tools/dart-run',
  },
  {
    names: ['go'],
    subcommands: ['run'],
    others: words(
      '-p -C -asmflags -buildmode -compiler -exec -gccgoflags -gcflags -ldflags -mod -modfile -overlay -pgo -pkgdir -tags -toolexec -coverpkg',
    ),
    operands: ['command'],
    source: 'https://pkg.go.dev/cmd/go#hdr-Compile_and_run_Go_program',
  },
  {
    names: ['hatch'],
    subcommands: ['run'],
    operands: ['command'],
    source: 'https://hatch.pypa.io/latest/cli/reference/#hatch-run',
  },
  {
    names: ['npm'],
    others: words('--prefix -C -w --workspace --loglevel --cache --registry --userconfig'),
    operands: ['command'],
    separator: 'arguments',
    source: 'https://github.com/npm/cli/blob/latest/docs/lib/content/commands/npm-run.md',
  },
  {
    names: ['npm'],
    subcommands: ['exec', 'x'],
    others: words('--package -w --workspace --prefix'),
    commandFlags: words('-c --call'),
    operands: ['command'],
    source: 'https://github.com/npm/cli/blob/latest/docs/lib/content/commands/npm-exec.md',
  },
  {
    names: ['npm'],
    subcommands: ['rum', 'run', 'run-script', 'urn'],
    others: words('--prefix -C -w --workspace --loglevel --script-shell'),
    operands: ['command'],
    separator: 'arguments',
    source: 'https://github.com/npm/cli/blob/latest/docs/lib/content/commands/npm-run.md',
  },
  {
    names: ['npx', 'pnpx'],
    others: words('-p --package -w --workspace --cache --userconfig -n --node-arg'),
    commandFlags: words('-c --call'),
    operands: ['command'],
    source: 'https://github.com/npm/cli/blob/latest/docs/lib/content/commands/npx.md',
  },
  {
    names: ['opam'],
    subcommands: ['config', 'exec'],
    others: words('--root --switch --color'),
    operands: ['other'],
    separator: 'command',
    source: 'https://opam.ocaml.org/doc/man/opam-exec.html',
  },
  {
    names: ['pdm', 'rye'],
    subcommands: ['run'],
    others: words('-p --project --venv'),
    operands: ['command'],
    source: 'https://pdm-project.org/latest/usage/scripts/',
  },
  {
    names: ['pipenv'],
    subcommands: ['run'],
    others: words('--python --pypi-mirror'),
    operands: ['command'],
    source: 'https://pipenv.pypa.io/en/latest/cli.html#run',
  },
  {
    names: ['pnpm'],
    others: words('-C --dir -F --filter --loglevel'),
    operands: ['command'],
    source: 'https://pnpm.io/cli/run',
  },
  {
    names: ['pnpm'],
    subcommands: ['dlx', 'exec', 'run', 'run-script'],
    others: words('-C --dir -F --filter --package'),
    operands: ['command'],
    source: 'https://pnpm.io/cli/run',
  },
  {
    names: ['poetry'],
    subcommands: ['run'],
    others: words('-C --directory -P --project'),
    operands: ['command'],
    source: 'https://python-poetry.org/docs/cli/#run',
  },
  {
    names: ['rbenv', 'pyenv', 'nodenv', 'asdf', 'rtx'],
    subcommands: ['exec'],
    operands: ['command'],
    source: 'https://github.com/rbenv/rbenv#rbenv-exec',
  },
  {
    names: ['rvm'],
    before: ['do', 'exec'],
    operands: ['other'],
    source: 'https://rvm.io/set/do',
  },
  {
    names: ['uv'],
    subcommands: ['run'],
    others: words(`
      --extra --no-extra --group --no-group --only-group --env-file -w --with --with-editable --with-requirements
      --package -p --python --directory --project --index --default-index --index-url --find-links --config-file
      --cache-dir --color --link-mode --resolution --prerelease --upgrade-package --refresh-package
      --reinstall-package
    `),
    moduleFlags: words('-m --module'),
    operands: ['command'],
    source: 'https://docs.astral.sh/uv/reference/cli/#uv-run',
  },
  {
    names: ['uvx'],
    others: words('--from -w --with --with-editable --with-requirements -p --python --env-file --index'),
    operands: ['command'],
    source: 'https://docs.astral.sh/uv/reference/cli/#uv-tool-run',
  },
  {
    names: ['yarn', 'yarnpkg'],
    others: words('--cwd --modules-folder --cache-folder'),
    operands: ['command'],
    source: 'https://classic.yarnpkg.com/en/docs/cli/run',
  },
  {
    names: ['yarn', 'yarnpkg'],
    subcommands: ['dlx', 'exec', 'node', 'run'],
    others: ['--cwd'],
    operands: ['command'],
    source: 'https://classic.yarnpkg.com/en/docs/cli/run',
  },
  {
    names: ['yarn', 'yarnpkg'],
    subcommands: ['workspace'],
    operands: ['other', 'command'],
    source: 'https://classic.yarnpkg.com/en/docs/cli/workspace',
  },
];
