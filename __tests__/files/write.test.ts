import {
  chmodSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import { sha256 } from '../../src/files/digest.ts';
import { readDockerfile } from '../../src/files/read.ts';
import { DISK, type Disk, findWriteObstacle, isTemporaryName, writeFileAtomic } from '../../src/files/write.ts';
import { problemOf } from './problem.ts';
import { makeTree, removeTrees } from './tree.ts';

afterEach(removeTrees);

const OLD = Buffer.from('FROM a\nEXPOSE 80\n');
const NEW = Buffer.from('FROM a\nEXPOSE 81\n\xFF', 'latin1');

function makeDockerfile(name = 'Dockerfile'): string {
  return join(makeTree({ [name]: OLD }), name);
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** A disk on which this call fails with the system's `code`. */
function failingDisk(call: 'open' | 'rename' | 'readFile' | 'lstat' | 'access', code: string): Disk {
  return { ...DISK, [call]: async () => Promise.reject(failure(code)) };
}

/** A disk whose opened files fail at this call. */
function failingFile(
  call: 'writeFile' | 'sync' | 'chmod' | 'chown' | 'close',
  code: string,
  onlyDirectories = false,
): Disk {
  const open: Disk['open'] = async (path, flags, mode) => {
    const file = await DISK.open(path, flags, mode);
    if (onlyDirectories !== (await file.stat()).isDirectory()) return file;
    return new Proxy(file, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (name === call) {
          return async () => {
            if (call === 'close') await target.close();
            throw failure(code);
          };
        }
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  };
  return { ...DISK, open };
}

describe('writeFileAtomic', () => {
  test('replaces the content and sets the mode', async () => {
    const path = makeDockerfile();
    await writeFileAtomic(path, NEW, { mode: 0o640, expected: sha256(OLD) });
    expect(readFileSync(path).equals(NEW)).toBe(true);
    expect(statSync(path).mode & 0o7777).toBe(0o640);
    expect(readdirSync(dirname(path))).toEqual(['Dockerfile']);
  });

  test('writes what was read with the mode that was read', async () => {
    const path = makeDockerfile();
    chmodSync(path, 0o755);
    const { bytes, mode } = await readDockerfile(path);
    const digest = sha256(bytes);
    await writeFileAtomic(path, bytes, { mode, expected: digest });
    expect(readFileSync(path).equals(OLD)).toBe(true);
    expect(statSync(path).mode & 0o7777).toBe(0o755);
  });

  test('does not let the umask take bits away', async () => {
    const path = makeDockerfile();
    const umask = process.umask(0o077);
    try {
      await writeFileAtomic(path, NEW, { mode: 0o664 });
    } finally {
      process.umask(umask);
    }
    expect(statSync(path).mode & 0o7777).toBe(0o664);
  });

  test('is a new file beside the old one: who has the old one open reads it to its end', async () => {
    const path = makeDockerfile();
    const other = `${path}.other`;
    linkSync(path, other);
    await writeFileAtomic(path, NEW, { mode: 0o644 });
    expect(readFileSync(other).equals(OLD)).toBe(true);
    expect(readFileSync(path).equals(NEW)).toBe(true);
  });

  test.each(['with space', 'quote\'"', 'new\nline', '-dash', 'größe 💀', 'x'.repeat(255), '€'.repeat(85)])(
    'copes with the name %j',
    async (name) => {
      const path = makeDockerfile(name);
      await writeFileAtomic(path, NEW, { mode: 0o644 });
      expect(readFileSync(path).equals(NEW)).toBe(true);
      expect(readdirSync(dirname(path))).toEqual([name]);
    },
  );

  test('writes an empty file', async () => {
    const path = makeDockerfile();
    await writeFileAtomic(path, new Uint8Array(), { mode: 0o644 });
    expect(readFileSync(path).length).toBe(0);
  });

  const asRoot = process.getuid?.() === 0 ? test : test.skip;
  asRoot('keeps owner and group (skipped for users, who cannot give files away)', async () => {
    const path = makeDockerfile();
    const { chownSync } = await import('node:fs');
    chownSync(path, 1234, 2345);
    await writeFileAtomic(path, NEW, { mode: 0o4755 });
    expect(statSync(path)).toMatchObject({ uid: 1234, gid: 2345 });
    expect(statSync(path).mode & 0o7777).toBe(0o4755);
    await writeFileAtomic(path, OLD, { mode: 0o644, disk: failingFile('chown', 'EPERM') });
    expect(readFileSync(path).equals(OLD)).toBe(true);
  });
});

describe('writeFileAtomic leaves alone', () => {
  async function expectUntouched(path: string, content: Buffer, promise: Promise<void>, code: string): Promise<void> {
    const before = readdirSync(dirname(path));
    const problem = await problemOf(promise);
    expect(problem).toMatchObject({ code, severity: 'error', file: 'Dockerfile' });
    expect(readFileSync(path).equals(content)).toBe(true);
    expect(readdirSync(dirname(path))).toEqual(before);
  }

  test('a file that was changed meanwhile', async () => {
    const path = makeDockerfile();
    const changed = Buffer.from('FROM b\n');
    writeFileSync(path, changed);
    const write = writeFileAtomic(path, NEW, { mode: 0o644, expected: sha256(OLD), shown: 'Dockerfile' });
    await expectUntouched(path, changed, write, 'changed-meanwhile');
  });

  test('a file that is changed in the last moment before the new one is put in its place', async () => {
    const path = makeDockerfile();
    const changed = Buffer.from('FROM b\n');
    const open: Disk['open'] = async (...given) => {
      const file = await DISK.open(...given);
      writeFileSync(path, changed);
      return file;
    };
    const options = { mode: 0o644, expected: sha256(OLD), shown: 'Dockerfile', disk: { ...DISK, open } };
    await expectUntouched(path, changed, writeFileAtomic(path, NEW, options), 'changed-meanwhile');
  });

  test('a file that goes away meanwhile: it does not come back', async () => {
    const path = makeDockerfile();
    const open: Disk['open'] = async (...given) => {
      const file = await DISK.open(...given);
      unlinkSync(path);
      return file;
    };
    const options = { mode: 0o644, expected: sha256(OLD), disk: { ...DISK, open } };
    expect(await problemOf(writeFileAtomic(path, NEW, options))).toMatchObject({ code: 'changed-meanwhile' });
    expect(readdirSync(dirname(path))).toEqual([]);
  });

  test('a file that became a link', async () => {
    const path = makeDockerfile();
    renameSync(path, `${path}.real`);
    symlinkSync(`${path}.real`, path);
    const write = writeFileAtomic(path, NEW, { mode: 0o644, expected: sha256(OLD), shown: 'Dockerfile' });
    await expectUntouched(path, OLD, write, 'changed-meanwhile');
  });

  test('a file that nobody may write, not even root', async () => {
    const path = makeDockerfile();
    chmodSync(path, 0o444);
    await expectUntouched(
      path,
      OLD,
      writeFileAtomic(path, NEW, { mode: 0o444, shown: 'Dockerfile' }),
      'read-only-file',
    );
  });

  test.each([
    ['open', 'EACCES', 'permission-denied'],
    ['open', 'EROFS', 'read-only-file-system'],
    ['open', 'EMFILE', 'too-many-open-files'],
    ['open', 'ENOSPC', 'disk-full'],
    ['access', 'EACCES', 'permission-denied'],
    ['readFile', 'EIO', 'io-error'],
    ['rename', 'EPERM', 'permission-denied'],
    ['rename', 'EBUSY', 'file-busy'],
    ['rename', 'EXDEV', 'io-error'],
  ] as const)('the file when %s fails with %s', async (call, system, code) => {
    const path = makeDockerfile();
    const options = { mode: 0o644, expected: sha256(OLD), shown: 'Dockerfile', disk: failingDisk(call, system) };
    await expectUntouched(path, OLD, writeFileAtomic(path, NEW, options), code);
  });

  test.each([
    ['writeFile', 'ENOSPC', 'disk-full'],
    ['writeFile', 'EDQUOT', 'disk-full'],
    ['chmod', 'EPERM', 'permission-denied'],
    ['sync', 'EIO', 'io-error'],
    ['close', 'EIO', 'io-error'],
  ] as const)('the file when %s of the temporary file fails with %s', async (call, system, code) => {
    const path = makeDockerfile();
    const options = { mode: 0o644, shown: 'Dockerfile', disk: failingFile(call, system) };
    await expectUntouched(path, OLD, writeFileAtomic(path, NEW, options), code);
  });

  test('nothing beside it when the rename fails because a directory took its place', async () => {
    const root = makeTree({ 'Dockerfile/': '' });
    const path = join(root, 'Dockerfile');
    expect(await problemOf(writeFileAtomic(path, NEW, { mode: 0o644 }))).toMatchObject({ code: 'is-a-directory' });
    expect(readdirSync(root)).toEqual(['Dockerfile']);
  });

  test('what is not there', async () => {
    const path = join(makeTree(), 'Dockerfile');
    expect(await problemOf(writeFileAtomic(path, NEW, { mode: 0o644 }))).toMatchObject({ code: 'no-such-file' });
    expect(readdirSync(dirname(path))).toEqual([]);
  });
});

describe('writeFileAtomic, when the directory cannot be flushed,', () => {
  test('is content where the system has no such thing', async () => {
    const path = makeDockerfile();
    await writeFileAtomic(path, NEW, { mode: 0o644, disk: failingFile('sync', 'EINVAL', true) });
    expect(readFileSync(path).equals(NEW)).toBe(true);
  });

  test('says that the new content may not last', async () => {
    const path = makeDockerfile();
    const write = writeFileAtomic(path, NEW, { mode: 0o644, disk: failingFile('sync', 'EIO', true) });
    expect(await problemOf(write)).toMatchObject({ code: 'not-durable' });
    expect(readFileSync(path).equals(NEW)).toBe(true);
  });
});

test('an unexpected error is not dressed up as a problem of the user', async () => {
  const disk: Disk = { ...DISK, rename: async () => Promise.reject(new TypeError('a bug')) };
  await expect(writeFileAtomic(makeDockerfile(), NEW, { mode: 0o644, disk })).rejects.toThrow(TypeError);
});

describe('findWriteObstacle', () => {
  test('finds none for a plain file', async () => {
    expect(await findWriteObstacle(makeDockerfile())).toBeUndefined();
  });

  test('finds a read-only file and a directory', async () => {
    const path = makeDockerfile();
    chmodSync(path, 0o555);
    const problem = await findWriteObstacle(path, 'a/Dockerfile');
    expect(problem).toMatchObject({
      code: 'read-only-file',
      file: 'a/Dockerfile',
      hint: 'chmod u+w it, if it may change',
    });
    expect(await findWriteObstacle(dirname(path))).toMatchObject({ code: 'is-a-directory' });
  });
});

test('isTemporaryName knows the names of temporary files, and no others', async () => {
  const seen: string[] = [];
  const open: Disk['open'] = async (path, ...rest) => {
    if (typeof path === 'string') seen.push(path.slice(path.lastIndexOf('/') + 1));
    return DISK.open(path, ...rest);
  };
  await writeFileAtomic(makeDockerfile(), NEW, { mode: 0o644, disk: { ...DISK, open } });
  expect(isTemporaryName(seen[0] ?? '')).toBe(true);
  expect(seen[0]).toMatch(/^\.Dockerfile\.reberth-/);
  expect(isTemporaryName('Dockerfile.tmp')).toBe(false);
  expect(isTemporaryName('.Dockerfile.reberth-notes.tmp')).toBe(false);
});
