import { type Instruction, readInstruction } from '../src/dockerfile/instruction.ts';
import { findInProse } from '../src/languages/prose.ts';
import type { Finding } from '../src/occurrence.ts';
import type { MappedText } from '../src/text/mapped-text.ts';
import type { Transform, TransformContext } from '../src/transform.ts';

export const comment: Transform = {
  name: 'comment',
  describe: 'Ports that comments mention, and those in instructions that are commented out',
  instructions: ['COMMENT'],
  role: 'comment',
  readsAlone: ({ args }) => !isCommentedOut(args.slice(1).trim()),
  find(instruction, context) {
    const found = findInCommentedOut(instruction, context);
    const findings = found.length > 0 ? found : findInProse(instruction.args.slice(1), context.exposed);
    return findings.flatMap((finding): Finding[] => {
      if (finding.kind === 'variable') return [];
      return [finding.kind === 'port' ? { ...finding, prose: true, role: 'comment' } : finding];
    });
  },
};

function isCommentedOut(body: MappedText): boolean {
  return /^(?:EXPOSE|ENV|ARG|CMD|ENTRYPOINT|HEALTHCHECK|RUN|LABEL|ONBUILD)\s/.test(body.text);
}

/** `# EXPOSE 8095`: an instruction that was taken out. */
function findInCommentedOut(instruction: Instruction, context: TransformContext): Finding[] {
  const body = instruction.args.slice(1).trim();
  if (!isCommentedOut(body)) return [];
  const inner = readInstruction(body, context.dockerfile.escape, instruction);
  if (inner === undefined) return [];
  return [...context.findIn(inner)].filter((finding) => finding.kind !== 'variable');
}
