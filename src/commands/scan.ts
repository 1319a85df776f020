import { writeFile } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { type Diagnostic, DiagnosticError, toDiagnosticResult } from '../diagnostic.ts';
import { errorCode, fileProblem } from '../files/errors.ts';
import type { Certainty } from '../occurrence.ts';
import type { ScanFormat } from '../report/formats.ts';
import { progressOn } from '../report/progress.ts';
import { safeJson } from '../report/safe-json.ts';
import { scanCsv, scanMarkdown, scanText } from '../report/scan-text.ts';
import { draftMapping } from '../scan/draft-mapping.ts';
import type { ScanResult } from '../scan/result.ts';
import { scanFiles } from '../scan/scan.ts';
import { assertOutputs } from './assert-outputs.ts';
import { type PathFlags, pathsOfFlags } from './paths-of-flags.ts';
import { type ReadFleet, readFleet } from './read-fleet.ts';
import type { Surroundings } from './surroundings.ts';
import { type Voice, type VoiceFlags, voiceOf } from './voice.ts';

export interface ScanFlags extends PathFlags, VoiceFlags {
  readonly root?: string | undefined;
  readonly format: ScanFormat;
  /** The least certain finding that is listed. */
  readonly certainty: Certainty;
  /** A file to draft a mapping in; `-` is standard output, in place of the list. */
  readonly writeMap?: string | undefined;
  /** Whether that file may be there already. */
  readonly force: boolean;
  readonly ignore: boolean;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/**
 * Runs `reberth scan`: lists every port of every Dockerfile.
 *
 * @returns the exit code: 0 done, 2 an error
 * @throws {DiagnosticError} for what stops the run before there is anything to report
 */
export async function scanCommand(flags: ScanFlags, around: Surroundings): Promise<number> {
  const { stdout, stderr, cwd } = around;
  const isAnyNamed = flags.paths.length > 0 || flags.filesFrom !== undefined;
  const files = {
    paths: isAnyNamed ? await pathsOfFlags(flags, around) : ['.'],
    cwd,
    root: flags.root,
    include: flags.include,
    exclude: flags.exclude,
    noIgnore: !flags.ignore,
  };
  if (flags.writeMap !== '-') await assertOutputs([flags.writeMap], flags, { ...files, mapping: undefined });
  const progress = progressOn(stderr, 'Dockerfiles');
  const read = await readFleet(undefined, {
    ...files,
    shown: flags.format === 'json' ? 'root' : 'cwd',
    onProgress: flags.quiet ? undefined : progress.update,
  }).finally(progress.end);
  const drafted = flags.writeMap === undefined ? [] : await draft(flags.writeMap, read, flags, around);
  const result = scanFiles(read.files, flags.certainty, [...read.diagnostics, ...drafted].map(toDiagnosticResult));
  const voice = voiceOf(flags, around);
  if (flags.writeMap !== '-') stdout.write(textOf(result, flags.format, voice));
  voice.report(result.diagnostics);
  return result.summary.errors > 0 ? 2 : 0;
}

function textOf(result: ScanResult, format: ScanFormat, { verbosity, stdout }: Voice): string {
  switch (format) {
    case 'text':
      return scanText(result, { verbosity, colors: stdout.colors });
    case 'json':
      return safeJson(result);
    case 'csv':
      return scanCsv(result);
    case 'markdown':
      return scanMarkdown(result);
  }
}

/** Writes the draft of a mapping. A file that is there is somebody's work, so it stays. */
async function draft(
  file: string,
  { files }: ReadFleet,
  { root, format, force, quiet }: ScanFlags,
  { cwd, stdout, stderr }: Surroundings,
): Promise<Diagnostic[]> {
  const target = file === '-' ? cwd : dirname(resolve(cwd, file));
  const base = format === 'json' ? resolve(cwd, root ?? '.') : cwd;
  const text = draftMapping(files, relative(target, base).split(sep).join('/') || '.');
  if (file === '-') {
    stdout.write(text);
    return [];
  }
  try {
    await writeFile(resolve(cwd, file), text, { flag: force ? 'w' : 'wx' });
    if (!quiet)
      stderr.write(
        `Drafted a mapping in ${JSON.stringify(file)}: it says what is; change the ports that are to change.\n`,
      );
    return [];
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw new DiagnosticError([fileProblem(error, 'write the mapping', file)]);
    const message = `${JSON.stringify(file)} is there already, and is left as it is`;
    throw new DiagnosticError([
      {
        code: 'file-exists',
        severity: 'error',
        message,
        file,
        hint: 'choose another name, or replace it with --force',
      },
    ]);
  }
}
