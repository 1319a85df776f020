/** A half-open run of UTF-16 code units: `start` is in it, `end` is not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * One step of reading: the text that was read and what it was read as. Layers form a chain from
 * the innermost text out to the file.
 */
export interface Layer {
  readonly name: string;
  readonly text: MappedText;
  readonly parent: Layer | undefined;
}

/** A run of decoded text. Where both lengths agree it is a verbatim copy of the source. */
interface Segment {
  readonly text: number;
  readonly length: number;
  readonly source: number;
  readonly sourceLength: number;
  readonly verbatim: boolean;
}

/**
 * Decoded text that knows where each of its characters stands in the file.
 *
 * Decoding a layer (joining continued lines, unescaping a JSON string, unquoting a shell word)
 * gives a new `MappedText` that still points into the file, however many layers deep. Offsets are
 * UTF-16 code units, in the decoded text as well as in the file.
 */
export class MappedText {
  readonly text: string;
  readonly layer: Layer | undefined;
  readonly #segments: readonly Segment[];
  /** Where this text starts within the segments: slices share the segments of what they cut. */
  readonly #start: number;
  /** How far on in the file this text stands than its segments say. */
  readonly #shift: number;

  private constructor(
    text: string,
    segments: readonly Segment[],
    start: number,
    layer: Layer | undefined,
    shift: number,
  ) {
    this.text = text;
    this.#segments = segments;
    this.#start = start;
    this.layer = layer;
    this.#shift = shift;
  }

  /** The text of a file, or a part of it that starts at `offset` of the file. */
  static of(text: string, offset = 0): MappedText {
    const whole = { text: 0, length: text.length, source: offset, sourceLength: text.length, verbatim: true };
    return new MappedText(text, [whole], 0, undefined, 0);
  }

  /** Internal to `MappedTextBuilder`. */
  static fromSegments(text: string, segments: readonly Segment[], layer: Layer | undefined): MappedText {
    return new MappedText(text, segments, 0, layer, 0);
  }

  get length(): number {
    return this.text.length;
  }

