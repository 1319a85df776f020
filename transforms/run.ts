import type { Instruction } from '../src/dockerfile/instruction.ts';
import { findAddresses } from '../src/languages/address.ts';
import { findInShell, findInWords } from '../src/languages/command.ts';
import type { Finding } from '../src/occurrence.ts';
import type { MappedText } from '../src/text/mapped-text.ts';
import { MappedTextBuilder } from '../src/text/mapped-text.ts';
import type { Transform } from '../src/transform.ts';

export const run: Transform = {
  name: 'run',
  describe: "Ports that RUN writes into the image's own configuration, or that it tests",
  instructions: ['RUN'],
  role: 'config',
  readsAlone: () => true,
  find(instruction, { exposed }) {
    const place = { exposed, kind: 'run' } as const;
    if (instruction.exec !== undefined) return findInWords(instruction.exec, place);
    if (instruction.shell !== 'posix') return asProbable(findAddresses(instruction.args));
    return findInShell(withHeredocs(instruction), place);
  },
};

/** The script with the bodies of its heredocs, as the shell gets it. */
function withHeredocs({ args, heredocs }: Instruction): MappedText {
  if (heredocs.length === 0) return args.enter('shell script');
  const script = new MappedTextBuilder().copy(args);
  for (const { body, name } of heredocs) {
    script.replace('\n', args, args.length, args.length).copy(body);
    script.replace(name, body, body.length, body.length);
  }
  return script.build('shell script', args);
}

/** PowerShell and cmd are not parsed, so nothing in them is sure. */
function asProbable(findings: Finding[]): Finding[] {
  return findings.map((finding) => (finding.kind === 'port' ? { ...finding, certainty: 'probable' } : finding));
}
