import type { Flow } from './dockerfile/flow.ts';
import type { Instruction, Keyword } from './dockerfile/instruction.ts';
import type { Dockerfile } from './dockerfile/parse.ts';
import type { Finding, Role } from './occurrence.ts';

/** What a transform may know besides the instruction it reads. */
export interface TransformContext {
  readonly dockerfile: Dockerfile;
  /** The ports that EXPOSE declares anywhere in the file. */
  readonly exposed: ReadonlySet<number>;
  /** Definitions of variables, and the uses that the transforms found so far. */
  readonly flow: Flow;
  /** What the transforms find in an instruction inside another one, such as the trigger of ONBUILD. */
  findIn(instruction: Instruction): Iterable<Finding>;
}

/**
 * Finds the ports of one place of a Dockerfile.
 *
 * A transform only finds. It does not edit or print, and knows no mapping. Instructions come last
 * first, so that the uses of a variable are known before its definition.
 */
export interface Transform {
  readonly name: string;
  /** One line for people. */
  readonly describe: string;
  readonly instructions: readonly Keyword[];
  /** The role of what it finds, unless a finding says its own. */
  readonly role: Role;
  /**
   * Whether what it finds in an instruction depends on nothing besides the instruction's own text,
   * its shell and the ports that EXPOSE declares. It is then asked once for all instructions that
   * read the same.
   */
  readsAlone(instruction: Instruction, context: TransformContext): boolean;
  find(instruction: Instruction, context: TransformContext): Iterable<Finding>;
}
