import { lstat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

import { type Diagnostic, DiagnosticError } from '../diagnostic.ts';
import { errorCode, printable } from './errors.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface GitOptions {
  /** The environment that git runs in; that of this process by default. */
  readonly env?: Environment | undefined;
}

/** A file that git could not give back as it is now. */
export interface DirtyFile {
  readonly absolute: string;
  /** `untracked`: git knows nothing of it. */
  readonly how: 'changed' | 'untracked';
}

/**
 * So many bytes of paths are named to git; for more it is faster when it looks at the whole work
 * tree, and command lines have an end (32 KiB on Windows).
 */
const MOST_BYTES_NAMED = 8_000;

/**
 * Which of these files have changes, staged or not, that are not committed, or are untracked: an edit
 * of them could not be taken back with git. Files that git ignores are not among them, for they are
 * nobody's loss to git, either. Outside of a work tree no file is dirty.
 *
 * @param paths - Absolute, free of links.
 * @returns in the order of `paths`; undefined where they are in a work tree, but git is not installed
 * @throws {DiagnosticError} `git-failed` where git does not answer, such as for a repository that
 *   belongs to another user.
 */
export async function findDirtyFiles(
  paths: readonly string[],
  { env = process.env }: GitOptions = {},
): Promise<DirtyFile[] | undefined> {
  const dirty = new Map<string, DirtyFile>();
  try {
    const trees = await groupByWorkTree(paths, env);
    for (const [top, files] of trees) {
      for (const file of await statusOf(top, files, env)) dirty.set(file.absolute, file);
    }
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return undefined;
  }
  return paths.flatMap((path) => dirty.get(path) ?? []);
}

/** The files by the top of the work tree that they are in. */
async function groupByWorkTree(paths: readonly string[], env: Environment): Promise<Map<string, string[]>> {
  const nearest = new Map<string, Promise<string | undefined>>();
  const tops = new Map<string, Promise<string | undefined>>();
  const grouped = new Map<string, string[]>();
  for (const path of paths) {
    const repository = await nearestRepository(dirname(path), nearest);
    if (repository === undefined) continue;
    const known = tops.get(repository) ?? topOf(repository, env);
    tops.set(repository, known);
    const top = await known;
    if (top === undefined) continue;
    const files = grouped.get(top) ?? [];
    grouped.set(top, files);
    files.push(path);
  }
  return grouped;
}

/** The closest folder with a `.git`, from this one upwards. */
function nearestRepository(
  folder: string,
  known: Map<string, Promise<string | undefined>>,
): Promise<string | undefined> {
  const find = async (): Promise<string | undefined> => {
    const hasGit = await lstat(join(folder, '.git')).then(
      () => true,
      () => false,
    );
    if (hasGit) return folder;
    const parent = dirname(folder);
    return parent === folder ? undefined : nearestRepository(parent, known);
  };
  const found = known.get(folder) ?? find();
  known.set(folder, found);
  return found;
}

/** The top of the work tree that a folder is in, as git sees it; undefined where it is in none. */
async function topOf(folder: string, env: Environment): Promise<string | undefined> {
  const { code, output, errors } = await git(folder, ['rev-parse', '--show-toplevel'], env);
  if (code === 0) return resolve(output.replace(/\n$/, ''));
  if (/not a git repository|must be run in a work tree/.test(errors)) return undefined;
  throw gitFailed(folder, errors);
}

/** What is dirty in a work tree: these files, and perhaps others. */
async function statusOf(top: string, paths: readonly string[], env: Environment): Promise<DirtyFile[]> {
  const flags = ['--porcelain=v1', '-z', '--untracked-files=all', '--no-renames', '--ignore-submodules=all'];
  const bytes = paths.reduce((sum, path) => sum + Buffer.byteLength(path) + 1, 0);
  const named = bytes > MOST_BYTES_NAMED ? [] : ['--', ...paths];
  const { code, output, errors } = await git(top, ['status', ...flags, ...named], env);
  if (code !== 0) throw gitFailed(top, errors);
  // "XY path": see the format in https://git-scm.com/docs/git-status#_short_format
  return output
    .split('\0')
    .filter((entry) => entry !== '')
    .map((entry) => ({
      absolute: resolve(top, entry.slice(3)),
      how: entry.startsWith('??') ? 'untracked' : 'changed',
    }));
}

/** Of a git that has started this program, as a hook: they would lead to its repository. */
const OF_ANOTHER_GIT = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_COMMON_DIR',
  'GIT_OBJECT_DIRECTORY',
  'GIT_NAMESPACE',
];

/** How git ended, and what it said. */
export interface GitAnswer {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/**
 * Runs git in a folder, in English. Of `env`, what would lead it to another repository does not count.
 *
 * @throws What `spawn` throws: `ENOENT` where there is no git.
 */
export async function git(folder: string, args: readonly string[], env: Environment): Promise<GitAnswer> {
  const { spawn } = await import('node:child_process');
  const { text } = await import('node:stream/consumers');
  const settings = { LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_LITERAL_PATHSPECS: '1' };
  const own = Object.fromEntries(Object.entries(env).filter(([name]) => !OF_ANOTHER_GIT.includes(name)));
  const process = spawn('git', ['-c', 'core.fsmonitor=false', ...args], {
    cwd: folder,
    env: { ...own, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((done, fail) => {
    process.on('error', fail);
    process.on('close', done);
  });
  const [code, output, errors] = await Promise.all([ended, text(process.stdout), text(process.stderr)]);
  return { code, output, errors };
}

function gitFailed(folder: string, errors: string): DiagnosticError {
  const lines = errors.split('\n').map((line) => line.trim());
  const reason = lines.find((line) => /^(?:fatal|error):/.test(line)) ?? lines.find((line) => line !== '') ?? '';
  const command = lines.find((line) => line.startsWith('git '));
  const problem: Diagnostic = {
    code: 'git-failed',
    severity: 'error',
    message: `git does not tell which files of ${printable(folder)} have uncommitted changes: ${reason}`,
    hint: `${command === undefined ? '' : `git advises: ${command}; or, `}with --allow-dirty git is not asked`,
  };
  return new DiagnosticError([problem]);
}

/** Says that nobody has looked for changes that are not committed. */
export const GIT_IS_MISSING: Diagnostic = {
  code: 'git-missing',
  severity: 'warning',
  message: 'git is not installed, so nobody has looked for uncommitted changes',
  hint: 'install git, or say with --allow-dirty that it need not be asked',
};

/** Says that a file has changes that are in no commit. */
export function uncommitted({ absolute, how }: DirtyFile, shown: string = absolute): Diagnostic {
  const what = how === 'untracked' ? 'is not in git yet' : 'has uncommitted changes';
  return {
    code: 'uncommitted-changes',
    severity: 'error',
    message: `${printable(shown)} ${what}`,
    file: shown,
    hint: 'commit or stash first, so that the move can be told from them; or use --allow-dirty',
  };
}
