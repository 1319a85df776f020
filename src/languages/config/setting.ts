import { type ConfigProgram, type Directive, type DirectiveValue, findDirective } from '../../knowledge/directives.ts';
import type { Certainty, Finding, OtherFinding } from '../../occurrence.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { findAddresses, isOwnHost, type Place } from '../address.ts';
import { type KeyMeaning, readKey, stemOf } from './key.ts';
import { findPairs } from './pairs.ts';
import type { Readers } from './readers.ts';
import { bareValue, findInValue, readAddressValue, readListenValue, readPortValue, tokensOf } from './value.ts';

/** A name and its value, in whatever format they are written. */
export interface Setting {
  /** What it stands in, the outermost first: sections, elements, objects. */
  readonly path: readonly string[];
  readonly key: string;
  readonly value: MappedText;
  /** How they are joined; a value behind a blank may be several words. */
  readonly joined: 'sign' | 'blank' | 'colon';
  /** The whole of it. */
  readonly at: MappedText;
  /** It is commented out. */
  readonly comment?: boolean;
}

/** What a setting is read in. */
export interface Scope {
  readonly program: ConfigProgram | undefined;
  /** The name of the file, where it is known. */
  readonly target: string | undefined;
  readonly readers: Readers;
  /** All settings of the text: a host beside a port says whose port it is. */
  readonly settings: readonly Setting[];
}

