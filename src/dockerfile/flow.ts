import { isOwnHost } from '../languages/address.ts';
import { splitExpansions } from '../languages/expansion.ts';
import type { VariableFinding } from '../occurrence.ts';
import { MappedText } from '../text/mapped-text.ts';
import type { Instruction, Stage } from './instruction.ts';
import type { Dockerfile } from './parse.ts';

/** `ENV NAME=value`, `ARG NAME=value`, or `ARG NAME`, which takes its value from elsewhere. */
export interface Definition {
  readonly name: string;
  readonly value: MappedText | undefined;
  readonly instruction: Instruction;
}

/** Where the values of ENV and ARG go. */
export interface Flow {
  /**
   * Records that a variable is used; it reaches the definition that holds at that instruction. Variables in the host
   * that it is used with have their values there.
   */
  addUse(finding: VariableFinding, instruction: Instruction): void;
  /** The recorded uses that the value of a definition reaches. */
  usesOf(definition: Definition): readonly VariableFinding[];
  /** The definition whose value a variable has at an instruction. */
  definitionAt(name: string, instruction: Instruction): Definition | undefined;
  /** The definition that a container of the instruction's stage starts with, wherever in the stage it stands. */
  definitionAtRunTime(name: string, instruction: Instruction): Definition | undefined;
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
  const definitions = collectDefinitions(dockerfile);
  const uses = new Map<Definition, VariableFinding[]>();

  const definitionAt = (name: string, instruction: Instruction): Definition | undefined => {
    const atRunTime = instruction.keyword !== undefined && AT_RUN_TIME.has(instruction.keyword);
    const limit = atRunTime ? Number.POSITIVE_INFINITY : instruction.index;
    // ENV always overrides ARG of the same name.
    const found =
      definitions.last('ENV', name, instruction.stage, limit) ??
      definitions.last('ARG', name, instruction.stage, limit);
    if (found?.value !== undefined) return found;
    const user = found?.instruction ?? instruction;
    const takesGlobals = user.keyword === 'ARG' || user.keyword === 'FROM';
    const global = takesGlobals ? definitions.last('ARG', name, undefined, Number.POSITIVE_INFINITY) : undefined;
    return global ?? found;
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
      const { host } = finding;
      const expanded = host?.includes('$') === true ? expand(MappedText.of(host), instruction, 0) : host;
      const use = expanded === host ? finding : { ...finding, host: isOwnHost(expanded ?? '') ? undefined : expanded };
      const known = uses.get(definition);
      if (known === undefined) uses.set(definition, [use]);
      else known.push(use);
    },
    usesOf: (definition) => uses.get(definition) ?? [],
    definitionAtRunTime: (name, { stage }) => definitions.last('ENV', name, stage, Number.POSITIVE_INFINITY),
    definitionIn: (name, instruction) => definitions.in(name, instruction),
    expand: (text, instruction) => expand(text, instruction, 0),
  };
}

type Kind = 'ENV' | 'ARG';

interface Definitions {
  /** The last definition of a name before an instruction, in its stage or in one that the stage starts from. */
  last(kind: Kind, name: string, stage: Stage | undefined, limit: number): Definition | undefined;
  in(name: string, instruction: Instruction): Definition | undefined;
}

/** The definitions by stage and name, each list in the order of the file. */
function collectDefinitions({ instructions }: Dockerfile): Definitions {
  const byStage = new Map<Stage | undefined, Map<string, Definition[]>>();
  const byInstruction = new Map<Instruction, Map<string, Definition>>();
  for (const outer of instructions) {
    for (let instruction: Instruction | undefined = outer; instruction; instruction = instruction.inner) {
      const { keyword, pairs, stage } = instruction;
      if (keyword !== 'ENV' && keyword !== 'ARG') continue;
      const names = valueOf(byStage, stage, () => new Map<string, Definition[]>());
      const own = valueOf(byInstruction, instruction, () => new Map<string, Definition>());
      for (const { name, value } of pairs) {
        const definition = { name: name.text, value, instruction };
        valueOf(names, `${keyword} ${name.text}`, () => []).push(definition);
        if (!own.has(name.text)) own.set(name.text, definition);
      }
    }
  }
  const last: Definitions['last'] = (kind, name, stage, limit) => {
    for (let at = stage; ; at = at?.parent) {
      const found = lastBefore(byStage.get(at)?.get(`${kind} ${name}`), limit);
      if (found !== undefined || at === undefined || at.parent === undefined) return found;
    }
  };
  return { last, in: (name, instruction) => byInstruction.get(instruction)?.get(name) };
}

function valueOf<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}

/** By bisection: a file may define one name very often. */
function lastBefore(definitions: readonly Definition[] | undefined, limit: number): Definition | undefined {
  if (definitions === undefined) return undefined;
  let low = 0;
  let high = definitions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((definitions[middle]?.instruction.index ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return definitions[low - 1];
}
