import type { Colors } from './color.ts';
import { printable } from './printable.ts';
import { counted } from './words.ts';

/** A file before and after, and how it is to be called. */
export interface StatFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

export interface StatOptions {
  /** Columns of a line; 80 where the output is no terminal, as in git. */
  readonly width?: number | undefined;
  readonly colors?: Colors | undefined;
  /** How a file is shown: `printable` unless said otherwise. */
  readonly quote?: ((path: string) => string) | undefined;
}

interface StatRow {
  readonly name: string;
  readonly added: number;
  readonly removed: number;
}

const DEFAULT_WIDTH = 80;
/** What git keeps for the graph and for the names, however narrow the terminal is. */
const LEAST_GRAPH = 6;
const LEAST_NAME = 10;
/** The blanks and the bar between name, count and graph. */
const BETWEEN = 6;

/**
 * How many lines change in each file, as `git diff --stat` shows it: a graph that fits the width, and
 * the totals. Files that do not change are left out; empty where none changes.
 *
 * Source: https://git-scm.com/docs/diff-options#Documentation/diff-options.txt---statltwidthgt
 */
export function statText(files: readonly StatFile[], options: StatOptions = {}): string {
  const { width = DEFAULT_WIDTH, colors, quote = printable } = options;
  const rows = files
    .map(({ path, before, after }): StatRow => ({ name: quote(path), ...changedLineCount(before, after) }))
    .filter(({ added, removed }) => added + removed > 0);
  if (rows.length === 0) return '';
  const most = Math.max(...rows.map(({ added, removed }) => added + removed));
  const digits = String(most).length;
  const columns = columnsOf(width, Math.max(...rows.map(({ name }) => name.length)), digits, most);
  const lines = rows.map(({ name, added, removed }) => {
    const shown = shortened(name, columns.name).padEnd(columns.name);
    const graph = graphOf(added, removed, columns.graph, most);
    const plus = '+'.repeat(graph.added);
    const minus = '-'.repeat(graph.removed);
    const bars = colors === undefined ? plus + minus : colors.green(plus) + colors.red(minus);
    return ` ${shown} | ${String(added + removed).padStart(digits)} ${bars}`;
  });
  return `${[...lines, totals(rows)].join('\n')}\n`;
}

function totals(rows: readonly StatRow[]): string {
  const added = rows.reduce((sum, row) => sum + row.added, 0);
  const removed = rows.reduce((sum, row) => sum + row.removed, 0);
  const parts = [
    ` ${counted(rows.length, 'file')} changed`,
    ...(added > 0 ? [`${counted(added, 'insertion')}(+)`] : []),
    ...(removed > 0 ? [`${counted(removed, 'deletion')}(-)`] : []),
  ];
  return parts.join(', ');
}

/** Edits of ports keep the lines of a file, so lines are compared number by number. */
function changedLineCount(before: string, after: string): { added: number; removed: number } {
  if (before === after) return { added: 0, removed: 0 };
  const old = before.split('\n');
  const now = after.split('\n');
  const both = Math.min(old.length, now.length);
  let changed = 0;
  for (let i = 0; i < both; i++) if (old[i] !== now[i]) changed++;
  return { added: changed + now.length - both, removed: changed + old.length - both };
}

/** How wide names and graphs are: three eighths of the line are the graph's where both do not fit. */
function columnsOf(width: number, longest: number, digits: number, most: number): { name: number; graph: number } {
  const whole = Math.max(width, LEAST_NAME + LEAST_GRAPH + BETWEEN + digits);
  if (longest + digits + BETWEEN + most <= whole) return { name: longest, graph: most };
  const share = Math.floor((whole * 3) / 8) - digits - BETWEEN;
  const graph = most > share ? Math.max(share, LEAST_GRAPH) : most;
  const room = whole - digits - BETWEEN;
  return longest > room - graph ? { name: room - graph, graph } : { name: longest, graph: room - longest };
}

/** The end of a name that is too long, from a folder on where that is possible. */
function shortened(name: string, width: number): string {
  if (name.length <= width) return name;
  const end = name.slice(name.length - Math.max(0, width - 3));
  const slash = end.indexOf('/');
  return `...${slash === -1 ? end : end.slice(slash)}`;
}

function graphOf(added: number, removed: number, width: number, most: number): { added: number; removed: number } {
  if (most <= width) return { added, removed };
  const whole = Math.max(scaled(added + removed, width, most), added > 0 && removed > 0 ? 2 : 0);
  if (added < removed) {
    const plus = scaled(added, width, most);
    return { added: plus, removed: whole - plus };
  }
  const minus = scaled(removed, width, most);
  return { added: whole - minus, removed: minus };
}

/** Never nothing for something. */
function scaled(count: number, width: number, most: number): number {
  return count === 0 ? 0 : 1 + Math.floor((count * (width - 1)) / most);
}
