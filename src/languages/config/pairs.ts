import type { MappedText } from '../../text/mapped-text.ts';
import type { Setting } from './setting.ts';

const NAME = String.raw`[A-Za-z_][\w.-]*`;
const VALUE = String.raw`\$\{[^{}]*\}|"[^"]*"|'[^']*'|[^\s"',;&<>()[\]{}]+`;

/** `port=80`, `"port": 80`, `port:80`, `port => 80` within a longer text. */
const ASSIGNED = new RegExp(
  String.raw`(?<![\w$./:-])(["']?)(?<name>${NAME})\1\]?\s*(?:=>|[=:](?![=:/]))\s*(?!${NAME}=)(?<value>${VALUE})`,
  'g',
);
/** `{port, 80}` and `{listeners, [80]}` of Erlang; `("PORT", 80)` of a call in any language. */
const LISTED = new RegExp(
  String.raw`(?:\{\s*(["']?)(?<name>${NAME})\1|\(\s*(["'])(?<called>${NAME})\3)\s*,\s*\[?\s*(?<value>${VALUE})`,
  'g',
);
/** `port 953` within a statement. */
const WORDS = /(?<![\w$.-])(?<name>port)\s+(?<value>\d{2,5})(?![\w.])/gi;
/** `listen(3000` and `listen("0.0.0.0:80"` in a program. */
const CALLED = new RegExp(String.raw`(?<name>\b[Ll]isten)\(\s*(?<value>${VALUE})`, 'g');

/** `('0.0.0.0', 8080)`, `{"127.0.0.1", 5672}`, `"" 7777`, `0.0.0.0 8000`: an address and a port. */
const HOST_THEN_PORT =
  /(?<![\w.*])(?:(["'])(?<quoted>[\w.:*-]*)\1\s*[,\s]|(?<plain>\d{1,3}(?:\.\d{1,3}){3}|\*|localhost)\s)\s*(?<port>\d{2,5})(?![\w.:/%-])/g;

/** The names with a value anywhere in a text that is no setting by itself. */
export function findPairs(text: MappedText): Setting[] {
  if (!/\d|\$/.test(text.text)) return [];
  return [...findTuples(text), ...findNamed(text)];
}

function findNamed(text: MappedText): Setting[] {
  return [ASSIGNED, LISTED, WORDS, CALLED].flatMap((form) =>
    [...text.text.matchAll(form)].map((match): Setting => {
      const end = match.index + match[0].length;
      return {
        path: [],
        key: match.groups?.['name'] ?? match.groups?.['called'] ?? '',
        value: text.slice(end - (match.groups?.['value']?.length ?? 0), end),
        joined: 'sign',
        at: text.slice(match.index, end),
      };
    }),
  );
}

/** A host and a port, as two settings that stand together. */
function findTuples(text: MappedText): Setting[] {
  return [...text.text.matchAll(HOST_THEN_PORT)].flatMap((match): Setting[] => {
    const { quoted, plain, port = '' } = match.groups ?? {};
    const host = quoted ?? plain ?? '';
    if (!/[.:*]|^$|^localhost$/.test(host)) return [];
    const end = match.index + match[0].length;
    const at = text.slice(match.index, end);
    const hostStart = match.index + match[0].indexOf(host, quoted === undefined ? 0 : 1);
    const portStart = match.index + match[0].lastIndexOf(port);
    const path = [`tuple ${match.index}`];
    return [
      { path, key: 'host', value: text.slice(hostStart, hostStart + host.length), joined: 'sign', at },
      { path, key: 'port', value: text.slice(portStart, portStart + port.length), joined: 'sign', at },
    ];
  });
}
