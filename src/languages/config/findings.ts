import type { Finding } from '../../occurrence.ts';

/** One finding for each piece of text, the first one that was made; a port wins over `other` that covers it. */
export function distinctFindings(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  const ports = findings.filter((finding) => finding.kind === 'port' && finding.at.length > 0).map(placeOf);
  return findings.filter((finding) => {
    const place = placeOf(finding);
    const key = `${place.start}:${place.end}:${finding.kind === 'variable'}`;
    if (seen.has(key)) return false;
    seen.add(key);
    const longer = finding.kind === 'other' && finding.at.length > 5;
    return !longer || !ports.some((port) => port.start >= place.start && port.end <= place.end);
  });
}

/** Marks the ports as stated by a configuration file. */
export function asConfig(findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => (finding.kind === 'port' ? { role: 'config', ...finding } : finding));
}

function placeOf(finding: Finding): { readonly start: number; readonly end: number } {
  return { start: finding.at.sourceOffset(0), end: finding.at.sourceOffset(finding.at.length) };
}
