import type { Finding } from '../../occurrence.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { readAddress, readPort } from '../address.ts';
import type { Readers } from './readers.ts';
import { otherDigits, readCommand } from './setting.ts';

const SCHEDULE = /^\s*(?:(?:[\d*/,\w-]+\s+){5}|@\w+\s+)/;
const SYSTEM_TABLE = /(?:^|\/)(?:crontab$|cron\.d\/)/;
/** The user of a line in a system table, and not a command with its first argument. */
const USER = /^[a-z_][a-z0-9_-]*\s+(?=(?![\w.+-]*:\/\/)[/.~\w(])/;
const SERVICE_LINE = /^\s*[\w.+-]+\s+(?<port>\d{1,5})\/(?:tcp|udp|sctp)\b/;
const MASTER_LINE = /^\s*(?<service>\S+)\s+inet\s+[ny-]\s+[ny-]\s+[ny-]\s/;

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
 * The address of a service line of Postfix, in whatever text it stands; undefined when it is no such line.
 *
 * @see https://www.postfix.org/master.5.html
 */
export function readMasterLine(text: MappedText): Finding[] | undefined {
  const match = MASTER_LINE.exec(text.text);
  if (match === null) return undefined;
  const service = match.groups?.['service'] ?? '';
  const start = text.text.indexOf(service);
  const at = text.slice(start, start + service.length);
  return readAddress(at, { certainty: 'exact', reason: 'service of postfix' });
}
