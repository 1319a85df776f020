import { encode } from '../files/encoding.ts';

/** New text for one run of a file's bytes. */
export interface ByteEdit {
  /** Where the old text starts, in bytes of the old content. */
  readonly offset: number;
  /** Of the old text, in bytes. */
  readonly length: number;
  readonly text: string;
}

/** An edit that can be made and taken back. Each character of its texts is one byte: U+0000 to U+00FF. */
export interface RecordedEdit {
  /** In bytes of the old content. */
  readonly offset: number;
  readonly old: string;
  readonly new: string;
}

/**
 * The edits with what they replace.
 *
 * @param edits - In the order of the file, without overlaps.
 */
export function recordEdits(before: Uint8Array, edits: readonly ByteEdit[]): RecordedEdit[] {
  return edits.map(({ offset, length, text }) => ({
    offset,
    old: latin1(before.subarray(offset, offset + length)),
    new: latin1(encode(text)),
  }));
}

/** The new content, or undefined where the old texts are not where they should be. */
export function makeEdits(before: Uint8Array, edits: readonly RecordedEdit[]): Uint8Array | undefined {
  return replace(before, edits);
}

/** The old content, or undefined where the new texts are not where they should be. */
export function takeBackEdits(after: Uint8Array, edits: readonly RecordedEdit[]): Uint8Array | undefined {
  let shift = 0;
  const inverse = edits.map((edit) => {
    const offset = edit.offset + shift;
    shift += edit.new.length - edit.old.length;
    return { offset, old: edit.new, new: edit.old };
  });
  return replace(after, inverse);
}

function replace(content: Uint8Array, edits: readonly RecordedEdit[]): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let end = 0;
  for (const { offset, old, new: replacement } of edits) {
    const next = offset + old.length;
    if (offset < end || next > content.length || latin1(content.subarray(offset, next)) !== old) return undefined;
    parts.push(content.subarray(end, offset), Buffer.from(replacement, 'latin1'));
    end = next;
  }
  return Buffer.concat([...parts, content.subarray(end)]);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
