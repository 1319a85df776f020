import { splitExpansions } from '../languages/expansion.ts';
import type { VariableFinding } from '../occurrence.ts';
import type { MappedText } from '../text/mapped-text.ts';
import type { Instruction, Stage } from './instruction.ts';
import type { Dockerfile } from './parse.ts';

/** `ENV NAME=value`, `ARG NAME=value`, or `ARG NAME`, which takes its value from elsewhere. */
export interface Definition {
  readonly name: string;
  readonly value: MappedText | undefined;
  readonly instruction: Instruction;
}

interface Use {
  readonly finding: VariableFinding;
  readonly instruction: Instruction;
}

/** Where the values of ENV and ARG go. */
export interface Flow {
  /** Records that a variable is used; it reaches the definition that holds at that instruction. */
  addUse(finding: VariableFinding, instruction: Instruction): void;
  /** The recorded uses that the value of a definition reaches. */
  usesOf(definition: Definition): readonly VariableFinding[];
  /** The definition whose value a variable has at an instruction. */
  definitionAt(name: string, instruction: Instruction): Definition | undefined;
  /** The definition that stands in an instruction under a name. */
  definitionIn(name: string, instruction: Instruction): Definition | undefined;
  /** A text with its variables replaced by their values, as far as those are known. */
  expand(text: MappedText, instruction: Instruction): string;
}

/** These run when the container starts, with the last value that ENV gives in the stage. */
const AT_RUN_TIME = new Set(['CMD', 'ENTRYPOINT', 'HEALTHCHECK']);
const MAX_EXPANSION_DEPTH = 10;

/**
 * Follows values from `ARG` to `ENV` to their uses, per stage, with `FROM stage` inheriting.
 *
 * @see https://docs.docker.com/reference/dockerfile/#environment-replacement
 * @see https://docs.docker.com/reference/dockerfile/#scope
 */
export function trackFlow(dockerfile: Dockerfile): Flow {
  const byName = new Map<string, Definition[]>();
  for (const outer of dockerfile.instructions) {
    for (let instruction: Instruction | undefined = outer; instruction; instruction = instruction.inner) {
      if (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG') continue;
      for (const pair of instruction.pairs) {
        const definition = { name: pair.name.text, value: pair.value, instruction };
        const known = byName.get(definition.name);
        if (known === undefined) byName.set(definition.name, [definition]);
        else known.push(definition);
      }
    }
  }
  const uses = new Map<Definition, Use[]>();

  const definitionAt = (name: string, instruction: Instruction): Definition | undefined => {
    const candidates = byName.get(name);
    if (candidates === undefined) return undefined;
    const atRunTime = instruction.keyword !== undefined && AT_RUN_TIME.has(instruction.keyword);
    const limit = atRunTime ? Number.POSITIVE_INFINITY : instruction.index;
    const visible = candidates.filter(
      (candidate) => candidate.instruction.index < limit && isVisible(candidate.instruction.stage, instruction.stage),
    );
    // ENV always overrides ARG of the same name, and only ENV is there at run time.
    const winner =
      visible.findLast((candidate) => candidate.instruction.keyword === 'ENV') ?? visible.findLast(() => true);
    if (winner?.value !== undefined || winner === undefined) return winner ?? globalArg(candidates, instruction);
    return globalArg(candidates, winner.instruction) ?? winner;
  };

  const expand = (text: MappedText, instruction: Instruction, depth: number): string =>
    splitExpansions(text)
      .map((part) => {
        if (part.kind === 'literal' || depth > MAX_EXPANSION_DEPTH) return part.at.text;
        const definition = definitionAt(part.name, instruction);
        if (definition?.value !== undefined) return expand(definition.value, definition.instruction, depth + 1);
        return part.fallback?.text ?? part.at.text;
      })
      .join('');

  return {
    definitionAt,
    addUse(finding, instruction) {
      const definition = definitionAt(finding.name, instruction);
      if (definition === undefined) return;
      const known = uses.get(definition);
      if (known === undefined) uses.set(definition, [{ finding, instruction }]);
      else known.push({ finding, instruction });
    },
    usesOf: (definition) => (uses.get(definition) ?? []).map((use) => use.finding),
    definitionIn: (name, instruction) => byName.get(name)?.find((definition) => definition.instruction === instruction),
    expand: (text, instruction) => expand(text, instruction, 0),
  };
}

/** Whether what a stage defines holds in another: the same stage, or one it starts from. */
function isVisible(defined: Stage | undefined, used: Stage | undefined): boolean {
  for (let stage = used; stage !== undefined; stage = stage.parent) if (stage === defined) return true;
  return defined === undefined && used === undefined;
}

/** `ARG NAME` in a stage, and FROM itself, take the value of the ARG before the first FROM. */
function globalArg(candidates: readonly Definition[], user: Instruction): Definition | undefined {
  if (user.keyword !== 'ARG' && user.keyword !== 'FROM') return undefined;
  return candidates.findLast((candidate) => candidate.instruction.stage === undefined);
}
