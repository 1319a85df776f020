import type { Finding } from '../../occurrence.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { readAddress, readPort } from '../address.ts';
import type { Readers } from './readers.ts';
import { otherDigits, readCommand, readSetting, type Setting } from './setting.ts';

const SCHEDULE = /^\s*(?:(?:[\d*/,\w-]+\s+){5}|@\w+\s+)/;
const SYSTEM_TABLE = /(?:^|\/)(?:crontab$|cron\.d\/)/;
/** The user of a line in a system table, and not a command with its first argument. */
const USER = /^[a-z_][a-z0-9_-]*\s+(?=(?![\w.+-]*:\/\/)[/.~\w(])/;
const SERVICE_LINE = /^\s*[\w.+-]+\s+(?<port>\d{1,5})\/(?:tcp|udp|sctp)\b/;
const MASTER_LINE = /^\s*(?<service>\S+)\s+inet\s+[ny-]\s+[ny-]\s+[ny-]\s/;
const INETD_LINE = /^\s*(?<service>\S+)\s+(?:stream|dgram)\s+(?:tcp|udp)[46]?\s+(?:no)?wait/;

const ANSWER =
  /^\s*(?<owner>\S+)\s+(?<question>\S+\/\S+)\s+(?<type>string|select|multiselect|boolean|password|note|text|seen)\s+(?<value>\S.*?)\s*$/;

/** Whether a text has the form of answers for the installer of Debian's packages. */
export function looksLikeAnswers(text: string): boolean {
  return text.split('\n').some((line) => ANSWER.test(line));
}

/**
 * The answers to questions that Debian's packages ask when they are installed.
 *
 * @see https://manpages.debian.org/stable/debconf/debconf-set-selections.1.en.html
 */
export function readAnswers(text: MappedText, readers: Readers): Finding[] {
  return text.split(/\r?\n/g).flatMap((line) => {
    const match = ANSWER.exec(line.text);
    if (match === null) return [];
    const { owner = '', question = '', type = '', value = '' } = match.groups ?? {};
    const start = line.text.lastIndexOf(value);
    const at = line.slice(start, start + value.length);
    const name = otherDigits(line.slice(0, start), 'the name of a package or a question');
    if (!/select|string/.test(type)) return [...name, ...otherDigits(at, `the answer to a question for a ${type}`)];
    const path = [owner, ...question.split('/')];
    const setting: Setting = { path: path.slice(0, -1), key: path.at(-1) ?? '', value: at, joined: 'sign', at };
    return [...name, ...readSetting(setting, { program: undefined, target: owner, readers, settings: [setting] })];
  });
}

/**
 * The commands of a crontab; the fields of the schedule are never ports.
 *
 * @see https://man7.org/linux/man-pages/man5/crontab.5.html
 */
export function readCrontab(text: MappedText, target: string | undefined, readers: Readers): Finding[] {
  return text.split(/\r?\n/g).flatMap((line) => {
    const trimmed = line.trim();
    const schedule = SCHEDULE.exec(trimmed.text);
    if (schedule === null) return trimmed.text.startsWith('#') ? [] : readCommand(trimmed, readers);
    const rest = trimmed.slice(schedule[0].length);
    const user = SYSTEM_TABLE.test(target ?? '') ? USER.exec(rest.text) : /^root\s+/.exec(rest.text);
    return [
      ...otherDigits(trimmed.slice(0, schedule[0].length), 'the schedule of a crontab line'),
      ...readCommand(user === null ? rest : rest.slice(user[0].length), readers),
    ];
  });
}

/**
 * The ports that a services file names.
 *
 * @see https://man7.org/linux/man-pages/man5/services.5.html
 */
export function readServices(text: MappedText): Finding[] {
  return text.split(/\r?\n/g).flatMap((line) => {
    const match = SERVICE_LINE.exec(line.text);
    if (match === null) return [];
    const end = match[0].length;
    const start = match[0].lastIndexOf(match.groups?.['port'] ?? '', match[0].lastIndexOf('/'));
    return readPort(line.slice(start, end), { certainty: 'probable', reason: 'the name of a port in a services file' });
  });
}

/**
 * The address of a service line of Postfix or inetd, in whatever text it stands; undefined when it
 * is no such line.
 *
 * @see https://www.postfix.org/master.5.html
 * @see https://man.openbsd.org/inetd.conf.5
 */
export function readServiceLine(text: MappedText): Finding[] | undefined {
  const match = MASTER_LINE.exec(text.text) ?? INETD_LINE.exec(text.text);
  if (match === null) return undefined;
  const service = match.groups?.['service'] ?? '';
  const start = text.text.indexOf(service);
  return readAddress(text.slice(start, start + service.length), { certainty: 'exact', reason: 'a line of services' });
}
