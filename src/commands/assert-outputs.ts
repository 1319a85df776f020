import { accessSync, type BigIntStats, constants, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Diagnostic, DiagnosticError } from '../diagnostic.ts';
import { type DiscoverOptions, discoverDockerfiles } from '../files/discover.ts';
import { fileProblem, printable } from '../files/errors.ts';
import { isDockerfileName } from '../files/names.ts';
import { createDockerfileFinder } from '../mapping/dockerfiles.ts';
import { foldersOf } from '../mapping/folders.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { splitArgument } from '../plan/argument.ts';

/** What a run reads. */
export interface RunInputs extends Omit<DiscoverOptions, 'cwd'> {
  /** What relative paths are relative to. */
  readonly cwd: string;
  /** Files and directories; `-` is standard input. */
  readonly paths: readonly string[];
  readonly mapping: Mapping | undefined;
}

/** The flags that name files to read, other than Dockerfiles. */
export interface InputFlags {
  readonly map?: string | undefined;
  readonly plan?: string | undefined;
  readonly filesFrom?: string | undefined;
}

/**
 * Checks before a run that the files that it is to write beside Dockerfiles can be written, each only
 * once, and that none is one that it reads: a mistyped command line must not cost a file.
 *
 * @param outputs what flags such as `--report` name
 * @throws {DiagnosticError} With what is wrong with each: `output-is-input`, `output-twice`,
 *   `no-such-folder`, `is-a-directory`, or why the system would not let it be written.
 */
export async function assertOutputs(
  outputs: readonly (string | undefined)[],
  flags: InputFlags,
  run: RunInputs,
): Promise<void> {
  const named = outputs.filter((file) => file !== undefined);
  // What is not there yet is nothing that is read, so the Dockerfiles need not be looked for.
  const isAnyThere = named.some((file) => statsOf(resolve(run.cwd, file)) !== undefined);
  const read = isAnyThere ? [...inputFiles(flags, run.cwd), ...(await dockerfilesOf(run))] : [];
  const inputs = new Set(read.map(identityOf));
  const earlier = new Set<string>();
  const diagnostics = named.flatMap((file): Diagnostic[] => {
    const path = resolve(run.cwd, file);
    const identity = identityOf(path);
    const problem =
      (file === '-' ? isInput(file, 'a file is to be named, not -') : undefined) ??
      obstacle(path, file) ??
      (inputs.has(identity) ? isInput(file, 'this run reads it') : undefined) ??
      (isDockerfile(path) ? isInput(file, 'a Dockerfile is there') : undefined) ??
      (earlier.has(identity) ? twice(file) : undefined);
    earlier.add(identity);
    return problem === undefined ? [] : [problem];
  });
  if (diagnostics.length > 0) throw new DiagnosticError(diagnostics);
}

function inputFiles({ map, plan, filesFrom }: InputFlags, cwd: string): string[] {
  const files = [map, plan === undefined ? undefined : splitArgument(plan, cwd).file, filesFrom];
  return files.flatMap((file) => (file === undefined || file === '-' ? [] : [resolve(cwd, file)]));
}

/** Those of the paths, and those that the mapping names. What is wrong with them, the run will say. */
async function dockerfilesOf({ paths, mapping, ...options }: RunInputs): Promise<string[]> {
  const { cwd, root } = options;
  const { files } = await discoverDockerfiles(
    paths.filter((path) => path !== '-'),
    options,
  );
  const listed = files.map(({ absolute }) => absolute);
  if (mapping === undefined) return listed;
  const finder = createDockerfileFinder({
    ...foldersOf(mapping, cwd, root),
    files: listed,
    accept: (path) => isDockerfileName(basename(path)),
  });
  const entries = mapping.services.flatMap(({ name, dockerfiles }) => dockerfiles.map((entry) => ({ name, entry })));
  const named = entries.flatMap(({ name, entry }) => {
    const found = finder.find(entry, name);
    return 'code' in found ? [] : found.map(({ realPath }) => realPath);
  });
  return [...listed, ...named];
}

/** Why a file cannot be written, as far as can be told without trying. */
function obstacle(path: string, file: string): Diagnostic | undefined {
  const folder = dirname(path);
  if (statsOf(folder)?.isDirectory() !== true) {
    const message = `cannot write ${printable(file)}: its folder is not there`;
    return { code: 'no-such-folder', severity: 'error', message, file, hint: `create ${dirname(file)} first` };
  }
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory() === true) {
      const message = `cannot write ${printable(file)}: it is a directory`;
      return { code: 'is-a-directory', severity: 'error', message, file, hint: 'name a file in it' };
    }
    accessSync(stats === undefined ? folder : path, constants.W_OK);
    return undefined;
  } catch (error) {
    return fileProblem(error, 'write', file);
  }
}

function isDockerfile(path: string): boolean {
  if (statsOf(path) === undefined) return false;
  return [path, realpathSync(path)].some((name) => isDockerfileName(basename(name)));
}

/** The same for two paths that lead to one file, by links of either kind, or by capitals where a disk ignores them. */
function identityOf(path: string): string {
  const stats = statsOf(path);
  if (stats !== undefined) return `${stats.dev}:${stats.ino}`;
  try {
    return join(realpathSync(dirname(path)), basename(path));
  } catch {
    return path;
  }
}

/** Undefined also for what cannot be looked at. */
function statsOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return undefined;
  }
}

function isInput(file: string, why: string): Diagnostic {
  const message = `cannot write ${printable(file)}: ${why}`;
  return { code: 'output-is-input', severity: 'error', message, hint: 'choose another name for what is written' };
}

function twice(file: string): Diagnostic {
  const message = `cannot write ${printable(file)}: another flag names the same file`;
  return { code: 'output-twice', severity: 'error', message, hint: 'give each a name of its own' };
}
