import type { Finding } from '../occurrence.ts';
import type { Instruction, Standing } from './instruction.ts';

/**
 * An instruction that was read before. The same lines stand in many Dockerfiles, and in a file
 * before and after its edits; what is found in their text alone is found once.
 */
export interface KnownInstruction {
  /** As it would stand at the start of a file. */
  readonly instruction: Instruction | undefined;
  /** What transforms found in it, as if it stood at the start of a file, by whatever it depends on besides. */
  readonly findings: Map<string, readonly Finding[]>;
}

/** Longer instructions are seldom the same. */
const LONGEST = 2048;
/** Of longer files nothing is remembered, as the engine keeps all of a text in memory with a piece of it. */
const LONGEST_FILE = 1 << 14;
/** So many are known at most, twice over. */
const MOST = 2048;

/** By their text. Two generations: what was not asked for in a while is forgotten. */
interface Generations {
  recent: Map<string, KnownInstruction>;
  older: Map<string, KnownInstruction>;
}

const generationsOf = new Map<string, Generations>();

/**
 * The instruction that has this text in the file, read anew where it is not known.
 *
 * @param file the text of the file
 * @param circumstances whatever else the reading of it depends on
 * @param read reads it where it stands
 */
export function readKnown(
  file: string,
  circumstances: string,
  standing: Standing,
  read: () => Instruction | undefined,
): Instruction | undefined {
  const { start, end } = standing.span;
  if (end - start > LONGEST || file.length > LONGEST_FILE) return read();
  const source = file.slice(start, end);
  let generations = generationsOf.get(circumstances);
  if (generations === undefined) {
    generations = { recent: new Map(), older: new Map() };
    generationsOf.set(circumstances, generations);
  }
  let known = generations.recent.get(source);
  if (known !== undefined) return known.instruction && placed(known.instruction, standing, start, known);
  known = generations.older.get(source);
  if (known === undefined) {
    const instruction = read();
    known = { instruction: instruction && placed(instruction, NOWHERE, -start, undefined), findings: new Map() };
    remember(source, known, generations);
    return instruction && placed(instruction, standing, 0, known);
  }
  remember(source, known, generations);
  return known.instruction && placed(known.instruction, standing, start, known);
}

const NOWHERE: Standing = { index: 0, span: { start: 0, end: 0 }, stage: undefined, shell: 'posix', heredocs: [] };

function placed(
  { keyword, text, flags, args, exec, pairs, from, inner }: Instruction,
  standing: Standing,
  by: number,
  known: KnownInstruction | undefined,
): Instruction {
  return {
    index: standing.index,
    span: standing.span,
    stage: standing.stage,
    shell: standing.shell,
    heredocs: standing.heredocs,
    keyword,
    text: text.moved(by),
    flags: flags.map(({ name, value }) => ({ name, value: value.moved(by) })),
    args: args.moved(by),
    exec: exec?.map((word) => word.moved(by)),
    pairs: pairs.map(({ name, value }) => ({ name: name.moved(by), value: value?.moved(by) })),
    from,
    inner: inner && placed(inner, standing, by, undefined),
    known,
  };
}

function remember(source: string, known: KnownInstruction, generations: Generations): void {
  if (generations.recent.size >= MOST) {
    generations.older = generations.recent;
    generations.recent = new Map();
  }
  generations.recent.set(source, known);
}
