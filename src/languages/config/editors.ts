import type { Finding } from '../../occurrence.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { type Place, readAddress } from '../address.ts';
import { findInConfig } from '../config.ts';
import { asConfig, distinctFindings } from './findings.ts';
import { formatOf } from './format.ts';
import { readAnswers, readServiceLine } from './lines.ts';
import type { Readers } from './readers.ts';
import { otherDigits, readFree, readSetting, type Setting } from './setting.ts';
import { bareValue, tokensOf } from './value.ts';

/** What the arguments of an editor state. */
interface EditorReading {
  readonly settings: readonly Setting[];
  /** The file that is edited, where an argument names it. */
  readonly target?: string | undefined;
  readonly found?: readonly Finding[];
}

type Editor = (args: readonly MappedText[], readers: Readers) => EditorReading | undefined;

/** The editors by the names they are started by. */
const EDITORS: ReadonlyMap<string, Editor> = new Map<string, Editor>([
  // https://xmlstar.sourceforge.net/doc/UG/xmlstarlet-ug.html#idm47077139652416
  ['xmlstarlet', readXmlstarlet],
  ['xml', readXmlstarlet],
  // https://github.com/pixelb/crudini#usage
  ['crudini', readIniSet],
  // https://github.com/redhat-openstack/openstack-utils
  ['openstack-config', readIniSet],
  // https://augeas.net/tour.html
  ['augtool', readAugtool],
  // https://jqlang.org/manual/#assignment
  ['jq', readFilter],
  // https://mikefarah.gitbook.io/yq/operators/assign-update
  ['yq', readFilter],
  // https://daseldocs.tomwright.me/commands/put
  ['dasel', readDasel],
  // https://www.postfix.org/postconf.1.html
  ['postconf', readPostconf],
  // https://manpages.debian.org/stable/debconf/debconf-set-selections.1.en.html
  [
    'debconf-set-selections',
    (args, readers) => ({ settings: [], found: args.flatMap((arg) => readAnswers(arg, readers)) }),
  ],
  // https://www.gnu.org/software/gettext/manual/html_node/envsubst-Invocation.html
  ['envsubst', () => ({ settings: [] })],
  // https://github.com/npm/cli/blob/latest/docs/lib/content/commands/npm-config.md
  ['npm', readConfigSet],
  ['yarn', readConfigSet],
  ['pnpm', readConfigSet],
  // https://openwrt.org/docs/guide-user/base-system/uci
  ['uci', readConfigSet],
]);

/**
 * The ports that a program writes which edits single settings of a configuration file:
 * `crudini --set FILE SECTION port 8095`, `yq -i '.server.port = 8095'`.
 *
 * @param program its base name
 * @param args its arguments without shell quoting; for `debconf-set-selections`, what it reads
 * @returns undefined when the program is no such editor, or does not edit with these arguments
 */
export function readEditor(program: string, args: readonly MappedText[], readers: Readers = {}): Finding[] | undefined {
  const reading = EDITORS.get(program)?.(args, readers);
  if (reading === undefined) return undefined;
  const { settings, target, found = [] } = reading;
  const scope = { program: formatOf('', target).program, target, readers, settings };
  return distinctFindings(asConfig([...found, ...settings.flatMap((setting) => readSetting(setting, scope))]));
}

function readXmlstarlet(args: readonly MappedText[]): EditorReading | undefined {
  if (!/^(?:ed|edit)$/.test(args[0]?.text ?? '')) return undefined;
  const settings: Setting[] = [];
  const found: Finding[] = [];
  let path: string[] = [];
  let name: string | undefined;
  for (let i = 1; i < args.length; i++) {
    const flag = args[i]?.text ?? '';
    const value = args[i + 1];
    if (value === undefined) break;
    if (/^(?:-[uiasdrm]|--(?:update|insert|append|subnode|delete|rename|move))$/.test(flag)) {
      found.push(...otherDigits(value, 'selects what to edit'));
      path = stepsOf(value.text);
      name = undefined;
    } else if (/^(?:-n|--name)$/.test(flag)) name = value.text;
    else if (/^(?:-v|--value)$/.test(flag))
      settings.push(settingAt(name === undefined ? path : [...path, name], value));
    else if (!/^(?:-[tN]|--type)$/.test(flag)) continue;
    i++;
  }
  const last = args.at(-1)?.text;
  return { settings, found, target: last?.startsWith('-') ? undefined : last };
}

function readIniSet(args: readonly MappedText[]): EditorReading | undefined {
  if (!args.some((arg) => arg.text === '--set')) return undefined;
  const [file, section, key, value] = args.filter((arg) => !arg.text.startsWith('--'));
  if (file === undefined || section === undefined || key === undefined || value === undefined) return { settings: [] };
  return { settings: [{ ...settingAt([section.text, key.text], value) }], target: file.text };
}

