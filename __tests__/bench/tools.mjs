// What the benchmark runs besides reberth.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PORT } from './fleet.mjs';

const AST_GREP = '@ast-grep/cli@0.51.1';
// ast-grep has no grammar of Dockerfiles, but loads compiled ones: https://ast-grep.github.io/advanced/custom-language.html
const GRAMMAR = {
  repository: 'https://github.com/camdencheek/tree-sitter-dockerfile',
  commit: '971acdd908568b4531b0ba28a445bf0bb720aba5',
};

/** The first line that a program prints, or undefined where it cannot be run. */
export function outputOf(program, ...args) {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .trim()
      .split('\n')[0];
  } catch {
    return undefined;
  }
}

/**
 * Sets ast-grep up to rewrite `EXPOSE` in Dockerfiles, with one rule.
 *
 * @param folder for the grammar and the configuration
 * @param sources of the grammar, where they are not to be cloned
 * @returns its command and version, or why it cannot be measured
 */
export function prepareAstGrep(folder, sources) {
  const program =
    outputOf('sh', '-c', 'command -v ast-grep') ??
    outputOf('npm', 'exec', '--yes', `--package=${AST_GREP}`, '--', 'sh', '-c', 'readlink -f "$(command -v ast-grep)"');
  if (program === undefined) return { missing: `no ast-grep: npm has no ${AST_GREP}` };
  mkdirSync(folder, { recursive: true });
  const grammar = sources ?? cloneGrammar(folder);
  if (grammar === undefined || !existsSync(join(grammar, 'src', 'parser.c'))) {
    return { missing: `no grammar: clone ${GRAMMAR.repository} and name it with --grammar` };
  }
  compile(join(grammar, 'src'), join(folder, 'dockerfile.so'));
  const config = join(folder, 'sgconfig.yml');
  writeFileSync(
    config,
    `ruleDirs: [rules]
customLanguages:
  dockerfile: { libraryPath: dockerfile.so, extensions: [Dockerfile] }
languageGlobs:
  dockerfile: [Dockerfile]
`,
  );
  mkdirSync(join(folder, 'rules'), { recursive: true });
  writeFileSync(
    join(folder, 'rules', 'expose.yml'),
    `id: expose
language: dockerfile
rule: { kind: expose_port, regex: '^${PORT}$' }
fix: '${PORT + 1}'
`,
  );
  return {
    command: `${program} scan --custom-languages allow --config ${config}`,
    version: outputOf(program, '--version'),
  };
}

function cloneGrammar(folder) {
  const path = join(folder, 'grammar');
  const options = { stdio: 'ignore', env: { ...process.env, GIT_TERMINAL_PROMPT: '0' } };
  try {
    execFileSync('git', ['clone', '--quiet', GRAMMAR.repository, path], options);
    execFileSync('git', ['-C', path, 'checkout', '--quiet', GRAMMAR.commit], options);
    return path;
  } catch {
    return undefined;
  }
}

function compile(sources, library) {
  const files = ['parser.c', 'scanner.c'].map((name) => join(sources, name));
  execFileSync('cc', ['-O2', '-shared', '-fPIC', '-I', sources, '-o', library, ...files], { stdio: 'inherit' });
}
