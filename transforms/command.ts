import { lastInstruction } from '../src/dockerfile/effective.ts';
import type { Instruction } from '../src/dockerfile/instruction.ts';
import { findInShell, findInWords } from '../src/languages/command.ts';
import type { Finding } from '../src/occurrence.ts';
import type { MappedText } from '../src/text/mapped-text.ts';
import type { Transform, TransformContext } from '../src/transform.ts';

export const command: Transform = {
  name: 'command',
  describe: 'Ports in the arguments that CMD and ENTRYPOINT start the container with',
  instructions: ['CMD', 'ENTRYPOINT'],
  role: 'listen',
  readsAlone: (instruction, context) =>
    instruction.exec === undefined || wholeCommand(instruction, instruction.exec, context) === instruction.exec,
  find(instruction, context) {
    const place = { exposed: context.exposed, kind: 'start' } as const;
    const { exec, args } = instruction;
    if (exec === undefined) return findInShell(args.enter('shell script'), place);
    const words = wholeCommand(instruction, exec, context);
    if (words === exec) return findInWords(exec, place);
    const start = args.sourceOffset(0);
    const end = args.sourceOffset(args.length);
    return findInWords(words, place).filter((finding) => startsWithin(finding, start, end));
  },
};

/** ENTRYPOINT and CMD are one command: the arguments of the one follow those of the other. */
function wholeCommand(
  instruction: Instruction,
  exec: readonly MappedText[],
  { dockerfile }: TransformContext,
): readonly MappedText[] {
  const isEntrypoint = instruction.keyword === 'ENTRYPOINT';
  const other = lastInstruction(dockerfile, isEntrypoint ? 'CMD' : 'ENTRYPOINT', instruction.stage);
  if (other?.exec === undefined) return exec;
  return isEntrypoint ? [...exec, ...other.exec] : [...other.exec, ...exec];
}

function startsWithin(finding: Finding, start: number, end: number): boolean {
  const at = finding.at.sourceOffset(0);
  return at >= start && at <= end;
}
