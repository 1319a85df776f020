import { type MappedText, MappedTextBuilder } from '../../text/mapped-text.ts';

/** A value of a JSON text with its decoded strings. */
export type JsonValue =
  | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly items: readonly JsonValue[] }
  | { readonly kind: 'string'; readonly at: MappedText }
  /** A number, `true`, `false`, `null`, or an expansion that stands for one of them. */
  | { readonly kind: 'bare'; readonly at: MappedText };

export interface JsonMember {
  readonly key: MappedText;
  readonly value: JsonValue;
}

const BLANK = /[\s\uFEFF]*/y;
const STRING = /"(?:[^"\\]|\\[\s\S])*"/y;
const BARE =
  /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|true\b|false\b|null\b|\$\{(?:[^{}]|\{[^{}]*\})*\}|\$[A-Za-z_]\w*/y;
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g;
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };
const DEEPEST = 200;

/**
 * Parses a JSON object or array, with `$NAME` and `${NAME}` allowed where a value stands.
 * Undefined when the text is anything else.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8259
 */
export function parseJson(text: MappedText): JsonValue | undefined {
  if (!/^[\s\uFEFF]*[{[]/.test(text.text)) return undefined;
  let at = 0;
  const take = (form: RegExp): string | undefined => {
    form.lastIndex = at;
    const found = form.exec(text.text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const sign = (wanted: string): boolean => {
    take(BLANK);
    if (text.text.charAt(at) !== wanted) return false;
    at++;
    take(BLANK);
    return true;
  };
  const string = (): MappedText | undefined => {
    const start = at;
    return take(STRING) === undefined ? undefined : decodeString(text.slice(start + 1, at - 1));
  };
  const list = <Item>(end: string, item: () => Item | undefined): Item[] | undefined => {
    const items: Item[] = [];
    if (sign(end)) return items;
    for (;;) {
      const next = item();
      if (next === undefined) return undefined;
      items.push(next);
      if (sign(end)) return items;
      if (!sign(',')) return undefined;
    }
  };
  const value = (depth: number): JsonValue | undefined => {
    if (depth > DEEPEST) return undefined;
    if (sign('{')) {
      const members = list('}', (): JsonMember | undefined => {
        const key = string();
        if (key === undefined || !sign(':')) return undefined;
        const of = value(depth + 1);
        return of === undefined ? undefined : { key, value: of };
      });
      return members === undefined ? undefined : { kind: 'object', members };
    }
    if (sign('[')) {
      const items = list(']', () => value(depth + 1));
      return items === undefined ? undefined : { kind: 'array', items };
    }
    const start = at;
    const quoted = string();
    if (quoted !== undefined) return { kind: 'string', at: quoted };
    return take(BARE) === undefined ? undefined : { kind: 'bare', at: text.slice(start, at) };
  };
  const whole = value(0);
  take(BLANK);
  return at === text.length ? whole : undefined;
}

function decodeString(inner: MappedText): MappedText {
  if (!inner.text.includes('\\')) return inner.enter('JSON string');
  const builder = new MappedTextBuilder();
  let done = 0;
  for (const match of inner.text.matchAll(ESCAPE)) {
    builder.copy(inner, done, match.index);
    done = match.index + match[0].length;
    const [, code, char = ''] = match;
    const decoded = code === undefined ? (ESCAPED[char] ?? char) : String.fromCharCode(Number.parseInt(code, 16));
    if (code === undefined && decoded === char) builder.copy(inner, done - char.length, done);
    else builder.replace(decoded, inner, match.index, done);
  }
  return builder.copy(inner, done).build('JSON string', inner);
}