function readAugtool(args: readonly MappedText[]): EditorReading {
  const lines = args.filter((arg) => /\s/.test(arg.text.trim())).flatMap((arg) => arg.split(/\n/g).map(tokensOf));
  const settings: Setting[] = [];
  let target: string | undefined;
  for (const [command, path, value] of [args.filter((arg) => !arg.text.startsWith('-')), ...lines]) {
    if (command === undefined || path === undefined || value === undefined || !/^(?:set|setm)$/.test(command.text)) {
      continue;
    }
    target ??= path.text.replace(/^\/files/, '');
    settings.push(settingAt(stepsOf(path.text), bareValue(value)));
  }
  return { settings, target };
}

const ASSIGNMENT =
  /(?<path>(?:\.?\[[^\]]*\]|\.[\w-]+|\."[^"]*")+)\s*\|?=(?!=)\s*(?<value>"(?:[^"\\]|\\.)*"|\d+|\$\{[^{}]*\}|\$\w+)/g;

function readFilter(args: readonly MappedText[]): EditorReading | undefined {
  const settings: Setting[] = [];
  for (const [i, arg] of args.entries()) {
    const [name, value] = args.slice(i + 1);
    if (/^--arg(?:json)?$/.test(arg.text) && name !== undefined && value !== undefined) {
      settings.push(settingAt([name.text], value));
    } else if (/^(?:w|write)$/.test(arg.text)) {
      const [, path, given] = args.slice(i + 1).filter((word) => !word.text.startsWith('-'));
      if (path !== undefined && given !== undefined) settings.push(settingAt(stepsOf(path.text), given));
    }
    for (const match of arg.text.matchAll(ASSIGNMENT)) {
      const { path = '', value: given = '' } = match.groups ?? {};
      const end = match.index + match[0].length;
      settings.push(settingAt(stepsOf(path), bareValue(arg.slice(end - given.length, end))));
    }
  }
  return settings.length === 0 ? undefined : { settings };
}

function readDasel(args: readonly MappedText[]): EditorReading | undefined {
  if (args[0]?.text !== 'put') return undefined;
  const after = (flag: RegExp): MappedText | undefined => args[args.findIndex((arg) => flag.test(arg.text)) + 1];
  const value = after(/^(?:-v|--value)$/);
  const selector = after(/^(?:-s|--selector)$/) ?? args.findLast((arg) => arg.text.startsWith('.'));
  if (value === undefined || selector === undefined || value === args[0]) return { settings: [] };
  return { settings: [settingAt(stepsOf(selector.text), value)], target: after(/^(?:-f|--file)$/)?.text };
}

function readPostconf(args: readonly MappedText[], readers: Readers): EditorReading {
  const found = args.flatMap((arg) => {
    if (arg.text.startsWith('-')) return [];
    const service = /^([\w.:-]+)\/(inet|unix|fifo|pass)\s*=\s*/.exec(arg.text);
    if (service === null) return findInConfig(arg, '/etc/postfix/main.cf', readers);
    const [joined, name = '', kind] = service;
    const place: Place = { certainty: 'exact', reason: 'a service of postfix' };
    return [
      ...(kind === 'inet' ? readAddress(arg.slice(0, name.length), place) : []),
      ...(readServiceLine(arg.slice(joined.length)) ?? []),
    ];
  });
  return { settings: [], found };
}

/** `npm config set port 8080`, `uci set uhttpd.main.listen_http=0.0.0.0:8080`. */
function readConfigSet(args: readonly MappedText[]): EditorReading | undefined {
  const words = args.filter((arg) => !arg.text.startsWith('-'));
  const at = words.findIndex((word) => word.text === 'set');
  const [key, value] = words.slice(at + 1);
  if (at < 0 || at > 1 || key === undefined) return undefined;
  const joined = /^([\w.@:[\]/-]+)=/.exec(key.text);
  if (joined !== null) return { settings: [settingAt(stepsOf(joined[1] ?? ''), key.slice(joined[0].length))] };
  if (value !== undefined) return { settings: [settingAt(stepsOf(key.text), value)] };
  const scope = { program: undefined, target: undefined, readers: {}, settings: [] };
  return { settings: [], found: readFree(key, scope) };
}

/** The names along a path: `/configuration/gui/@port`, `.server["port"]`, `a.b[0].port`. */
function stepsOf(path: string): string[] {
  return path
    .replace(/\["([^"]*)"\]/g, '.$1')
    .replace(/\[[^\]]*\]/g, '')
    .split(/[/.]+/)
    .map((step) => step.replace(/^@|^.*:|["']/g, ''))
    .filter((step) => step !== '' && step !== 'files');
}

function settingAt(path: readonly string[], value: MappedText): Setting {
  return { path: path.slice(0, -1), key: path.at(-1) ?? '', value, joined: 'sign', at: value };
}
