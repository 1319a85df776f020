import { findDirective } from '../../knowledge/directives.ts';
import type { Certainty, Finding } from '../../occurrence.ts';
import { MappedText } from '../../text/mapped-text.ts';
import { findAddresses, isOwnHost, readPort } from '../address.ts';
import { asConfig, distinctFindings, exposedNumbers } from '../config/findings.ts';
import { formatOf } from '../config/format.ts';
import { readKey } from '../config/key.ts';
import type { Readers } from '../config/readers.ts';
import { readAddressValue, readPortValue } from '../config/value.ts';
import { findInConfig } from '../config.ts';
import { isDefaultPort } from './default-ports.ts';
import { type PlainPattern, plainPattern } from './pattern.ts';
import { decodeReplacement, type Replacement } from './replacement.ts';

/** One substitution in a file. */
export interface Edit {
  readonly search: MappedText;
  readonly replacement: MappedText;
  /** The expressions that a line must match to be edited. */
  readonly conditions: readonly MappedText[];
  readonly dialect: 'sed' | 'perl';
  readonly target: string | undefined;
  readonly readers: Readers;
}

/** What a bare value (a number, a variable or an address and marks around it) consists of. */
const BARE =
  /^([\s"'=:;,<>*([{]*)((?:(?:[\w.*-]+|\[[^\]]*\])?:)?(?:\d{1,5}|\$\{[^{}]*\}|\$\w+)(?:-\d{1,5})?)(?:\s+(?:ssl|https?|http2|default|default_server|reuseport|proxy_protocol|intercept|transparent))*[\s"';,<>)\]}/]*$/;

/** The ports in the replacement of a substitution. */
export function readEdit(edit: Edit): Finding[] {
  const search = plain(edit.search, edit);
  const replacement = decodeReplacement(edit.replacement, search, edit.dialect);
  const { text } = replacement;
  const lineEnd = text.text.indexOf('\n');
  const line = lineEnd === -1 ? text : text.slice(0, lineEnd);
  const bare = isNamed(line.text) ? null : BARE.exec(line.text);
  const found: Finding[] =
    bare === null
      ? findInConfig(text, edit.target, edit.readers)
      : [
          ...readBare(line, bare, search.text, edit),
          ...findInConfig(text.slice(line.length), edit.target, edit.readers),
        ];
  found.push(...readMoved(text, search.text));
  found.push(...exposedNumbers(text, found, edit.readers.exposed));
  return asConfig(distinctFindings(found)).filter((finding) => !isLeftComment(finding, replacement));
}

/** `Port:3142` looks like an address and is a setting. */
function isNamed(text: string): boolean {
  const name = /^\W*([A-Za-z_][\w.-]*):\d/.exec(text)?.[1];
  return name !== undefined && /^(?:port|listen)$/.test(readKey(name).means);
}

/** A port of an address that is searched for and that stands in the replacement again: `server(localhost:80)` → `server(80)`. */
function readMoved(text: MappedText, search: string): Finding[] {
  return findAddresses(MappedText.of(search)).flatMap((finding) => {
    if (finding.kind !== 'port' || finding.host !== undefined || finding.at.length === 0) return [];
    const place = { certainty: 'probable', reason: `a port of ${JSON.stringify(search)}, which it replaces` } as const;
    return [...text.text.matchAll(new RegExp(`(?<![\\w.-])${finding.port}(?![\\w-]|\\.\\d)`, 'g'))].flatMap((match) =>
      readPort(text.slice(match.index, match.index + match[0].length), place),
    );
  });
}

function plain(pattern: MappedText, edit: Edit): PlainPattern {
  const isGrouped = /(?<!\\)\(.*(?<!\\)\)/.test(pattern.text) && /\\[1-9]/.test(edit.replacement.text);
  const extended = edit.dialect === 'perl' || (isGrouped && !pattern.text.includes('\\('));
  return plainPattern(pattern.text, extended);
}

/** What the search found and the replacement comments out is nobody's port any more. */
function isLeftComment(finding: Finding, replacement: Replacement): boolean {
  const start = finding.at.sourceOffset(0);
  const isFound = replacement.found.some((part) => start >= part.start && start < part.end);
  return isFound && (finding.kind !== 'port' || finding.prose === true || finding.certainty === 'possible');
}

/** A replacement that says no name: the name is what is searched for, or what the line must match. */
function readBare(text: MappedText, bare: RegExpExecArray, search: string, edit: Edit): Finding[] {
  const [, before = '', value = ''] = bare;
  const at = text.slice(before.length, before.length + value.length);
  const place = placeOf(value, search, edit);
  if (place === 'none') return [];
  if (place === 'other') return [{ kind: 'other', at, reason: 'replaces a value that is no port of this container' }];
  const reason = `replaces ${JSON.stringify(search)}`;
  if (before.endsWith(':') || value.includes(':')) {
    const whole = before.endsWith(':') ? text.slice(before.length - 1, before.length + value.length) : at;
    return readAddressValue(whole, { certainty: place, reason });
  }
  return readPortValue(at, { certainty: place, reason });
}

/** How sure it is that what replaces `search` is a port of this container. */
function placeOf(value: string, search: string, edit: Edit): Certainty | 'other' | 'none' {
  if (formatOf('', edit.target).kind === 'none') return 'other';
  const conditions = edit.conditions.map((condition) => plain(condition, edit).text);
  for (const context of [search, ...conditions]) {
    const said = saidBy(context, edit);
    if (said !== undefined) return said;
  }
  const isAddress = value.includes(':') || /(?:^|[\w.*\]]):\d+\D*$/.test(search);
  if (isAddress) return 'probable';
  if (/^\$/.test(value)) return isPortNumber(search, edit) ? 'probable' : 'none';
  const number = Number(/\d+/.exec(value)?.[0]);
  const exposed = edit.readers.exposed?.has(number) === true;
  if (!/^\W*\d{1,5}(?:[^\w.].*)?$/.test(search)) return exposed ? 'possible' : 'none';
  const named = conditions.some((condition) => /[A-Za-z]{3}/.test(condition));
  if (!named && (exposed || isPortNumber(search, edit))) return 'probable';
  return exposed || number >= 1000 || isDefaultPort(number) ? 'possible' : 'none';
}

/** What the name in a searched text says: `port=-1`, `^listen `, `__HTTP_PORT__`. */
function saidBy(text: string, edit: Edit): 'probable' | 'other' | undefined {
  const name = /[A-Za-z_][\w.-]*/.exec(text)?.[0].replace(/^_+|_+$/g, '') ?? '';
  if (name === '' || isOwnHost(name)) return undefined;
  const directive = findDirective(name, formatOf('', edit.target).program);
  if (directive?.value === 'other' && directive.rest === undefined) return 'other';
  const { means, foreign } = readKey(name);
  if (means === 'other') return 'other';
  if (means !== 'port' && means !== 'listen') return undefined;
  return foreign === undefined || edit.target?.includes(foreign) === true ? 'probable' : 'other';
}

/** Whether the number that is replaced is the usual port of a program. */
function isPortNumber(search: string, edit: Edit): boolean {
  const number = /^\W*(\d{1,5})(?:[^\w.].*)?$/.exec(search)?.[1];
  return number !== undefined && formatOf('', edit.target).program !== 'php' && isDefaultPort(Number(number));
}
