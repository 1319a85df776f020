import type { Finding } from '../occurrence.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { findAddresses } from './address.ts';
import { distinctFindings } from './config/findings.ts';
import type { Readers } from './config/readers.ts';
import { findInConfig } from './config.ts';
import { parseSed, type SedCommand } from './sed/commands.ts';
import { type Edit, readEdit } from './sed/edit.ts';
import { parsePerlSubstitutions } from './sed/perl.ts';
import { decodeText } from './sed/replacement.ts';

/** Why digits on the search side stay: the file that the script edits says them, and it does not change. */
const SEARCH_SIDE = 'search side of sed: must match text this change does not touch';

/**
 * The ports that a sed script writes: the replacement side of `s`, in the light of what it
 * searches for, and the text of `a`, `i` and `c`. All digits that it searches for are `other`.
 *
 * @param script the script, without shell quoting; several scripts of one sed are read one by one
 * @param target the file that is edited, where it is known
 */
export function readSed(script: MappedText, target?: string, readers: Readers = {}): Finding[] {
  return distinctFindings(parseSed(script).flatMap((command) => readCommand(command, target, readers)));
}

/**
 * The ports that the substitutions of a Perl program write, as `perl -pe 's/80/8080/'` does.
 *
 * @param code the program, without shell quoting
 * @param target the file that is edited, where it is known
 */
export function readPerlSubstitutions(code: MappedText, target?: string, readers: Readers = {}): Finding[] {
  return distinctFindings(
    parsePerlSubstitutions(code).flatMap(({ search, replacement, conditions }) => [
      ...[search, ...conditions].flatMap((pattern) => digitsOf(pattern, SEARCH_SIDE)),
      ...readEdit({ search, replacement, conditions, dialect: 'perl', target, readers }),
    ]),
  );
}

function readCommand(command: SedCommand, target: string | undefined, readers: Readers): Finding[] {
  const around = [
    ...command.addresses.flatMap((pattern) => digitsOf(pattern, SEARCH_SIDE)),
    ...command.lines.flatMap((line) => digitsOf(line, 'a line number in a sed script')),
  ];
  switch (command.kind) {
    case 'substitute': {
      const { search, replacement, addresses } = command;
      const edit: Edit = { search, replacement, conditions: addresses, dialect: 'sed', target, readers };
      return [...around, ...digitsOf(search, SEARCH_SIDE), ...readEdit(edit)];
    }
    case 'text':
      return [...around, ...findInConfig(decodeText(command.text), target, readers)];
    case 'execute':
      return [...around, ...(readers.commands?.(command.command) ?? findAddresses(command.command))];
    case 'other':
      return [...around, ...digitsOf(command.argument, 'not text that sed writes')];
  }
}

function digitsOf(text: MappedText, reason: string): Finding[] {
  return [...text.text.matchAll(/\d+/g)].map((match) => ({
    kind: 'other',
    at: text.slice(match.index, match.index + match[0].length),
    reason,
  }));
}