  /** The part from `start` to `end`, with the meaning of `String.prototype.slice` for positive offsets. */
  slice(start: number, end: number = this.text.length): MappedText {
    const from = Math.min(Math.max(start, 0), this.text.length);
    const to = Math.min(Math.max(end, from), this.text.length);
    if (from === 0 && to === this.text.length) return this;
    return new MappedText(this.text.slice(from, to), this.#segments, this.#start + from, this.layer, this.#shift);
  }

  /** The same text where it stands `by` UTF-16 code units further on in a file, or further back. */
  moved(by: number): MappedText {
    return by === 0 ? this : new MappedText(this.text, this.#segments, this.#start, this.layer, this.#shift + by);
  }

  /** The same text, read as something further in: `enter('shell word')`. */
  enter(name: string): MappedText {
    const layer: { name: string; text: MappedText; parent: Layer | undefined } = {
      name,
      text: this,
      parent: this.layer,
    };
    const entered = new MappedText(this.text, this.#segments, this.#start, layer, this.#shift);
    layer.text = entered;
    return entered;
  }

  /** Without blanks at both ends. */
  trim(): MappedText {
    const start = this.text.length - this.text.trimStart().length;
    return this.slice(start, start + this.text.trim().length);
  }

  /** The parts between the matches of `separator`, which must be a global expression. */
  split(separator: RegExp): MappedText[] {
    const parts: MappedText[] = [];
    let start = 0;
    for (const match of this.text.matchAll(separator)) {
      parts.push(this.slice(start, match.index));
      start = match.index + match[0].length;
    }
    parts.push(this.slice(start));
    return parts;
  }

  /**
   * The file offsets that the characters from `span.start` to `span.end` were decoded from, or
   * `undefined` when they are not one run of the file that reads the same there (a line break
   * between them, an escape sequence instead of the character).
   *
   * An empty span has the file offset right behind the character before it.
   */
  toSource(span: Span = { start: 0, end: this.text.length }): Span | undefined {
    if (span.start === span.end) {
      const offset = this.#boundary(span.start);
      return { start: offset, end: offset };
    }
    let at = this.#start + span.start;
    const end = this.#start + span.end;
    const first = this.#segments[this.#find(at)];
    if (first === undefined) return undefined;
    const source = first.source + at - first.text;
    let expected = source;
    for (let i = this.#find(at); at < end; i++) {
      const segment = this.#segments[i];
      if (segment === undefined || !segment.verbatim) return undefined;
      if (segment.source + at - segment.text !== expected) return undefined;
      const taken = Math.min(end, segment.text + segment.length) - at;
      at += taken;
      expected += taken;
    }
    return { start: source + this.#shift, end: expected + this.#shift };
  }

  /** The file offset where the character at `index` starts; at the end of the text, where the last one ends. */
  sourceOffset(index: number): number {
    if (index >= this.text.length) return this.#boundary(this.text.length);
    const at = this.#start + index;
    const segment = this.#segments[this.#find(at)];
    if (segment === undefined) return this.#shift;
    return this.#shift + (segment.verbatim ? segment.source + at - segment.text : segment.source);
  }

  /** The runs this text consists of, for copying into another text. */
  *segmentsOf(start: number, end: number): Iterable<Segment> {
    let at = this.#start + start;
    const last = this.#start + end;
    for (let i = this.#find(at); at < last; i++) {
      const segment = this.#segments[i];
      if (segment === undefined) return;
      const stop = Math.min(last, segment.text + segment.length);
      yield segment.verbatim
        ? {
            text: at - this.#start,
            length: stop - at,
            source: this.#shift + segment.source + at - segment.text,
            sourceLength: stop - at,
            verbatim: true,
          }
        : { ...segment, source: this.#shift + segment.source, text: at - this.#start, length: stop - at };
      at = stop;
    }
  }

  /** The file offset between the character before `index` and the one at it. */
  #boundary(index: number): number {
    if (index === 0) {
      const first = this.#segments[this.#find(this.#start)];
      if (first === undefined) return this.#shift;
      return this.#shift + (first.verbatim ? first.source + this.#start - first.text : first.source);
    }
    const at = this.#start + index - 1;
    const segment = this.#segments[this.#find(at)];
    if (segment === undefined) return this.#shift;
    return (
      this.#shift + (segment.verbatim ? segment.source + at - segment.text + 1 : segment.source + segment.sourceLength)
    );
  }

  /** The segment that holds the character at `at`; the last one for what is behind the end. */
  #find(at: number): number {
    let low = 0;
    let high = this.#segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const segment = this.#segments[middle];
      if (segment !== undefined && segment.text <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Puts a decoded text together from pieces of the text it is decoded from. */
export class MappedTextBuilder {
  #text: string[] = [];
  #length = 0;
  #segments: Segment[] = [];

  /** Copies the characters from `start` to `end` as they are. */
  copy(from: MappedText, start = 0, end: number = from.length): this {
    for (const segment of from.segmentsOf(start, end)) this.#push({ ...segment, text: this.#length });
    this.#text.push(from.text.slice(start, end));
    return this;
  }

  /** Puts `decoded` for the characters from `start` to `end`, such as `"` for `\"`. */
  replace(decoded: string, from: MappedText, start: number, end: number): this {
    if (decoded === '') return this;
    const source = from.sourceOffset(start);
    const sourceEnd = end > start ? (from.toSource({ start: end, end })?.start ?? source) : source;
    this.#push({
      text: this.#length,
      length: decoded.length,
      source,
      sourceLength: sourceEnd - source,
      verbatim: false,
    });
    this.#text.push(decoded);
    return this;
  }

  #push(segment: Segment): void {
    const last = this.#segments.at(-1);
    if (last?.verbatim && segment.verbatim && last.source + last.length === segment.source) {
      const length = last.length + segment.length;
      this.#segments[this.#segments.length - 1] = { ...last, length, sourceLength: length };
    } else if (segment.length > 0) {
      this.#segments.push(segment);
    }
    this.#length += segment.length;
  }

  /** The decoded text; `name` says what it was read as, `from` what it was read from. */
  build(name: string, from: MappedText): MappedText {
    if (this.#segments.length === 0) return from.slice(0, 0).enter(name);
    return MappedText.fromSegments(this.#text.join(''), this.#segments, from.layer).enter(name);
  }
}
