import { CERTAINTIES, type Finding, type OtherFinding, type PortFinding } from '../../occurrence.ts';
import { OPAQUE } from '../expansion.ts';

/**
 * One finding for each place: the surest one.
 *
 * A constant that is a port here and something else there, or the port of two different hosts, is
 * only a possible port: moving it would move both.
 */
export function mergeFindings(findings: readonly Finding[]): Finding[] {
  const merged = new Map<string, Finding>();
  for (const found of findings) {
    const finding = found.kind === 'port' ? withKnownHost(found) : found;
    const key = keyOf(finding);
    const known = merged.get(key);
    merged.set(key, known === undefined ? finding : merge(known, finding));
  }
  return [...merged.values()];
}

function keyOf(finding: Finding): string {
  const place = `${finding.at.sourceOffset(0)}+${finding.at.length}`;
  return finding.kind === 'variable' ? `${place} ${finding.name} ${finding.as}` : place;
}

function merge(known: Finding, finding: Finding): Finding {
  if (known.kind === 'port' && finding.kind === 'port') return mergePorts(known, finding);
  if (known.kind === 'port' && finding.kind === 'other') return alsoOther(known, finding);
  if (known.kind === 'other' && finding.kind === 'port') return alsoOther(finding, known);
  return known;
}

function mergePorts(known: PortFinding, finding: PortFinding): PortFinding {
  const difference = CERTAINTIES.indexOf(known.certainty) - CERTAINTIES.indexOf(finding.certainty);
  if (difference !== 0) return difference < 0 ? known : finding;
  if (known.host === finding.host || known.certainty === 'possible') return known;
  return {
    ...known,
    host: undefined,
    certainty: 'possible',
    reason: `${known.reason}, of ${known.host ?? 'this container'} and of ${finding.host ?? 'this container'}`,
  };
}

function alsoOther(port: PortFinding, other: OtherFinding): PortFinding {
  return { ...port, certainty: 'possible', reason: `${port.reason}, and also ${other.reason}` };
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
