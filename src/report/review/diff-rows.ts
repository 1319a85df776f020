import { createRequire } from 'node:module';
import type { DiffBlock, DiffFile, DiffLine } from 'diff2html/lib/types.js';
import { escapeHtml } from '../escape-html.ts';
import { CLOSE, OPEN, type ReviewBlock, type ReviewLine } from './blocks.ts';

/** Draws blocks as rows of a table, each block in a body of its own. */
export type DrawRows = (blocks: readonly ReviewBlock[], notes: (line: ReviewLine) => string) => string;

/** How diff2html is to write its parts. `note:12` stands where the notes of line 12 go. */
const TEMPLATES = {
  'generic-wrapper': '{{{content}}}',
  'line-by-line-file-diff': '{{{diffs}}}</tbody>',
  'line-by-line-numbers': '{{oldNumber}}{{^oldNumber}}{{newNumber}}{{/oldNumber}}',
  'generic-block-header':
    '</tbody><tbody class="hunk"><tr class="hunk-head"><td class="d2h-info"></td><td class="d2h-info">{{{blockHeader}}}</td></tr>',
  'generic-line':
    '<tr class="line"><td class="number {{type}}">{{{lineNumber}}}</td><td class="code {{type}}"><span class="sign">{{{prefix}}}</span><span class="d2h-code-line">{{{content}}}</span></td></tr>{{#line.newNumber}}<!--note:{{line.newNumber}}-->{{/line.newNumber}}',
};

/** Lines that are longer are shown without marks on their changes. */
const LONGEST_LINE = 100_000;

/** Loads `diff2html`, which takes its time. */
export function loadDiff(): DrawRows {
  const { html }: typeof import('diff2html') = createRequire(import.meta.url)('diff2html');
  const { LineType }: typeof import('diff2html/lib/types.js') = createRequire(import.meta.url)(
    'diff2html/lib/types.js',
  );
  const linesOf = ({ number, before, after }: ReviewLine): DiffLine[] => {
    if (before === after) {
      return [{ type: LineType.CONTEXT, oldNumber: number, newNumber: number, content: ` ${before}` }];
    }
    return [
      { type: LineType.DELETE, oldNumber: number, newNumber: undefined, content: `-${before}` },
      { type: LineType.INSERT, oldNumber: undefined, newNumber: number, content: `+${after}` },
    ];
  };
  const blockOf = (block: ReviewBlock): DiffBlock => {
    const first = block.at(0)?.number ?? 1;
    const last = block.at(-1)?.number ?? first;
    const header = first === last ? `line ${first}` : `lines ${first} to ${last}`;
    return { oldStartLine: first, newStartLine: first, header, lines: block.flatMap(linesOf) };
  };
  return (blocks, notes) => {
    const file: DiffFile = {
      oldName: '',
      newName: '',
      addedLines: 0,
      deletedLines: 0,
      isCombined: false,
      isGitDiff: true,
      language: '',
      blocks: blocks.map(blockOf),
    };
    const drawn = html([file], {
      drawFileList: false,
      outputFormat: 'line-by-line',
      maxLineLengthHighlight: LONGEST_LINE,
      rawTemplates: TEMPLATES,
    });
    const lines = new Map(blocks.flat().map((line) => [line.number, line]));
    return withMarks(drawn, lines, notes).replace('</tbody>', '');
  };
}

/** Puts the reasons on the marks of each row, and the notes below it. Nothing of a file can look like these. */
function withMarks(drawn: string, lines: ReadonlyMap<number, ReviewLine>, notes: (line: ReviewLine) => string): string {
  return drawn
    .replace(/<tr class="line"><td class="number [^"]*">(\d+)<\/td>.*?<\/tr>/gs, (row, number) => {
      const marked = lines.get(Number(number))?.marked ?? [];
      let index = 0;
      return row
        .replaceAll(OPEN, () => {
          const mark = marked[index++];
          return mark === undefined ? '' : `<span class="port ${mark.kind}" title="${escapeHtml(mark.reason)}">`;
        })
        .replaceAll(CLOSE, '</span>');
    })
    .replace(/<!--note:(\d+)-->/g, (_, number) => {
      const line = lines.get(Number(number));
      return line === undefined ? '' : notes(line);
    });
}
