import type { Finding } from '../occurrence.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { findAddresses, readAddress, readPort } from './address.ts';
import { distinctFindings } from './config/findings.ts';
import { type JsonValue, parseJson } from './config/json-values.ts';
import type { Readers } from './config/readers.ts';
import { readSetting, type Scope, type Setting } from './config/setting.ts';

/**
 * The ports in a JSON text: by the names of its members, with what they stand in as context, and
 * by the addresses in its strings. Numbers under other names are reported as `other`.
 *
 * @param text the text; `$NAME` and `${NAME:-8095}` may stand where a value does
 * @returns undefined when the text is not a JSON object or array
 */
export function findInJson(text: MappedText, readers: Readers = {}): Finding[] | undefined {
  return findInJsonOf(text, { program: undefined, target: undefined, readers });
}

/** As `findInJson`, for the configuration file of a known program. */
export function findInJsonOf(text: MappedText, file: Omit<Scope, 'settings'>): Finding[] | undefined {
  const value = parseJson(text);
  if (value === undefined) return undefined;
  const settings: Setting[] = [];
  const keys: Finding[] = [];
  collect(value, [], settings, keys);
  const scope: Scope = { ...file, settings };
  return distinctFindings([...keys, ...settings.flatMap((setting) => readMember(setting, scope))]);
}

function readMember(setting: Setting, scope: Scope): Finding[] {
  const found = readSetting(setting, scope);
  if (found.length > 0 || !/^\d+$/.test(setting.value.text)) return found;
  return [{ kind: 'other', at: setting.value, reason: `${setting.key} does not say that it is a port` }];
}

function collect(value: JsonValue, path: readonly string[], settings: Setting[], keys: Finding[]): void {
  switch (value.kind) {
    case 'object': {
      const name = value.members.find((member) => /^(?:name|key)$/i.test(member.key.text))?.value;
      for (const member of value.members) {
        keys.push(...readKeyText(member.key));
        const named = /^(?:value|default)$/i.test(member.key.text) && name?.kind === 'string';
        const inside = named ? [...ofList(path), name.at.text] : [...path, member.key.text];
        collect(member.value, inside, settings, keys);
      }
      return;
    }
    case 'array':
      for (const [i, item] of value.items.entries()) {
        const isOne = item.kind === 'string' || item.kind === 'bare';
        collect(item, isOne ? path : inItem(path, i), settings, keys);
      }
      return;
    case 'bare':
    case 'string':
      settings.push({
        path: path.slice(0, -1).filter((name) => name !== ''),
        key: path.at(-1) ?? '',
        value: value.at,
        joined: 'sign',
        at: value.at,
      });
  }
}

/** Within an item of `peers`: `peers[1]`, so that a port gets the host of its own item. */
function inItem(path: readonly string[], index: number): string[] {
  return [...path.slice(0, -1), `${path.at(-1) ?? ''}[${index}]`, ''];
}

/** Items that only are a name and a value belong together: `[{"name":"DB_HOST",…},{"name":"DB_PORT",…}]`. */
function ofList(path: readonly string[]): string[] {
  return path.map((name, i) => (i === path.length - 2 ? name.replace(/\[\d+\]$/, '') : name));
}

/** `"8095/tcp": {}` and `"*:8095": {}`: the name itself states the port. */
function readKeyText(key: MappedText): Finding[] {
  if (/^\d{1,5}\/(?:tcp|udp|sctp)$/.test(key.text)) {
    return readPort(key, { certainty: 'probable', reason: 'a port and its protocol as a name in JSON' });
  }
  if (/^(?:\*|\[::\]|0\.0\.0\.0)?:\d{1,5}$/.test(key.text)) {
    return readAddress(key, { certainty: 'probable', reason: 'an address as a name in JSON' });
  }
  return findAddresses(key);
}
