import { errorCode } from './errors.ts';
import type { Disk } from './write.ts';

/** What a system says that cannot flush a directory, or does not let this user: nothing to do about it. */
const CANNOT_BE_FLUSHED = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR', 'EPERM', 'EACCES', 'EBADF']);

/**
 * Makes what was created in, or renamed into, a directory outlast a power failure, where the system
 * has such a thing.
 *
 * @throws What `node:fs` throws.
 */
export async function flushDirectory(directory: string, disk: Pick<Disk, 'open'>): Promise<void> {
  try {
    const handle = await disk.open(directory, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!CANNOT_BE_FLUSHED.has(errorCode(error) ?? '')) throw error;
  }
}
