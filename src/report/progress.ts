/** Where progress is shown. */
export interface ProgressStream {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
}

export interface Progress {
  /** Says how much of the whole is done. */
  update(done: number, total: number): void;
  /** Takes the line back. */
  end(): void;
}

/** Fewer than this are done before anybody has read that they are under way. */
const WORTH_SHOWING = 200;
const WIDTH = 30;

/** A line that says how far a run is, on a terminal; nothing anywhere else. */
export function progressOn(stream: ProgressStream, what: string): Progress {
  let shown = '';
  return {
    update(done, total) {
      if (stream.isTTY !== true || total < WORTH_SHOWING) return;
      const filled = Math.floor((done / total) * WIDTH);
      const line = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${total} ${what}`;
      if (line !== shown) stream.write(`\r${line}\x1b[K`);
      shown = line;
    },
    end() {
      if (shown !== '') stream.write('\r\x1b[K');
      shown = '';
    },
  };
}
