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
/** So many are known at most, twice over. */
const MOST = 2048;

let recent = new Map<string, KnownInstruction>();
let older = new Map<string, KnownInstruction>();

/**
 * The instruction that has this text in the file, read anew where it is not known.
 *
 * @param source all of its text, as the file has it
 * @param circumstances whatever else the reading of it depends on
 * @param read reads it where it stands
 */
export function readKnown(
  source: string,
  circumstances: string,
  standing: Standing,
  read: () => Instruction | undefined,
): Instruction | undefined {
  if (source.length > LONGEST) return read();
  const { start } = standing.span;
  const key = circumstances + source;
  let known = recent.get(key) ?? older.get(key);
  if (known === undefined) {
    const instruction = read();
    known = { instruction: instruction && placed(instruction, NOWHERE, -start, undefined), findings: new Map() };
    remember(key, known);
    return instruction && { ...instruction, known };
  }
  if (!recent.has(key)) remember(key, known);
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

/** Two generations: what was not asked for in a while is forgotten. */
function remember(key: string, known: KnownInstruction): void {
  if (recent.size >= MOST) {
    older = recent;
    recent = new Map();
  }
  recent.set(key, known);
}
