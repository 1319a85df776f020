import { CERTAINTIES, type Finding, type PortFinding } from '../../occurrence.ts';
import { OPAQUE } from '../expansion.ts';

/**
 * One finding for each place: the surest one.
 *
 * A constant that is a port here and something else there, or the port of two different hosts, is
 * only a possible port: moving it would move both.
 */
export function mergeFindings(findings: readonly Finding[]): Finding[] {
  const places = new Map<string, Finding[]>();
  for (const found of findings) {
    const finding = found.kind === 'port' ? withKnownHost(found) : found;
    const key = keyOf(finding);
    const known = places.get(key);
    if (known === undefined) places.set(key, [finding]);
    else known.push(finding);
  }
  return [...places.values()].flatMap((group) => merge(group) ?? group.slice(0, 1));
}

function keyOf(finding: Finding): string {
  const place = `${finding.at.sourceOffset(0)}+${finding.at.length}`;
  return finding.kind === 'variable' ? `${place} ${finding.name} ${finding.as}` : place;
}

/** The port that a group is about, or undefined if it is about none. */
function merge(group: readonly Finding[]): PortFinding | undefined {
  const ports = group.filter((finding) => finding.kind === 'port');
  const certainty = CERTAINTIES.find((candidate) => ports.some((port) => port.certainty === candidate));
  const surest = withPlainHosts(ports.filter((port) => port.certainty === certainty));
  const [first] = surest;
  if (first === undefined) return undefined;
  // That a name suggests another service counts for nothing where the call says the host.
  const other = group.find((finding) => finding.kind === 'other' && finding.guessed !== true);
  if (other !== undefined)
    return { ...first, certainty: 'possible', reason: `${first.reason}, and also ${other.reason}` };
  const elsewhere = surest.find((port) => port.host !== first.host);
  if (elsewhere === undefined || certainty === 'possible') return first;
  const hosts = [first, elsewhere].map((port) => port.host ?? 'this container');
  return { ...first, host: undefined, certainty: 'possible', reason: `${first.reason}, of ${hosts.join(' and of ')}` };
}

/** Where a host is a variable with a default, its default says whose the port is. */
function withPlainHosts(ports: readonly PortFinding[]): readonly PortFinding[] {
  const plain = ports.filter((port) => port.host?.startsWith('$') !== true);
  return plain.length > 0 ? plain : ports;
}

/** A host that is only known when the code runs could be this container. */
function withKnownHost(finding: PortFinding): PortFinding {
  if (finding.host === undefined || !finding.host.includes(OPAQUE)) return finding;
  return {
    ...finding,
    host: undefined,
    certainty: 'possible',
    reason: `${finding.reason}, of a host that is computed`,
  };
}
