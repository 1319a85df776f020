import { type Completion, completionDocument } from './completion.ts';
import type { Mark, ReportBlock, ReportDocument, Words } from './document.ts';
import { escapeHtml } from './escape-html.ts';

const STYLE = `
:root { color-scheme: light dark; --text: #1f2328; --back: #fff; --line: #d1d9e0; --soft: #f6f8fa; --good: #1a7f37; --bad: #cf222e; --doubt: #9a6700; }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --back: #0d1117; --line: #3d444d; --soft: #151b23; --good: #3fb950; --bad: #ff7b72; --doubt: #d29922; } }
body { color: var(--text); background: var(--back); font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
h1, h2 { border-bottom: 1px solid var(--line); padding-bottom: .3em; }
code { font: 13px/1.5 ui-monospace, monospace; background: var(--soft); border-radius: 4px; padding: .1em .3em; white-space: pre-wrap; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: 1em 0; }
th, td { border: 1px solid var(--line); padding: .35em .7em; text-align: left; vertical-align: top; }
th { background: var(--soft); }
.good { color: var(--good); } .bad { color: var(--bad); } .doubt { color: var(--doubt); }
@media print { body { max-width: none; margin: 0; } }
`;

/** The completion report as one HTML page. */
export function reportHtml(data: Completion): string {
  return documentHtml(completionDocument(data));
}

/** A report as one page that needs nothing else: no script, no network, light and dark. */
export function documentHtml({ title, lead, sections }: ReportDocument): string {
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<h1>${escapeHtml(title)}</h1>`,
    ...lead.map((words) => `<p>${inline(words)}</p>`),
    ...sections.flatMap(({ heading, blocks }) => [
      '<section>',
      `<h2>${escapeHtml(heading)}</h2>`,
      ...blocks.map(block),
      '</section>',
    ]),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function block(content: ReportBlock): string {
  switch (content.kind) {
    case 'words':
      return `<p>${inline(content.words)}</p>`;
    case 'subheading':
      return `<h3>${inline(content.words)}</h3>`;
    case 'list':
      return `<ul>\n${content.items.map((item) => `<li>${inline(item)}</li>`).join('\n')}\n</ul>`;
    case 'table': {
      const head = content.head.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('');
      const rows = content.rows.map((cells) => `<tr>${cells.map((cell) => `<td>${inline(cell)}</td>`).join('')}</tr>`);
      return `<div class="scroll"><table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table></div>`;
    }
  }
}

function inline(words: Words): string {
  return words.map((part) => (typeof part === 'string' ? escapeHtml(part) : mark(part))).join('');
}

function mark({ as, text }: Mark): string {
  return as === 'code' ? `<code>${escapeHtml(text)}</code>` : `<strong class="${as}">${escapeHtml(text)}</strong>`;
}
