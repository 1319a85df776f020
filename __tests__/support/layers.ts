import { readLines } from '../../src/dockerfile/lines.ts';
import { decodeJsonString, decodeWord } from '../../src/dockerfile/words.ts';
import { decodeLiteral } from '../../src/languages/code/literal.ts';
import { readShell } from '../../src/languages/shell.ts';
import type { MappedText } from '../../src/text/mapped-text.ts';

/** Where one decoded character stands in an encoded text, and whether it is written there as itself. */
export interface Origin {
  readonly start: number;
  readonly end: number;
  readonly verbatim: boolean;
}

/** A text as it is written in an outer layer; `origins` has one entry for each character of the inner text. */
export interface Encoded {
  readonly text: string;
  readonly origins: readonly Origin[];
}

/** Gives numbers from 0 on, below the bound: how an encoder decides between ways to write a character. */
export type Choose = (bound: number) => number;

/** One layer: a way to write a text, and the product's way to read it. */
export interface LayerKind {
  readonly name: string;
  /** Undefined for a text that this layer cannot hold. */
  encode(text: string, choose: Choose): Encoded | undefined;
  decode(text: MappedText): MappedText;
}

/** Collects an encoded text piece by piece. */
function writer() {
  let text = '';
  const origins: Origin[] = [];
  return {
    /** Text that stands for nothing: quotes, line breaks. */
    around(extra: string): void {
      text += extra;
    },
    /** The next character, as itself or in another spelling. */
    put(character: string, spelling: string = character): void {
      origins.push({ start: text.length, end: text.length + spelling.length, verbatim: spelling === character });
      text += spelling;
    },
    done: (): Encoded => ({ text, origins }),
  };
}

function unicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const json: LayerKind = {
  name: 'JSON',
  encode(text, choose) {
    const out = writer();
    for (const character of text.split('')) {
      if (character < ' ' || choose(8) === 0) out.put(character, unicode(character));
      else if (character === '"' || character === '\\') out.put(character, `\\${character}`);
      else out.put(character);
    }
    return out.done();
  },
  decode: decodeJsonString,
};

/** Writes a word of a shell in a mixture of quotes; `mustEscape` says what `\` stands before within `"`. */
function encodeWord(text: string, choose: Choose, mustEscape: RegExp): Encoded {
  const out = writer();
  const characters = text.split('');
  for (let i = 0; i < characters.length; ) {
    const quote = ['', '"', "'"][choose(3)] ?? '';
    const length = 1 + choose(4);
    const run = characters.slice(i, i + length);
    i += run.length;
    out.around(quote);
    for (const character of run) {
      if (quote === '' && !/[\w:/.-]/.test(character)) out.put(character, `\\${character}`);
      else if (quote === '"' && mustEscape.test(character)) out.put(character, `\\${character}`);
      else if (quote === "'" && character === "'") {
        out.around("'");
        out.put(character, "\\'");
        out.around("'");
      } else out.put(character);
    }
    out.around(quote);
  }
  return out.done();
}

function shifted({ text, origins }: Encoded, before: string): Encoded {
  const by = before.length;
  return {
    text: before + text,
    origins: origins.map(({ start, end, verbatim }) => ({ start: start + by, end: end + by, verbatim })),
  };
}

const shell: LayerKind = {
  name: 'shell',
  encode: (text, choose) =>
    text === '' || text.includes('\n') ? undefined : shifted(encodeWord(text, choose, /[$`"\\]/), 'run '),
  decode: (text) => readShell(text)[0]?.words[1] ?? text.slice(0, 0),
};

const word: LayerKind = {
  name: 'Dockerfile word',
  encode: (text, choose) => encodeWord(text, choose, /[$"\\]/),
  decode: (text) => decodeWord(text, '\\'),
};

const string: LayerKind = {
  name: 'string',
  encode(text, choose) {
    const out = writer();
    for (const character of text.split('')) {
      if (character === '\n') out.put(character, '\\n');
      else if (character !== 'u' && choose(8) === 0) out.put(character, unicode(character));
      else {
        // The reader takes the character behind the backslash as it is.
        if (/['"\\]/.test(character)) out.around('\\');
        out.put(character);
      }
    }
    return out.done();
  },
  decode: (text) => decodeLiteral(text, { backslash: 'all' }, 'string'),
};

const BREAKS = ['\\\n', '\\\r\n', '\\ \t\n', '\\\n  # 8095 in a comment\n', '\\\n\n   \n'];

/** A file with one instruction, its lines continued here and there. */
export const continuation: LayerKind = {
  name: 'continuation',
  encode(text, choose) {
    if (/[\r\n]/.test(text)) return undefined;
    const out = writer();
    out.around('FROM scratch\r\nRUN ');
    for (const [i, character] of text.split('').entries()) {
      // A backslash before would be continued itself; a line of blanks and a comment would vanish.
      const mayBreak = i > 0 && text[i - 1] !== '\\' && !/[\s#]/.test(character);
      if (mayBreak && choose(6) === 0) out.around(BREAKS[choose(BREAKS.length)] ?? '');
      out.put(character);
    }
    out.around(';\nEXPOSE 80\n');
    return out.done();
  },
  decode(file) {
    const [, run] = [...readLines(file.text)].filter((line) => line.kind === 'instruction');
    if (run === undefined) throw new Error('there is no second instruction');
    return run.text.slice('RUN '.length, run.text.length - 1);
  },
};

export const innerLayers: readonly LayerKind[] = [json, shell, word, string];

/** Where the characters of the innermost text stand in the outermost one. */
export function compose(inner: Encoded, outer: Encoded): Encoded {
  const origins = inner.origins.map(({ start, end, verbatim }) => {
    const covered = outer.origins.slice(start, end);
    return {
      start: covered[0]?.start ?? 0,
      end: covered.at(-1)?.end ?? 0,
      verbatim: verbatim && covered.every((origin) => origin.verbatim),
    };
  });
  return { text: outer.text, origins };
}
