import type { MappedText } from '../../text/mapped-text.ts';
import type { Setting } from './setting.ts';

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<\/\s*(?<closed>[A-Za-z_][\w:.-]*)\s*>|<(?<opened>[A-Za-z_][\w:.-]*)(?<attributes>(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(?<empty>\/?)>|(?<text>[^<]+)/g;
const ATTRIBUTE = /(?<name>[\w:.-]+)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/g;
/** Attributes and elements that name what the value beside them is of: `<param name="port" value="80"/>`. */
const NAMES = /^(?:name|key|id|property)$/i;
const VALUES = /^(?:value|string-value|param-value)$/i;

/** Whether a text has elements with attributes or with an end, as XML has and Apache's sections have not. */
export function looksLikeXml(text: string): boolean {
  return /^\s*<\?xml|<[A-Za-z][\w:.-]*(?:\s+[\w:.-]+\s*=\s*["'][^<>]*)?\/>|<([A-Za-z][\w:.-]*)(?:\s+[\w:.-]+\s*=\s*["'][^<>]*)?>\s*[^<>\n]*\s*<\/\1>|<[A-Za-z][\w:.-]*\s+[\w:.-]+\s*=\s*["'][^<>]*>/.test(
    text,
  );
}

/**
 * The attributes and elements of an XML text, or of a part of one, as settings.
 *
 * @see https://www.w3.org/TR/xml/
 */
export function readXml(text: MappedText): Setting[] {
  const settings: Setting[] = [];
  const open: string[] = [];
  let name: string | undefined;
  for (const match of text.text.matchAll(TOKEN)) {
    const { closed, opened, attributes = '', empty = '', text: content } = match.groups ?? {};
    if (opened !== undefined) {
      open.push(opened);
      const start = match.index + 1 + opened.length;
      settings.push(...readAttributes(text.slice(start, start + attributes.length), open));
      if (empty === '/') open.pop();
    } else if (closed !== undefined) {
      const last = open.lastIndexOf(closed);
      if (last !== -1) open.length = last;
      if (!NAMES.test(closed) && !VALUES.test(closed)) name = undefined;
    } else if (content !== undefined && content.trim() !== '') {
      const at = text.slice(match.index, match.index + content.length).trim();
      const element = open.at(-1);
      if (element === undefined) continue;
      if (NAMES.test(element)) name = at.text;
      const key = VALUES.test(element) && name !== undefined ? name : element;
      settings.push({ path: open.slice(0, -1), key: local(key), value: at, joined: 'sign', at });
    }
  }
  return settings;
}

function readAttributes(text: MappedText, path: readonly string[]): Setting[] {
  const found = [...text.text.matchAll(ATTRIBUTE)].map((match) => {
    const { name = '', double, single = '' } = match.groups ?? {};
    const end = match.index + match[0].length;
    const value = text.slice(end - 1 - (double ?? single).length, end - 1);
    return { name, value, at: text.slice(match.index, end) };
  });
  const named = found.find((attribute) => NAMES.test(attribute.name))?.value.text;
  return found.map((attribute): Setting => {
    const key = VALUES.test(attribute.name) && named !== undefined ? named : local(attribute.name);
    return { path: [...path], key, value: attribute.value, joined: 'sign', at: attribute.at };
  });
}

function local(name: string): string {
  return name.replace(/^.*:(?=\w)/, '');
}
