import { posix } from 'node:path';
import type { CheckedFile } from '../check/types.ts';

/** Folders that say nothing of the service that is in them. */
const PLACES = new Set([
  '',
  '.',
  '..',
  'docker',
  'dockerfiles',
  'build',
  'deploy',
  'deployment',
  'container',
  'src',
  'app',
]);
/** What distinguishes the Dockerfiles of one service from each other. */
const VARIANTS =
  /^(?:dev|development|prod|production|test|testing|ci|local|debug|staging|release|alpine|slim|debian|ubuntu|arm64|arm64v8|armhf|amd64|arm32v7|x86_64|base|build|builder)$/i;

/**
 * The name of the service that a Dockerfile is of: what the file says itself (`SERVICE_NAME`, a
 * label), the rest of its own name (`Dockerfile.trx-staking`, `trx-staking.Dockerfile`), or the
 * folder that it is in.
 */
export function serviceName({ path, findings }: Pick<CheckedFile, 'path' | 'findings'>): string {
  const [stated] = findings.ownNames;
  if (stated !== undefined && findings.ownNames.size === 1) return stated;
  const base = posix.basename(path);
  const suffix =
    /^(?:dockerfile|containerfile)\.(.+)$/i.exec(base)?.[1] ?? /^(.+)\.(?:dockerfile|containerfile)$/i.exec(base)?.[1];
  if (suffix !== undefined && !VARIANTS.test(suffix)) return suffix;
  const folder = path
    .split('/')
    .slice(0, -1)
    .findLast((part) => !PLACES.has(part.toLowerCase()));
  if (folder === undefined) return suffix ?? 'app';
  return suffix === undefined ? folder : `${folder}-${suffix}`;
}
