import { clients } from '../../knowledge/clients.ts';
import { byProgram } from '../../knowledge/find-program.ts';
import type { Program } from '../../knowledge/program.ts';
import { servers } from '../../knowledge/servers.ts';
import { isTool } from '../../knowledge/tools.ts';
import { interpreters, wrappers } from '../../knowledge/wrappers.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { chooseRow } from '../arguments/row.ts';

const programRows = byProgram<Program>([...servers, ...clients]);

/** The wrappers that a word starts, those for a subcommand first. */
export const wrapperRows = byProgram(wrappers);

/** The interpreters that a word starts, those for a subcommand first. */
export const interpreterRows = byProgram(interpreters);

/** The name a program is known by: without directory, `.exe`, `.cmd` and `.bat`. */
export function baseName(word: string): string {
  return word.replace(/^.*[/\\]/, '').replace(/\.(?:exe|cmd|bat)$/i, '');
}

/** What the tables say of the arguments of the program that a word starts, conditional rows first. */
export function rowsOf(word: string): readonly Program[] {
  return [...programRows(word), ...wrapperRows(word)];
}

/** Whether any table knows the program that a word starts. */
export function isKnownProgram(word: string): boolean {
  return rowsOf(word).length > 0 || interpreterRows(word).length > 0 || isTool(baseName(word));
}

/** Whether a command line is that of a tool, whose arguments never are ports; `git daemon` is a server's. */
export function isToolCall(word: string, args: readonly MappedText[]): boolean {
  return isTool(baseName(word)) && chooseRow(rowsOf(word), args).row === undefined;
}
