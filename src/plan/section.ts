import type { Heading, RootContent } from 'mdast';
import { nearest } from '../mapping/nearest.ts';
import { quote } from '../mapping/quote.ts';
import type { PlanProblem } from './document.ts';
import { readInline, startOf } from './inline.ts';
import { keyOf } from './names.ts';

/**
 * The blocks under one heading, itself included, up to the next one of its level.
 *
 * @param wanted the heading's text, or its anchor as GitHub makes it: `port-assignments`
 */
export function sectionOf(
  blocks: readonly RootContent[],
  wanted: string,
  source: string,
): readonly RootContent[] | PlanProblem {
  const seen = new Map<string, number>();
  const headings = blocks.flatMap((block, index) => {
    if (block.type !== 'heading') return [];
    const title = titleOf(block, source);
    const anchor = anchorOf(title);
    const count = seen.get(anchor) ?? 0;
    seen.set(anchor, count + 1);
    return [{ block, index, title, anchor: count === 0 ? anchor : `${anchor}-${count}` }];
  });
  const key = anchorOf(wanted);
  const found =
    headings.find(({ anchor }) => anchor === key) ?? headings.find(({ title }) => keyOf(title) === keyOf(wanted));
  if (found === undefined) {
    const anchors = headings.map(({ anchor }) => anchor);
    const meant = nearest(key, anchors);
    const listed = anchors.slice(0, 10).join(', ');
    return {
      code: 'plan-no-section',
      message: `no heading is called ${quote(wanted)}`,
      hint: meant !== undefined ? `did you mean "${meant}"?` : listed === '' ? undefined : `there are ${listed}`,
      offset: 0,
    };
  }
  const after = headings.find(({ index, block }) => index > found.index && block.depth <= found.block.depth);
  return blocks.slice(found.index, after?.index);
}

/** The text of a heading without marks. */
function titleOf(heading: Heading, source: string): string {
  return readInline(heading.children, source, startOf(heading)).text.trim();
}

function anchorOf(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replace(/\s/g, '-');
}
