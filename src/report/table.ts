import { printable } from './printable.ts';

/** A cell of a table: what is to be read, and how it is coloured once it has its width. */
export interface TableCell {
  readonly text: string;
  readonly style?: ((text: string) => string) | undefined;
  /** Whether it ends where the others of its column do, as numbers that are compared. */
  readonly alignRight?: boolean | undefined;
}

/** The lines of a table for a terminal, with aligned columns and without blanks at their ends. */
export function textTable(rows: readonly (readonly TableCell[])[], indent = ''): string[] {
  const cells = rows.map((row) => row.map((cell) => ({ ...cell, text: printable(cell.text) })));
  const widths: number[] = [];
  for (const row of cells) {
    for (const [column, { text }] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, text.length);
  }
  return cells.map((row) => {
    const last = row.findLastIndex(({ text }) => text !== '');
    const padded = row.slice(0, last + 1).map(({ text, style = same, alignRight = false }, column) => {
      const padding = ' '.repeat((widths[column] ?? 0) - text.length);
      if (alignRight) return padding + style(text);
      return column === last ? style(text) : style(text) + padding;
    });
    return indent + padded.join('  ');
  });
}

function same(text: string): string {
  return text;
}
