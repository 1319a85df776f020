import type { Flow } from './flow.ts';
import type { Instruction, Stage } from './instruction.ts';
import type { Dockerfile } from './parse.ts';

/** The image that a stage is built on in the end, with its variables replaced; empty where there is none. */
export function baseImage({ instructions }: Dockerfile, leaf: Stage | undefined, flow: Flow): string {
  let stage = leaf;
  while (stage?.parent !== undefined) stage = stage.parent;
  const image = stage?.image ?? '';
  const from = instructions.find((item) => item.keyword === 'FROM' && item.stage === stage);
  if (from === undefined || !image.includes('$')) return image;
  return flow.expand(from.args, from).replace(/\s+as\s+\S+$/i, '');
}

/** The instruction of a kind that counts for the image of a stage: the last one there, else that of the stage it is built on. */
export function lastInstruction(
  { instructions }: Dockerfile,
  keyword: string,
  leaf: Stage | undefined,
): Instruction | undefined {
  for (let stage = leaf; stage !== undefined; stage = stage.parent) {
    const found = instructions.findLast((item) => item.keyword === keyword && item.stage === stage);
    if (found !== undefined) return found;
  }
  return undefined;
}
