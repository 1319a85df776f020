import type { Finding } from '../../src/occurrence.ts';
import { MappedText } from '../../src/text/mapped-text.ts';

/** Where the text stands in an imagined file, so that offsets in text and file differ. */
const OFFSET = 1000;

/** What the marks around digits say of them. */
const MARKS: Readonly<Record<string, string>> = {
  '«': 'own',
  '‹': 'of another host',
  '⟨': 'possible',
  '“': 'prose',
};
const MARKED = /([«‹⟨“])([^»›⟩”]+)[»›⟩”]/g;

/** A text and the ports that the marks in it name: `Listen «80»`, `server ‹80›`, `⟨80⟩`, `# Port “22”`. */
export function unmark(marked: string): { readonly text: MappedText; readonly ports: readonly string[] } {
  const ports: string[] = [];
  let removed = 0;
  const text = marked.replace(MARKED, (whole: string, mark: string, digits: string, at: number) => {
    ports.push(`${digits} at ${at - removed}: ${MARKS[mark]}`);
    removed += whole.length - digits.length;
    return digits;
  });
  return { text: MappedText.of(text, OFFSET), ports };
}

/** The ports that were found, in the form that `unmark` gives, in the order of the text. */
export function portsIn(findings: readonly Finding[]): string[] {
  return findings
    .flatMap((finding) => {
      if (finding.kind !== 'port' || finding.implicit !== undefined) return [];
      const start = (finding.at.toSource()?.start ?? OFFSET - 1) - OFFSET;
      const what =
        finding.prose === true
          ? 'prose'
          : finding.host !== undefined
            ? 'of another host'
            : finding.certainty === 'possible'
              ? 'possible'
              : 'own';
      return [{ start, line: `${finding.at.text} at ${start}: ${what}` }];
    })
    .sort((a, b) => a.start - b.start)
    .map(({ line }) => line);
}

/** The digits that were reported as no port. */
export function othersIn(findings: readonly Finding[]): string[] {
  return findings.flatMap((finding) => (finding.kind === 'other' ? [finding.at.text] : []));
}

/** The variables that stand for a port. */
export function variablesIn(findings: readonly Finding[]): string[] {
  return findings.flatMap((finding) => (finding.kind === 'variable' && finding.as === 'port' ? [finding.name] : []));
}
