import type { Finding } from '../occurrence.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { unquote } from './address.ts';
import { decodeEchoEscapes } from './config/escapes.ts';
import { asConfig, distinctFindings, exposedNumbers } from './config/findings.ts';
import { type Format, formatOf } from './config/format.ts';
import { readAnswers, readCrontab, readServiceLine, readServices } from './config/lines.ts';
import type { Readers } from './config/readers.ts';
import { otherDigits, readCommand, readFree, readSetting, type Scope, type Setting } from './config/setting.ts';
import { readSettingText, readStatements, type Statement } from './config/statements.ts';
import { looksLikeXml, readXml } from './config/xml.ts';
import { findInJsonOf } from './json.ts';

export type { CodeLanguage, Readers } from './config/readers.ts';

/**
 * The ports in a piece of configuration that is written into a file of the image.
 *
 * @param text what is written, without shell quoting; one line, many, or a fragment. Expansions
 *   (`$PORT`, `${PORT:-8095}`) may stand in it, and `\n` for a line end, as `echo` takes it
 * @param target the name of the file, where it is known; it tells the format
 * @param readers how to read command lines and programs that stand in it
 * @returns ports with the role `config`; digits that surely are no port as `other`
 */
export function findInConfig(text: MappedText, target: string | undefined, readers: Readers = {}): Finding[] {
  const decoded = decodeEchoEscapes(text.enter('configuration'));
  const name = target === undefined ? undefined : target.replace(/^["']|["']$/g, '');
  const format = formatOf(decoded.text, name);
  const found = read(text, decoded, { format, target: name, readers });
  const unread = format.kind === 'none' ? [] : exposedNumbers(decoded, found, readers.exposed);
  return distinctFindings(asConfig([...found, ...unread]));
}

interface Way {
  readonly format: Format;
  readonly target: string | undefined;
  readonly readers: Readers;
}

function read(text: MappedText, decoded: MappedText, way: Way): Finding[] {
  switch (way.format.kind) {
    case 'none':
      return otherDigits(decoded, `${way.target ?? 'this file'} holds no ports`);
    case 'crontab':
      return readCrontab(decoded, way.target, way.readers);
    case 'services':
      return readServices(decoded);
    case 'answers':
      return readAnswers(decoded, way.readers);
    case 'script':
      return readScript(decoded, way);
    case 'code':
      return readCode(decoded, way);
    case 'settings': {
      const scope = { program: way.format.program, target: way.target, readers: way.readers };
      const named = readValueFile(decoded, way);
      if (named !== undefined) return named;
      return findInJsonOf(text, scope) ?? findInJsonOf(decoded, scope) ?? readSettings(decoded, way);
    }
  }
}

/** A file that holds one value and is named for it: `8095` in `env/PORT`, `,21` in `conf/Bind`. */
function readValueFile(text: MappedText, way: Way): Finding[] | undefined {
  const name = /[^/]+$/.exec(way.target ?? '')?.[0];
  const value = text.trim();
  if (name === undefined || !/^[\w.*[\]:-]*[,:]?\d+$|^\d+[\s:-]+\d+$|^\$\{?\w+\}?$/.test(value.text)) return undefined;
  const setting: Setting = { path: [], key: name, value, joined: 'sign', at: value };
  const scope = { program: undefined, target: way.target, readers: way.readers, settings: [] };
  return readSetting(setting, scope).filter(isSure);
}

function readSettings(text: MappedText, way: Way): Finding[] {
  const statements: Statement[] = looksLikeXml(text.text)
    ? readXml(text).map((setting) => ({ kind: 'setting', setting }))
    : readStatements(text);
  const settings = statements.flatMap((part): Setting[] => (part.kind === 'setting' ? [part.setting] : []));
  const scope: Scope = { program: way.format.program, target: way.target, readers: way.readers, settings };
  return statements.flatMap((part) => {
    if (part.kind === 'free') return part.at.length === 0 ? [] : readFreeLine(part.at, scope);
    return readServiceLine(part.setting.at) ?? readSetting(part.setting, scope);
  });
}

/** A line that is no setting: a command with flags, or whatever addresses stand in it. */
function readFreeLine(line: MappedText, scope: Scope): Finding[] {
  const service = readServiceLine(line);
  if (service !== undefined) return service;
  const command = /^[\w./~-]+(?:\s.*)?\s--?[A-Za-z]/.test(line.text) ? readCommand(line, scope.readers) : [];
  return [...command, ...readFree(line, scope)];
}

/** A shell script; the lines that only set a variable are settings as well. */
function readScript(text: MappedText, way: Way): Finding[] {
  const { commands } = way.readers;
  if (commands === undefined) return readSettings(text, way);
  const lines = text.split(/\r?\n/g).map((line) => line.trim());
  const aliases = lines.flatMap((line) => {
    const alias = /^alias\s+[\w.-]+=(?=['"])/.exec(line.text);
    return alias === null ? [] : [unquote(line.slice(alias[0].length))];
  });
  const assignments = lines.flatMap((line): Setting[] => {
    const setting = /^(?:export\s+)?[A-Za-z_]\w*=\S*$/.test(line.text) ? readSettingText(line, []) : undefined;
    return setting === undefined ? [] : [setting];
  });
  const scope: Scope = { program: undefined, target: way.target, readers: way.readers, settings: assignments };
  return [
    ...commands(text),
    ...aliases.flatMap((alias) => commands(alias)),
    ...assignments.flatMap((setting) => readSetting(setting, scope)).filter(isSure),
  ];
}

/** A program, read as such where there is a reader; its plain settings (`c.App.port = 80`) count as well. */
function readCode(text: MappedText, way: Way): Finding[] {
  const language = way.format.language;
  const found = language === undefined ? undefined : way.readers.code?.(language, text);
  const settings = readSettings(text, { ...way, readers: {} });
  return found === undefined ? settings : [...found, ...settings.filter(isSure)];
}

function isSure(finding: Finding): boolean {
  return finding.kind === 'port' && finding.certainty !== 'possible';
}