/** `{ address: app, port_value: 80 }` */
const IS_OBJECT = /^\{\s*["']?\w[\w.-]*["']?\s*[:=].*\}$/s;

/** The ports of a setting. */
export function readSetting(setting: Setting, scope: Scope): Finding[] {
  if (setting.comment === true) return readComment(setting, scope);
  const directive = directiveOf(setting, scope);
  if (directive !== undefined) return readDirective(directive, setting, scope);
  if (IS_OBJECT.test(setting.value.text)) return readFree(setting.value, scope);
  const meaning = readKey(setting.key, setting.path);
  switch (meaning.means) {
    case 'port':
      return readPortSetting(setting, meaning, scope);
    case 'listen':
      return readListenSetting(setting);
    case 'protocol':
    case 'address':
      return readAddressSetting(setting, meaning, scope);
    case 'command':
      return [...readCommand(setting.value, scope.readers), ...readFree(setting.value, scope)];
    case 'other':
      return readOther(setting, scope);
    case 'unknown':
      return readUnknown(setting, scope);
  }
}

/** What is written in a text that is no setting: addresses, pairs within it, or a command. */
export function readFree(text: MappedText, scope: Scope): Finding[] {
  const pairs = findPairs(text);
  const inner: Scope = { ...scope, settings: pairs };
  const found = pairs.flatMap((pair) => {
    const directive = directiveOf(pair, scope);
    if (directive !== undefined) return readDirective(directive, pair, inner);
    const meaning = readKey(pair.key, pair.path);
    if (meaning.means === 'port') return readPortSetting(pair, meaning, inner);
    if (meaning.means === 'command') return readCommand(bareValue(pair.value), scope.readers);
    return meaning.means === 'listen' ? readListenSetting(pair) : [];
  });
  return [...found, ...findInValue(text)];
}

/** A command line, or only its arguments. */
export function readCommand(text: MappedText, readers: Readers): Finding[] {
  if (readers.commands === undefined) return findAddresses(text);
  return [...readers.commands(text)];
}

function directiveOf(setting: Setting, scope: Scope): Directive | undefined {
  const name = setting.key.replace(/^\$/, '');
  const first = setting.joined === 'blank' ? /^\S+/.exec(setting.value.text)?.[0] : undefined;
  return (
    (first === undefined ? undefined : findDirective(`${name} ${first}`, scope.program)) ??
    findDirective(name, scope.program)
  );
}

function readDirective(directive: Directive, setting: Setting, scope: Scope): Finding[] {
  const sure = directive.in === scope.program ? 'exact' : 'probable';
  const place: Place = {
    certainty: sure,
    reason: `${setting.key} of ${directive.in}`,
    host: directive.of === undefined ? undefined : hostBeside(setting, scope, (key) => isNamed(key, directive.of)),
  };
  const kinds = [directive.value, ...(directive.rest ?? [])];
  if (kinds.length === 1 && setting.joined !== 'blank') return readAs(directive.value, setting.value, place, directive);
  const tokens = tokensOf(setting.value);
  let { host } = place;
  return tokens.flatMap((token, index) => {
    const kind = kinds[index] ?? (/^(?:address|listen)$/.test(directive.value) && index < 2 ? 'other' : undefined);
    if (kind === undefined) return [];
    if (kind === 'host') host = bareValue(token).text;
    if (kind === 'other' && index >= kinds.length) return findAddresses(token);
    return readAs(kind, token, kind === 'port' ? { ...place, host } : place, directive);
  });
}

function readAs(kind: DirectiveValue, value: MappedText, place: Place, directive: Directive): Finding[] {
  switch (kind) {
    case 'port':
      return readPortValue(value, place);
    case 'listen':
      return readListenValue(value, place);
    case 'address':
      return readAddressValue(value, place);
    case 'host':
      return findInValue(value);
    case 'other':
      return otherDigits(value, directive.because ?? `${place.reason} is not a port`);
  }
}

/** `listen` and `bind` say what to listen on; another address may be that of a peer. */
function readListenSetting(setting: Setting): Finding[] {
  const place = placeOf(setting, 'probable');
  const listens = /listen|bind/i.test(setting.key) && !/advertise/i.test(setting.key);
  return listens ? readListenValue(setting.value, place) : readAddressValue(setting.value, place);
}

function readPortSetting(setting: Setting, meaning: KeyMeaning, scope: Scope): Finding[] {
  const foreign = foreignService(meaning, scope);
  const host = siblingHost(setting, scope);
  const own = host !== undefined && isOwnHost(host);
  const reason =
    foreign === undefined || own
      ? `${setting.key} in a configuration file`
      : `${setting.key} in a configuration file: the port of another service (${foreign})`;
  const unknown = host === undefined || (foreign === undefined && host.includes('$'));
  return readPortValue(setting.value, { certainty: 'probable', reason, host: unknown ? foreign : host });
}

/** The host that stands beside a port: `db_host` for `db_port`, `host` for `port` in the same section. */
function siblingHost(setting: Setting, scope: Scope): string | undefined {
  const stem = stemOf(setting.key, 'port');
  return stem === undefined ? undefined : hostBeside(setting, scope, (key) => stemOf(key, 'host') === stem);
}

/**
 * The host that is set beside a port, in the same item where there are several: a list or a block that
 * is there twice has the same names again.
 *
 * @param isHost whether a setting of this name is the port's host
 */
function hostBeside(setting: Setting, scope: Scope, isHost: (key: string) => boolean): string | undefined {
  const path = setting.path.join('\n');
  let item: { host?: Setting; port?: Setting } = {};
  let isOfItem = false;
  for (const other of scope.settings) {
    const isItself = other.at === setting.at;
    if ((other.comment === true && !isItself) || other.path.join('\n') !== path) continue;
    const kind = isHost(other.key) ? 'host' : other.key === setting.key ? 'port' : undefined;
    if (kind === undefined) continue;
    if (item[kind] !== undefined) {
      if (isOfItem) break;
      item = {};
    }
    item[kind] = other;
    isOfItem ||= isItself;
  }
  return isOfItem && item.host !== undefined ? hostIn(item.host.value) : undefined;
}

function isNamed(key: string, names: readonly string[] = []): boolean {
  return names.includes(key.toLowerCase());
}

/** A value that is a host, or a variable for one; nothing else. */
function hostIn(value: MappedText): string | undefined {
  const host = bareValue(value).text;
  return /^[\w.$*:{}[\]-]+$/.test(host) && !/^(?:\d+|true|false|yes|no|on|off)$/i.test(host) ? host : undefined;
}

/** The other service that a setting is about, unless the file is that service's own. */
function foreignService(meaning: KeyMeaning, scope: Scope): string | undefined {
  return meaning.foreign === undefined || isAbout(scope, meaning.foreign) ? undefined : meaning.foreign;
}

/** Whether a file is that of the program that a name speaks of. */
function isAbout(scope: Scope, word: string): boolean {
  return scope.program?.includes(word) === true || scope.target?.toLowerCase().includes(word) === true;
}

function readAddressSetting(setting: Setting, meaning: KeyMeaning, scope: Scope): Finding[] {
  const bare = bareValue(setting.value);
  if (!/^\d+$/.test(bare.text)) return readFree(setting.value, scope);
  const certainty = meaning.means === 'protocol' ? 'probable' : 'possible';
  if (certainty === 'possible' && (scope.program !== undefined || bare.length < 4)) return [];
  return readPortValue(setting.value, { ...placeOf(setting, certainty), host: foreignService(meaning, scope) });
}

function readOther(setting: Setting, scope: Scope): Finding[] {
  const found = readFree(setting.value, scope);
  return found.length > 0 ? found : otherDigits(setting.value, `${setting.key} is not a port`);
}

function readUnknown(setting: Setting, scope: Scope): Finding[] {
  if (/(?:^|\s|["'])--?[A-Za-z]/.test(setting.value.text)) {
    const command = setting.joined === 'blank' ? setting.at : bareValue(setting.value);
    return [...readCommand(command, scope.readers), ...readFree(setting.value, scope)];
  }
  const bare = bareValue(setting.value);
  if (setting.joined === 'colon') return findAddresses(setting.at);
  if (!/^\d+$/.test(bare.text)) return readFree(setting.joined === 'blank' ? setting.at : setting.value, scope);
  if (scope.program !== undefined || bare.length < 4) return [];
  return readPortValue(bare, placeOf(setting, 'possible'));
}

/** A setting that is commented out is prose, and only where it plainly states the own port. */
function readComment(setting: Setting, scope: Scope): Finding[] {
  if (tokensOf(setting.value).length > 3) return [];
  const directive = directiveOf(setting, scope);
  const meaning = readKey(setting.key, setting.path);
  if (directive === undefined && meaning.means !== 'port' && meaning.means !== 'listen') return [];
  const live = readSetting({ ...setting, comment: false }, scope);
  return live.flatMap((finding) =>
    finding.kind === 'port' && finding.host === undefined
      ? [{ ...finding, certainty: 'probable' as const, prose: true }]
      : [],
  );
}

function placeOf(setting: Setting, certainty: Certainty): Place {
  return { certainty, reason: `${setting.key || 'a value'} in a configuration file` };
}

/** The digits of a value that surely is no port of this container. */
export function otherDigits(value: MappedText, reason: string): OtherFinding[] {
  const digits = /\d(?:.*\d)?/s.exec(value.text);
  if (digits === null) return [];
  return [{ kind: 'other', at: value.slice(digits.index, digits.index + digits[0].length), reason }];
}
