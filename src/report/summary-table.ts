import type { Colors } from './color.ts';
import { type MoveOwners, movedPorts, type ReviewedFile } from './moved-ports.ts';
import { type TableCell, textTable } from './table.ts';

/** So many files of a port are named. */
const MOST_PATHS = 2;

/**
 * A table of all services with their ports, old and new, how often each stands in the Dockerfiles,
 * and what is left for review. Empty where no port stands anywhere.
 */
export function summaryTable(files: readonly ReviewedFile[], colors: Colors, owners?: MoveOwners): string {
  const ports = movedPorts(files, owners);
  if (ports.length === 0) return '';
  const head = ['SERVICE', 'PORTS', 'EDITS', 'REVIEW', 'DOCKERFILES'].map(
    (text): TableCell => ({ text, style: colors.dim }),
  );
  const rows = ports.map(({ service, ports: moved, edits, review, paths }): TableCell[] => [
    service === undefined ? { text: 'every Dockerfile', style: colors.dim } : { text: service, style: colors.bold },
    { text: moved, style: colors.green },
    { text: String(edits) },
    review === 0 ? { text: '-', style: colors.dim } : { text: String(review), style: colors.magenta },
    { text: pathsText(paths), style: colors.dim },
  ]);
  return `${textTable([head, ...rows]).join('\n')}\n`;
}

function pathsText(paths: readonly string[]): string {
  const shown = paths.slice(0, MOST_PATHS).join(', ');
  return paths.length > MOST_PATHS ? `${shown}, and ${paths.length - MOST_PATHS} more` : shown;
}
