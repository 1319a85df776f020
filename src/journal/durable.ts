import { errorCode } from '../files/errors.ts';
import { DISK, type Disk } from '../files/write.ts';

/** What a disk says that is broken or full. Else a directory that cannot be flushed is of a system that has no such thing. */
const FATAL = new Set(['EIO', 'ENOSPC', 'EDQUOT', 'EROFS']);

/**
 * Creates a file whose content outlasts a power failure once its directory is flushed, too.
 *
 * @throws What `node:fs` throws, `EEXIST` where the file is there already.
 */
export async function createFile(path: string, content: string, disk: Disk = DISK): Promise<void> {
  const file = await disk.open(path, 'wx', 0o644);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes what was created in, or renamed into, a directory outlast a power failure. */
export async function flushDirectory(directory: string, disk: Disk = DISK): Promise<void> {
  try {
    const handle = await disk.open(directory, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined || FATAL.has(code)) throw error;
  }
}
