import type { Finding } from '../../src/occurrence.ts';
import { MappedText } from '../../src/text/mapped-text.ts';

const MARKS = { exact: '', probable: '?', possible: '??' } as const;

/**
 * Findings in the order of the text, in short: `8095` exact, `8095?` probable, `8095??` possible,
 * `db:8095` on another host, `(80)` implicit, `$PORT` a variable as a port, `!5` not a port.
 */
export function inShort(findings: readonly Finding[]): string[] {
  return [...findings].sort((a, b) => a.at.sourceOffset(0) - b.at.sourceOffset(0)).map(oneInShort);
}

/** As {@link inShort}, without what is not a port. */
export function portsInShort(findings: readonly Finding[]): string[] {
  return inShort(findings.filter((finding) => finding.kind !== 'other'));
}

function oneInShort(finding: Finding): string {
  switch (finding.kind) {
    case 'port': {
      const port = finding.implicit === undefined ? `${finding.port}` : `(${finding.port})`;
      return `${finding.host === undefined ? '' : `${finding.host}:`}${port}${MARKS[finding.certainty]}`;
    }
    case 'variable':
      return `$${finding.name}${finding.as === 'port' ? '' : ` ${finding.as}`}`;
    case 'other':
      return `!${finding.at.text}`;
  }
}

/** Finds in a code that is the whole file, and checks that every finding stands where it says. */
export function findIn(find: (code: MappedText) => Finding[], code: string): Finding[] {
  const findings = find(MappedText.of(code));
  for (const finding of findings) {
    const source = finding.at.toSource();
    if (source === undefined) throw new Error(`${finding.reason} is nowhere in ${code}`);
    const written = code.slice(source.start, source.end);
    if (finding.kind === 'port' && written !== (finding.implicit === undefined ? `${finding.port}` : '')) {
      throw new Error(`${finding.port} stands at ${JSON.stringify(written)} in ${code}`);
    }
    if (finding.kind === 'variable' && !written.includes(finding.name)) {
      throw new Error(`${finding.name} stands at ${JSON.stringify(written)} in ${code}`);
    }
  }
  return findings;
}
