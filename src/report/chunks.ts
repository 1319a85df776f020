/** So many UTF-16 code units are written at once. */
const CHUNK = 1 << 16;

/** Takes texts, and bytes where the stream does. */
export interface ChunkedWriter<Bytes extends Uint8Array> {
  write(text: string | Bytes): void;
  /** Writes what is left. */
  end(): void;
}

/**
 * Puts short texts together before they are written, as a write takes longer than making the text.
 * Bytes go as they are, in their place.
 */
export function inChunks<Bytes extends Uint8Array = never>(
  write: (text: string | Bytes) => unknown,
): ChunkedWriter<Bytes> {
  let held: string[] = [];
  let length = 0;
  const end = (): void => {
    if (length > 0) write(held.join(''));
    held = [];
    length = 0;
  };
  return {
    end,
    write(text) {
      if (typeof text === 'string') {
        held.push(text);
        length += text.length;
        if (length >= CHUNK) end();
      } else {
        end();
        write(text);
      }
    },
  };
}
