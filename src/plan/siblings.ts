import type { List, Paragraph, RootContent } from 'mdast';
import { type Inline, linesOf, readInline, startOf } from './inline.ts';
import { readLine } from './line.ts';
import { plainWords } from './names.ts';
import { readPortLabel } from './port-label.ts';

/** Whether the lines of a block stand side by side with a service that says its port. */
export type IsBeside = (block: RootContent, about: boolean) => boolean;

/**
 * Finds the lists and paragraphs in which a line is a service with its port, so that
 * `TRX Staking: 8096` beside `Payment Gateway: port 8097` means one, too. Blocks without a blank line
 * between them are one list to who reads them, whatever marks their items have.
 */
export function besideServices(nodes: readonly RootContent[], source: string): IsBeside {
  const runs = new Map<RootContent, Run>();
  let last: RootContent | undefined;
  for (const node of nodes) {
    if (node.type === 'list' || node.type === 'paragraph') {
      const before = last !== undefined && isNext(last, node) ? runs.get(last) : undefined;
      const run: Run = before ?? { blocks: [], known: new Map() };
      run.blocks.push(node);
      runs.set(node, run);
    }
    last = node;
  }
  return (block, about) => {
    const run = runs.get(block);
    if (run === undefined) return false;
    const known =
      run.known.get(about) ??
      listsServices(
        run.blocks.flatMap((node) => linesOfBlock(node, source)),
        about,
      );
    run.known.set(about, known);
    return known;
  };
}

interface Run {
  readonly blocks: (List | Paragraph)[];
  readonly known: Map<boolean, boolean>;
}

function isNext(before: RootContent, node: RootContent): boolean {
  if (before.type !== 'list' && before.type !== 'paragraph') return false;
  return before.position?.end.line === (node.position?.start.line ?? 0) - 1;
}

function linesOfBlock(node: List | Paragraph, source: string): Inline[] {
  if (node.type === 'paragraph') return linesOf(readInline(node.children, source, startOf(node)));
  return node.children.flatMap(({ children: [first] }) =>
    first?.type === 'paragraph' ? linesOf(readInline(first.children, source, startOf(first))).slice(0, 1) : [],
  );
}

/** Whether one of the lines is a service with its port, and none is only a part of what is said of one service. */
function listsServices(lines: readonly Inline[], about: boolean): boolean {
  let isFound = false;
  for (const line of lines) {
    const read = readLine(line, about);
    if (read.kind !== 'line' || read.line.ports.length + read.line.from.length === 0) continue;
    const { service, labelled } = read.line;
    if (service === undefined || (labelled && readPortLabel(plainWords(service)).kind !== 'unknown')) return false;
    isFound = true;
  }
  return isFound;
}
