import { diffArrays } from 'diff';

/** A part of a line, and whether it differs from the other version of the line. */
export interface LinePart {
  readonly text: string;
  readonly changed: boolean;
}

/** Where two lines differ in more than this, all that is between their common ends counts as changed. */
const MAX_EDIT_LENGTH = 500;

/** Both versions of a line in parts; a number is one thing, so that it is changed as a whole or not at all. */
export function lineParts(before: string, after: string): { before: LinePart[]; after: LinePart[] } {
  const start = commonStart(before, after);
  const ending = commonEnd(before, after, start);
  const removed = tokens(before.slice(start, before.length - ending));
  const added = tokens(after.slice(start, after.length - ending));
  const changes = diffArrays(removed, added, { maxEditLength: MAX_EDIT_LENGTH }) ?? [
    { value: removed, removed: true, added: false },
    { value: added, removed: false, added: true },
  ];
  const between = changes.map((change) => ({ ...change, text: change.value.join('') }));
  const whole = (parts: readonly LinePart[]): LinePart[] =>
    [
      { text: before.slice(0, start), changed: false },
      ...parts,
      { text: before.slice(before.length - ending), changed: false },
    ].filter(({ text }) => text !== '');
  return {
    before: whole(between.filter((part) => !part.added).map(({ text, removed: changed }) => ({ text, changed }))),
    after: whole(between.filter((part) => !part.removed).map(({ text, added: changed }) => ({ text, changed }))),
  };
}

/** Numbers as a whole, everything else character by character. */
function tokens(text: string): string[] {
  return text.match(/\d+|\D/gu) ?? [];
}

/** How many code units both lines start with, without a part of a number or of a character. */
function commonStart(line: string, other: string): number {
  const most = Math.min(line.length, other.length);
  let length = 0;
  while (length < most && line.charCodeAt(length) === other.charCodeAt(length)) length++;
  while (length > 0 && /[\d\ud800-\udbff]/.test(line.charAt(length - 1))) length--;
  return length;
}

/** How many code units both lines end with behind `start`, without a part of a number or of a character. */
function commonEnd(line: string, other: string, start: number): number {
  const most = Math.min(line.length, other.length) - start;
  let length = 0;
  while (length < most && line.charCodeAt(line.length - length - 1) === other.charCodeAt(other.length - length - 1)) {
    length++;
  }
  while (length > 0 && /[\d\udc00-\udfff]/.test(line.charAt(line.length - length))) length--;
  return length;
}
