import { printable } from './printable.ts';

/** A cell of a table: what is to be read, and how it is coloured once it has its width. */
export interface TableCell {
  readonly text: string;
  readonly style?: ((text: string) => string) | undefined;
}

/** The lines of a table for a terminal, with aligned columns and without blanks at their ends. */
export function textTable(rows: readonly (readonly TableCell[])[], indent = ''): string[] {
  const cells = rows.map((row) => row.map(({ text, style }) => ({ text: printable(text), style })));
  const widths: number[] = [];
  for (const row of cells) {
    for (const [column, { text }] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, text.length);
  }
  return cells.map((row) => {
    const last = row.findLastIndex(({ text }) => text !== '');
    const padded = row.slice(0, last + 1).map(({ text, style = same }, column) => {
      const padding = column === last ? 0 : (widths[column] ?? 0) - text.length;
      return style(text) + ' '.repeat(padding);
    });
    return indent + padded.join('  ');
  });
}

function same(text: string): string {
  return text;
}
