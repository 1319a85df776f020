import { normalize } from 'node:path/posix';
import type { Diagnostic } from '../diagnostic.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { PlannedFile } from './run.ts';

/** Whether a mapping has ports for services only, and no file of the run is that of one, or names one. */
export function isWithoutService(mapping: Mapping, files: readonly PlannedFile[]): boolean {
  return mapping.moves.length === 0 && !files.some((file) => concerns(mapping, file));
}

function concerns({ services: all }: Mapping, { absolute, services, moves, edits, occurrences }: PlannedFile): boolean {
  if (services.length > 0 || moves.moves.length > 0 || edits.length > 0) return true;
  const isOfService = (host: string | undefined) => host !== undefined && moves.movesOfHost(host) !== undefined;
  if (occurrences.some(({ finding }) => isOfService(finding.host))) return true;
  // Which services standard input is of is told by its name alone.
  const patterns = all.flatMap(({ dockerfiles }) => dockerfiles.map(({ pattern }) => pattern));
  return patterns.some((pattern) => absolute.endsWith(`/${normalize(pattern).replace(/^(?:\.\.\/)+/, '')}`));
}

/** The warning about such a run. */
export function noService({ file }: Mapping): Diagnostic {
  return {
    code: 'no-service',
    severity: 'warning',
    message: 'no file of this run is the Dockerfile of a service, so that nothing moves in it',
    file,
    hint: 'name it in the mapping; of standard input, say with --stdin-filename which Dockerfile it is',
  };
}
