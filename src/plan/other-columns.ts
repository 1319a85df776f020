import { quote } from '../mapping/quote.ts';
import type { PlacedText, UnreadLine } from './document.ts';
import type { Columns } from './fields.ts';

/** The columns of a table that could be the one of the main port, though another one counts. */
export function unreadColumns({ fields, otherPorts }: Columns, header: readonly PlacedText[]): UnreadLine[] {
  const main = header[fields.get('port') ?? -1]?.text.trim() ?? '';
  return otherPorts.flatMap(({ index, hasSameName }) => {
    const column = header[index];
    if (column === undefined) return [];
    const reason = hasSameName
      ? `another column is called ${quote(main)}, too`
      : `the ports are those of the column ${quote(main)}`;
    return [{ text: column.text, offset: column.offset, reason, hint: 'keep one column with the ports that count' }];
  });
}
