import { type Completion, completionDocument } from './completion.ts';
import type { Mark, ReportBlock, ReportDocument, Words } from './document.ts';
import { printable } from './printable.ts';

/** The completion report as GitHub Flavored Markdown. */
export function reportMarkdown(data: Completion): string {
  return documentMarkdown(completionDocument(data));
}

/**
 * A report as GitHub Flavored Markdown. No text of a file can become markup.
 *
 * @see https://github.github.com/gfm/
 */
export function documentMarkdown({ title, lead, sections }: ReportDocument): string {
  const blocks = [
    `# ${inline([title])}`,
    ...lead.map((words) => inline(words)),
    ...sections.flatMap(({ heading, blocks: own }) => [`## ${inline([heading])}`, ...own.map(blockText)]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function blockText(block: ReportBlock): string {
  switch (block.kind) {
    case 'words':
      return inline(block.words);
    case 'subheading':
      return `### ${inline(block.words)}`;
    case 'list':
      return block.items.map((item) => `- ${inline(item)}`).join('\n');
    case 'table':
      return [
        row(block.head.map((text) => [text])),
        `|${block.head.map(() => ' --- |').join('')}`,
        ...block.rows.map(row),
      ].join('\n');
  }
}

/** A pipe ends a cell, even within code, unless it is escaped. */
function row(cells: readonly Words[]): string {
  return `|${cells.map((cell) => ` ${inline(cell, true)} |`).join('')}`;
}

function inline(words: Words, inTable = false): string {
  const text = words
    .map((part) => (typeof part === 'string' ? escapeText(printable(part)) : mark(part, inTable)))
    .join('');
  // What starts a list, a heading or a line below a heading.
  return inTable ? text : text.replace(/^([-+=])/, '\\$1').replace(/^(\d+)([.)])/, '$1\\$2');
}

function mark({ as, text }: Mark, inTable: boolean): string {
  return as === 'code' ? codeSpan(printable(text), inTable) : `**${escapeText(printable(text))}**`;
}

/** Everything that Markdown, or GitHub on top of it, could take for markup. */
function escapeText(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|~$#&]/g, (character) => `\\${character}`);
}

/** A code span; its fence is longer than any run of backticks in it. */
function codeSpan(text: string, inTable: boolean): string {
  if (text === '') return '';
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^[` ]|[` ]$/.test(text) ? ' ' : '';
  return `${fence}${pad}${inTable ? text.replaceAll('|', '\\|') : text}${pad}${fence}`;
}
