import { resolve } from 'node:path';
import { type Environment, git } from '../files/git.ts';
import type { PatchAuthor } from '../report/patch.ts';

/** What a patch has to know of the repository that it is for. */
export interface PatchSurroundings {
  /** The top of the work tree, which the paths of a patch are relative to; the folder itself outside of one. */
  readonly top: string;
  /** Who git says the author is; undefined where it does not know. */
  readonly author: PatchAuthor | undefined;
}

/** Asks git about a folder. Without git, or outside of a repository, there is nothing to know. */
export async function patchSurroundings(cwd: string, env: Environment): Promise<PatchSurroundings> {
  const ask = async (...args: string[]): Promise<string> => {
    try {
      const { code, output } = await git(cwd, args, env);
      return code === 0 ? output.replace(/\n$/, '') : '';
    } catch {
      return '';
    }
  };
  const [top, identity] = await Promise.all([ask('rev-parse', '--show-toplevel'), ask('var', 'GIT_AUTHOR_IDENT')]);
  return { top: top === '' ? cwd : resolve(top), author: authorOf(identity) };
}

/**
 * The date of a patch: `SOURCE_DATE_EPOCH` (seconds) where it is set, so that a patch can be made again.
 *
 * Source: https://reproducible-builds.org/specs/source-date-epoch/
 */
export function patchDate(env: Environment, now: Date): Date {
  const epoch = env['SOURCE_DATE_EPOCH'] ?? '';
  return /^\d{1,12}$/.test(epoch) ? new Date(Number(epoch) * 1000) : now;
}

/** `Name <address> 1767323045 +0000` */
function authorOf(identity: string): PatchAuthor | undefined {
  const { name = '', email = '' } = /^(?<name>.*) <(?<email>[^<>]*)> \d+ [-+]\d+$/.exec(identity)?.groups ?? {};
  return name === '' || email === '' ? undefined : { name, email };
}
