import { createRequire } from 'node:module';
import { relative, sep } from 'node:path';
import { servicesOf } from '../journal/from-plan.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { type ColorChoice, colorsFor } from '../report/color.ts';
import type { RunResult } from '../report/result.ts';
import type { PlannedFile } from '../run.ts';
import type { Surroundings } from './surroundings.ts';

/** The forms of a run that people review; they are loaded when they are asked for. */
export const REVIEW_FORMATS = ['html', 'patch', 'stat', 'table'] as const;
export type ReviewFormat = (typeof REVIEW_FORMATS)[number];

/** A run as far as its review needs it. */
export interface ReviewedRun {
  readonly files: readonly PlannedFile[];
  readonly mapping: Mapping;
  readonly result: RunResult;
  readonly color: ColorChoice;
  /** How many unchanged lines stand around each change. */
  readonly context: number;
}

export function isReviewFormat(format: string | undefined): format is ReviewFormat {
  return REVIEW_FORMATS.some((one) => one === format);
}

/** What `--format html`, `patch`, `stat` and `table` print. */
export async function reviewOutput(
  format: ReviewFormat,
  { files, mapping, result, color, context }: ReviewedRun,
  { stdout, env, cwd }: Surroundings,
): Promise<string | Uint8Array> {
  const owners = servicesOf(mapping);
  const colors = colorsFor({ choice: color, env, isTTY: stdout.isTTY === true });
  switch (format) {
    case 'html': {
      const { reviewHtml } = await import('../report/review-html.ts');
      return reviewHtml({ files, diagnostics: result.diagnostics, summary: result.summary, owners, context });
    }
    case 'patch': {
      const { patchText } = await import('../report/patch.ts');
      const { patchDate, patchSurroundings } = await import('../report/patch-surroundings.ts');
      const { top, author } = await patchSurroundings(cwd, env);
      const { version }: { version: string } = createRequire(import.meta.url)('reberth/package.json');
      const named = files.map((file) => ({ ...file, path: pathFrom(top, file) }));
      return patchText(named, { date: patchDate(env, new Date()), author, version, context, owners });
    }
    case 'stat': {
      const { statText } = await import('../report/stat.ts');
      const named = files.map((file) => ({ ...file, path: pathFrom(cwd, file) }));
      return statText(named, { colors, width: columnsOf(stdout) });
    }
    case 'table': {
      const { summaryTable } = await import('../report/summary-table.ts');
      return summaryTable(files, colors, owners);
    }
  }
}

function pathFrom(folder: string, { absolute }: PlannedFile): string {
  return relative(folder, absolute).split(sep).join('/');
}

/** Undefined where the stream is no terminal, or does not tell. */
function columnsOf(stream: object): number | undefined {
  const columns = 'columns' in stream ? stream.columns : undefined;
  return typeof columns === 'number' && columns > 0 ? columns : undefined;
}
