import type { Finding } from '../../occurrence.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { readPort } from '../address.ts';

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

/** Numbers of four digits and more that nothing was found about and that equal a port the Dockerfile exposes. */
export function exposedNumbers(
  text: MappedText,
  found: readonly Finding[],
  exposed: ReadonlySet<number> | undefined,
): Finding[] {
  if (exposed === undefined) return [];
  const known = found.map(placeOf);
  return [...text.text.matchAll(/(?<![\w.-])\d{4,5}(?![\w-]|\.\d)/g)].flatMap((match) => {
    if (!exposed.has(Number(match[0]))) return [];
    const at = text.slice(match.index, match.index + match[0].length);
    const start = at.sourceOffset(0);
    if (known.some((place) => start >= place.start && start < place.end)) return [];
    return readPort(at, {
      certainty: 'possible',
      reason: 'equals a port that is exposed, in a text that is written to a file',
    });
  });
}

function placeOf(finding: Finding): { readonly start: number; readonly end: number } {
  return { start: finding.at.sourceOffset(0), end: finding.at.sourceOffset(finding.at.length) };
}
