import { posix } from 'node:path';
import type { CheckedFile } from '../check/types.ts';
import { readDockerfileName, tellingFolders } from '../knowledge/dockerfile-names.ts';

/**
 * The name of the service that a Dockerfile is of: what the file says itself (`SERVICE_NAME`, a
 * label), the rest of its own name (`Dockerfile.trx-staking`, `trx-staking.Dockerfile`), or the
 * folder that it is in.
 */
export function serviceName({ path, findings }: Pick<CheckedFile, 'path' | 'findings'>): string {
  const [stated] = findings.ownNames;
  if (stated !== undefined && findings.ownNames.size === 1) return stated;
  const { own, variant } = readDockerfileName(posix.basename(path));
  const [folder = ''] = own === '' ? tellingFolders(path) : [own];
  return [folder, variant].filter((part) => part !== '').join('-') || 'app';
}
