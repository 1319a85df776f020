import { printable } from './printable.ts';

/**
 * A table as CSV with a header.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function csvText(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
  const text = printable(String(value));
  return /[",]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
