import type { MappedText } from '../../text/mapped-text.ts';
import type { Setting } from './setting.ts';
import { bareValue } from './value.ts';

/** A part of a configuration text: a setting, or something that is none. */
export type Statement =
  | { readonly kind: 'setting'; readonly setting: Setting }
  | { readonly kind: 'free'; readonly at: MappedText };

const KEY =
  /^(?:(?:export|setenv|SetEnv|PassEnv|env|var|let|const|local|declare|readonly|-)\s+)*(?<quote>["']?)(?<key>[$@%&]?-{0,2}[A-Za-z_][\w.$@/-]*(?:\[[^\]\s]*\])*)\k<quote>(?<sign>\s*(?:=>|:=|\?=|\+=|=(?!=))\s*|\s*:\s+|:$|:(?=["'[{\d$*])|\s+)(?<value>[\s\S]*)$/;
/** Words that lead to the name of a setting in some formats: `CONFIG name INT value`. */
const TYPED = /^(?:CONFIG|LOCAL)\s+(?<key>[\w.]+)\s+(?:INT|STRING|FLOAT)\s+(?<value>[\s\S]*)$/;
const COMMENT = /^(?:#+|;+|\/\/+|!+|--(?=\s)|REM\s|rem\s)\s*/;
const SECTION = /^\[+([^[\]]*[A-Za-z][^[\]]*)\]+\s*(?:[#;].*)?$/;
const MORE_PAIRS = /^("[^"]*"|'[^']*'|[^\s"'()[\]{},]+),?\s+(?=[A-Za-z_][\w:.-]*\s*=\s*[^\s=])/;
/** `<server>` and `</server>`, as Fluentd and Apache write blocks. */
const TAG = /^<(?<end>\/?)(?<name>[A-Za-z]\w*)(?:\s[^<>]*)?>$/;
const APACHE_SECTION = /^<([A-Z]\w+)\s+([^<>="]+)>?$/;

/** What the lines and blocks of a text in some configuration format state, in order. */
export function readStatements(text: MappedText): Statement[] {
  const statements: Statement[] = [];
  const blocks: string[] = [];
  const indents: { indent: number; key: string }[] = [];
  let section: string[] = [];
  for (const line of text.split(/\r?\n/g)) {
    const trimmed = line.trim();
    if (trimmed.length === 0) continue;
    const header = SECTION.exec(trimmed.text);
    if (header !== null) {
      section = (header[1] ?? '').trim().split('.');
      indents.length = 0;
      continue;
    }
    const tag = TAG.exec(trimmed.text)?.groups;
    if (tag?.['end'] === '/') {
      blocks.pop();
      continue;
    }
    const comment = COMMENT.exec(trimmed.text);
    if (comment !== null) {
      const setting = readSettingText(trimmed.slice(comment[0].length), [...section, ...blocks]);
      if (setting !== undefined) statements.push({ kind: 'setting', setting: { ...setting, comment: true } });
      continue;
    }
    if (tag !== undefined) {
      const setting = readSettingText(trimmed, [...section, ...blocks]);
      if (setting !== undefined) statements.push({ kind: 'setting', setting });
      blocks.push(tag['name'] ?? '');
      continue;
    }
    const indent = line.text.length - line.text.trimStart().length + (/^-\s+/.exec(trimmed.text)?.[0].length ?? 0);
    while ((indents.at(-1)?.indent ?? -1) >= indent) indents.pop();
    for (const part of splitBlocks(withoutRemark(trimmed))) {
      if (part.kind === 'close') {
        blocks.pop();
        continue;
      }
      const path = [...section, ...indents.map((open) => open.key), ...blocks];
      if (part.kind === 'open') blocks.push(part.at.text.trim());
      const setting = readSettingText(part.at, path);
      if (setting !== undefined && setting.value.length === 0) indents.push({ indent, key: setting.key });
      else if (setting !== undefined) statements.push(...splitPairs(setting));
      else if (part.at.length > 0) statements.push({ kind: 'free', at: withItemKey(part.at, statements, indents) });
    }
  }
  return statements;
}

/** `port="80" secure="true"` is a setting and, behind its first value, more of them. */
function splitPairs(setting: Setting): Statement[] {
  const isPairs = /^["']?[\w.-]+=/.test(setting.value.text);
  const more = setting.joined === 'sign' && !isPairs ? MORE_PAIRS.exec(setting.value.text) : null;
  if (more === null) return [{ kind: 'setting', setting }];
  const value = bareValue(setting.value.slice(0, more[1]?.length));
  const rest = setting.value.slice(more[0].length);
  const next = readSettingText(rest, setting.path);
  return [
    { kind: 'setting', setting: { ...setting, value } },
    ...(next === undefined ? [{ kind: 'free', at: rest } as const] : splitPairs(next)),
  ];
}

/** An item of a list is a setting with the name of the list: `ports:` and below it `- 8080`. */
function withItemKey(
  at: MappedText,
  statements: Statement[],
  indents: readonly { readonly indent: number; readonly key: string }[],
): MappedText {
  const item = /^-\s+(?=["']?[\d:*[])/.exec(at.text);
  const list = indents.at(-1);
  if (item === null || list === undefined) return at;
  const value = at.slice(item[0].length);
  const path = indents.slice(0, -1).map((open) => open.key);
  statements.push({ kind: 'setting', setting: { path, key: list.key, value, joined: 'sign', at } });
  return at.slice(at.length);
}

/** A name and its value, or undefined when the text does not start with a name. */
export function readSettingText(text: MappedText, path: readonly string[]): Setting | undefined {
  const at = text.trim();
  const section = APACHE_SECTION.exec(at.text);
  if (section !== null) {
    const start = at.text.indexOf(section[2] ?? '', (section[1] ?? '').length);
    const value = at.slice(start, start + (section[2] ?? '').length);
    return { path, key: section[1] ?? '', value, joined: 'blank', at };
  }
  const match = TYPED.exec(at.text) ?? KEY.exec(at.text);
  if (match === null) return undefined;
  const { key = '', sign = ' ', value = '' } = match.groups ?? {};
  if (value === '' && !sign.includes(':')) return undefined;
  const joined = sign.trim() === '' ? 'blank' : sign === ':' && value !== '' ? 'colon' : 'sign';
  const settled = at.slice(at.length - value.length).trim();
  return { path, key: plainKey(key), value: joined === 'blank' ? settled : listOrValue(settled), joined, at };
}

/** `$config['smtp_port']` is `config.smtp_port`, `httpPort$Long` is `httpPort`. */
function plainKey(key: string): string {
  return key
    .replace(/(?<=\w)\$\w+$/, '')
    .replace(/\[["']?([^\]"']*)["']?\]/g, '.$1')
    .replace(/^[@%&]/, '');
}

function listOrValue(value: MappedText): MappedText {
  return /^["'[{(]/.test(value.text) && !/^[{(].*[=:]/.test(value.text) ? bareValue(value) : value;
}

/** Without a comment behind the text: a `#` or `//` with a blank before it, outside quotes. */
function withoutRemark(line: MappedText): MappedText {
  const remark = /^(?:[^"'#]|"(?:[^"\\]|\\.)*"|'[^']*'|(?<!\s)#)*?\s(?:#|\/\/\s)/.exec(line.text);
  return remark === null ? line : line.slice(0, remark[0].replace(/\s(?:#|\/\/\s)$/, '').length);
}

interface Part {
  readonly kind: 'plain' | 'open' | 'close';
  readonly at: MappedText;
}

/** Splits `server { listen 80; return 404; }` into its statements. */
function splitBlocks(line: MappedText): Part[] {
  const parts: Part[] = [];
  const text = line.text;
  let start = 0;
  let inner = 0;
  const cut = (kind: Part['kind'], end: number): void => {
    const at = line.slice(start, end).trim();
    if (at.length > 0 || kind === 'open') parts.push({ kind: kind === 'open' ? 'open' : 'plain', at });
    if (kind === 'close') parts.push({ kind, at: line.slice(end, end + 1) });
    start = end + 1;
  };
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '"' || char === "'") {
      const end = text.indexOf(char, i + 1);
      if (end !== -1) i = end;
    } else if (char === '$' && text.charAt(i + 1) === '{') {
      const end = text.indexOf('}', i);
      if (end !== -1) i = end;
    } else if (char === '(' || char === '[') inner++;
    else if ((char === ')' || char === ']') && inner > 0) inner--;
    else if (char === '{') {
      if (inner === 0 && opensBlock(text, start, i)) cut('open', i);
      else inner++;
    } else if (char === '}') {
      if (inner === 0) cut('close', i);
      else inner--;
    } else if (char === ';' && inner === 0 && /^(?:\s|\}|$)/.test(text.slice(i + 1))) cut('plain', i);
  }
  cut('plain', text.length);
  return parts;
}

/** A brace behind a word opens a block; one behind a sign, a comma or nothing starts a value. */
function opensBlock(text: string, start: number, index: number): boolean {
  const before = text.slice(start, index).trimEnd();
  return before !== '' && !/[=:,([{]$|^-$/.test(before) && /^(?:\s|\}|$)/.test(text.slice(index + 1));
}
