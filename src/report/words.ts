import type { Protocol } from '../occurrence.ts';
import type { Summary } from './result.ts';

/** `1 edit`, `2 edits`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `8095 → 8096`, with the protocol where it is not the usual one. */
export function move({ from, to, protocol }: { from: number; to: number; protocol: Protocol | null }): string {
  const suffix = protocol === null || protocol === 'tcp' ? '' : `/${protocol}`;
  return `${from}${suffix} → ${to}${suffix}`;
}

/** What the last sentence of a run depends on beside its numbers. */
export interface Besides {
  /** A file other than a Dockerfile was written, such as a report. */
  readonly wroteOthers?: boolean | undefined;
}

/** `Refused because of 1 error: nothing was written.` */
export function refusal({ dryRun, errors }: Summary, { wroteOthers = false }: Besides = {}): string {
  const what = wroteOthers ? 'no Dockerfile' : 'nothing';
  return `Refused because of ${counted(errors, 'error')}: ${what} ${dryRun ? 'would be' : 'was'} written.`;
}

/** `Would change 2 of 12 files: 9 edits, 1 item for review. Dry run: nothing was written.` */
export function totals(summary: Summary, { wroteOthers = false }: Besides = {}): string {
  const { dryRun, filesRead, filesChanged, filesWritten, edits, review, warnings, errors } = summary;
  const counts = [
    edits > 0 && counted(edits, 'edit'),
    review > 0 && `${counted(review, 'item')} for review`,
    warnings > 0 && counted(warnings, 'warning'),
    errors > 0 && counted(errors, 'error'),
  ].filter((part) => part !== false);
  const details = counts.length === 0 ? '' : `: ${counts.join(', ')}`;
  if (filesChanged === 0) return `Nothing to change in ${counted(filesRead, 'file')}${details}.`;
  const isWritten = !dryRun && filesWritten === filesChanged;
  const files = `${filesChanged} of ${counted(filesRead, 'file')}`;
  const sentence = `${isWritten ? 'Changed' : 'Would change'} ${files}${details}.`;
  if (isWritten) return sentence;
  if (dryRun) return `${sentence} Dry run: ${wroteOthers ? 'no Dockerfile' : 'nothing'} was written.`;
  return `${sentence} ${filesWritten === 0 ? `${wroteOthers ? 'No Dockerfile' : 'Nothing'} was` : `Only ${counted(filesWritten, 'file')} ${filesWritten === 1 ? 'was' : 'were'}`} written.`;
}
