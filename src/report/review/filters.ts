import { escapeHtml } from '../escape-html.ts';
import type { ReviewMark } from './marks.ts';

/** The bar with the filters, hidden until the script works, and the help on the keys. */
export function filterBar(marks: readonly ReviewMark[], serviceIndex: ReadonlyMap<string, number>): string {
  const services = [...serviceIndex].map(([name, index]): Choice => [String(index), name]);
  const valuesOf = (name: 'role' | 'certainty'): Choice[] =>
    [...new Set(marks.map((mark) => mark[name]))].map((value) => [value, value]);
  const filters = [
    filter('services', 'Service', services),
    filter('role', 'Role', valuesOf('role')),
    filter('certainty', 'Certainty', valuesOf('certainty')),
    filter('kind', 'Show', [
      ['edit', 'changes alone'],
      ['review', 'for review alone'],
    ]),
  ];
  const buttons = [
    button('previous', 'Previous', 'k'),
    button('next', 'Next', 'j'),
    button('clear', 'Clear', 'c'),
    button('help', 'Keys', '?'),
  ];
  return `<nav class="filters" aria-label="Filters" hidden><div>${filters.join('')}${buttons.join('')}<output></output></div></nav>\n${HELP}`;
}

type Choice = readonly [value: string, label: string];

function filter(name: string, label: string, choices: readonly Choice[]): string {
  const options = choices.map(([value, text]) => `<option value="${escapeHtml(value)}">${escapeHtml(text)}</option>`);
  return `<label>${label}<select name="${name}"><option value="">all</option>${options.join('')}</select></label>`;
}

function button(name: string, label: string, key: string): string {
  return `<button type="button" name="${name}">${label} <kbd>${key}</kbd></button>`;
}

const HELP = `<dialog aria-labelledby="keys"><h2 id="keys">Keys</h2><dl>
<dt><kbd>j</kbd></dt><dd>next place</dd>
<dt><kbd>k</kbd></dt><dd>previous place</dd>
<dt><kbd>f</kbd></dt><dd>go to the filters; <kbd>Esc</kbd> leaves them</dd>
<dt><kbd>c</kbd></dt><dd>clear the filters</dd>
<dt><kbd>?</kbd></dt><dd>this help</dd>
</dl><form method="dialog"><button>Close</button></form></dialog>
`;
