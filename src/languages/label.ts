import { type LabelRow, labels } from '../knowledge/labels.ts';
import type { Finding, PortFinding } from '../occurrence.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { findAddresses, readAddress, readPort } from './address.ts';
import { findInJson } from './json.ts';
import { findInNamedValue } from './named.ts';
import { findInProse } from './prose.ts';

/** The ports in the key and the value of a label. */
export function findInLabel(name: MappedText, value: MappedText | undefined): Finding[] {
  const row = labels.find(({ key }) => key.test(name.text));
  const inKey = readKey(name, row);
  return value === undefined ? inKey : [...inKey, ...readValue(name.text, value, row)];
}

function readKey(name: MappedText, row: LabelRow | undefined): Finding[] {
  const digits = /\d+/.exec(name.text);
  if (digits === null) return [];
  if (row?.says !== 'port-in-key') return [{ kind: 'other', at: name, reason: 'in the name of a label' }];
  const at = name.slice(digits.index, digits.index + digits[0].length);
  return readPort(at, { certainty: 'exact', reason: `the label ${name.text} names a port` });
}

function readValue(name: string, value: MappedText, row: LabelRow | undefined): Finding[] {
  const reason = `the label ${name}`;
  switch (row?.says) {
    case 'ports':
      return value.split(/[,;\s]+/g).flatMap((item) => readNamedPort(item, 'exact', reason));
    case 'pairs':
      return value.split(/[,;\s]+/g).flatMap((pair) => readPair(pair, reason));
    case 'address':
      return readUpstreams(value, reason) ?? readAddress(value, { certainty: 'probable', reason });
    case 'port-in-key':
      return value.length === 0 ? [] : [{ kind: 'other', at: value, reason }];
    case 'usage':
      return findInProse(value, new Set()).map(asProse);
    case 'other': {
      const found = findAddresses(value);
      return found.length > 0 ? found : [{ kind: 'other', at: value, reason: `${reason} is not about ports` }];
    }
    default:
      break;
  }
  const json = /^\s*[[{]/.test(value.text) ? findInJson(value) : undefined;
  if (json !== undefined) return json;
  const list = value.split(/[,;\s]+/g);
  const named = list.filter((item) => /^\d+(?:\/\w+)?:[a-z][\w-]*$/i.test(item.text));
  if (named.length > 0 && named.length === list.length) {
    return list.flatMap((item) => readNamedPort(item, 'probable', reason));
  }
  const found = findInNamedValue({ name, value, what: 'label' });
  return found.length > 0 ? found : findInProse(value, new Set()).map(asProse);
}

/** `8080`, `8080/tcp`, `8080:http` */
function readNamedPort(item: MappedText, certainty: 'exact' | 'probable', reason: string): Finding[] {
  const match = /^\d+(?:\/\w+)?/.exec(item.text);
  return match === null
    ? readAddress(item, { certainty, reason })
    : readPort(item.slice(0, match[0].length), { certainty, reason });
}

/** `8090:8090/tcp`: the port of the container, and the one that the host publishes it on. */
function readPair(pair: MappedText, reason: string): Finding[] {
  return pair
    .split(/:/g)
    .flatMap((port, side) =>
      side === 0
        ? readPort(port, { certainty: 'exact', reason })
        : readPort(port, { certainty: 'possible', reason: `${reason}: the port of the host` }),
    );
}

/** `{{upstreams 8080}}`, `{{upstreams https 8443}}`: ports of the container. */
function readUpstreams(value: MappedText, reason: string): Finding[] | undefined {
  const ports = /^\s*\{\{\s*upstreams\s(?:\s*https?\s)?([\d\s]*)\}\}\s*$/.exec(value.text);
  if (ports === null) return undefined;
  const start = value.text.lastIndexOf(ports[1] ?? '');
  return value
    .slice(start, start + (ports[1]?.length ?? 0))
    .split(/\s+/g)
    .flatMap((port) => readPort(port, { certainty: 'exact', reason }));
}

function asProse(finding: Finding): Finding {
  return finding.kind === 'port' ? ({ ...finding, prose: true } satisfies PortFinding) : finding;
}
