import { encode } from '../files/encoding.ts';
import { DEFAULT_CONTEXT, quotedName, unifiedDiff } from './diff.ts';
import { type MoveOwners, movedPorts, type ReviewedFile } from './moved-ports.ts';
import { printable } from './printable.ts';
import { statText } from './stat.ts';
import { counted } from './words.ts';

/** A planned file and its path from the folder where the patch is to be applied, with `/` between folders. */
export interface PatchFile extends ReviewedFile {
  readonly path: string;
}

export interface PatchOptions {
  /** When the patch was made: the same date gives the same patch. */
  readonly date: Date;
  readonly author?: PatchAuthor | undefined;
  /** The version of this program, for the signature. */
  readonly version: string;
  readonly context?: number | undefined;
  /** Whose each move is. */
  readonly owners?: MoveOwners | undefined;
}

export interface PatchAuthor {
  readonly name: string;
  readonly email: string;
}

const NOBODY: PatchAuthor = { name: 'reberth', email: 'reberth@localhost' };
/** What git wraps mail at, and the longest list of ports that a subject holds. */
const MAIL_WIDTH = 72;
const MOST_PORTS = 3;
const MOST_REVIEW = 20;

/**
 * A patch in the form of a mail, for `git am` and `git apply`: header lines, a summary of what moves
 * and of what is left for review, a diffstat, the diff of every file, a signature. Empty where nothing
 * changes. Files with carriage returns take `git am --keep-cr`, as from `git format-patch`.
 *
 * Source: https://git-scm.com/docs/git-format-patch#_discussion
 */
export function patchText(files: readonly PatchFile[], options: PatchOptions): Uint8Array {
  const changed = files.filter(({ before, after }) => before !== after);
  if (changed.length === 0) return new Uint8Array();
  const { date, author = NOBODY, version, context = DEFAULT_CONTEXT, owners } = options;
  const head = [
    `From ${'0'.repeat(40)} Mon Sep 17 00:00:00 2001`,
    `From: ${mailbox(author)}`,
    `Date: ${mailDate(date)}`,
    `Subject: [PATCH] ${subject(changed, owners)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...summary(files, owners),
    '---',
  ];
  const stat = statText(changed, { width: MAIL_WIDTH, quote: quotedName });
  const end = `-- \nreberth ${version}\n\n`;
  const diffs = changed.map((file) => unifiedDiff(file, context));
  return Buffer.concat([encode(`${head.join('\n')}\n${stat}\n`), ...diffs, encode(end)]);
}

function subject(files: readonly PatchFile[], owners: MoveOwners | undefined): string {
  const ports = [...new Set(movedPorts(files, owners).flatMap((port) => (port.edits > 0 ? [ascii(port.ports)] : [])))];
  const shown = ports.slice(0, MOST_PORTS).join(', ');
  const more = ports.length > MOST_PORTS ? ` and ${ports.length - MOST_PORTS} more` : '';
  return `Move ${ports.length === 1 ? 'port' : 'ports'} ${shown}${more}`;
}

/** The text of the commit; no line of it can be taken for the start of the diff. */
function summary(files: readonly PatchFile[], owners: MoveOwners | undefined): string[] {
  const ports = movedPorts(files, owners);
  const moved = ports
    .filter(({ edits }) => edits > 0)
    .map(({ service, ports: text, edits, paths }) => {
      const name = service === undefined ? '' : `${quotedName(service)}: `;
      return `  ${name}${ascii(text)}, ${counted(edits, 'edit')} in ${counted(paths.length, 'file')}`;
    });
  const review = files.flatMap((file) => file.review.map((item) => ({ file, item })));
  const left = review.slice(0, MOST_REVIEW).map(({ file, item }) => {
    const { line, column } = file.offsets.position(item.span.start);
    return `  ${quotedName(file.path)}:${line}:${column}: ${printable(item.reason)}`;
  });
  const more = review.length > MOST_REVIEW ? [`  and ${review.length - MOST_REVIEW} more`] : [];
  const toReview = left.length === 0 ? [] : ['', 'Left as it is, for review:', '', ...left, ...more];
  return ['The ports of containers move in their Dockerfiles:', '', ...moved, ...toReview];
}

function ascii(ports: string): string {
  return ports.replace('→', '->');
}

/**
 * `Name <address>`, with a name beyond ASCII as an encoded word.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc2047#section-4.2
 */
function mailbox({ name, email }: PatchAuthor): string {
  const address = email.replace(/[\x00-\x20<>]/g, '');
  if (!/^[\x20-\x7e]*$/.test(name)) {
    const word = [...Buffer.from(name, 'utf8')]
      .map((byte) =>
        isWordByte(byte) ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
      )
      .join('');
    return `=?UTF-8?q?${word}?= <${address}>`;
  }
  const isPlain = /^[\w!#$%&'*+/=?^`{|}~ -]*$/.test(name);
  return `${isPlain ? name : `"${name.replace(/["\\]/g, '\\$&')}"`} <${address}>`;
}

function isWordByte(byte: number): boolean {
  return /[A-Za-z0-9]/.test(String.fromCharCode(byte));
}

/** `Thu, 1 Jan 2026 00:00:00 +0000`. */
function mailDate(date: Date): string {
  return date
    .toUTCString()
    .replace(/^(\w+, )0/, '$1')
    .replace(/GMT$/, '+0000');
}
