import { DISK, type Disk } from '../../src/files/write.ts';

export interface Fault {
  /** The n-th call fails, from 1. */
  readonly at: number;
  /** What the system says: `ENOSPC`. */
  readonly code: string;
  /** All later calls fail, too. */
  readonly forever?: boolean;
  /** Reading goes on working: such is a full disk. */
  readonly onlyWrites?: boolean;
}

export interface FaultyDisk {
  readonly disk: Disk;
  /** How many calls there were that could have failed. */
  calls(): number;
}

const WRITES = new Set(['create', 'writeFile', 'sync', 'rename']);

/** A disk on which a call fails; the calls of the files that it opens count, too. */
export function faultyDisk({ at, code, forever = false, onlyWrites = false }: Fault): FaultyDisk {
  let calls = 0;
  const step = (call: string): void => {
    if (onlyWrites && !WRITES.has(call)) return;
    calls++;
    if (calls === at || (forever && calls > at)) throw Object.assign(new Error(`${code} by ${call}`), { code });
  };
  const open: Disk['open'] = async (path, flags, mode) => {
    step(flags === 'wx' ? 'create' : 'open');
    const file = await DISK.open(path, flags, mode);
    return new Proxy(file, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return async (...given: unknown[]) => {
          if (name === 'close') await target.close();
          step(String(name));
          return name === 'close' ? undefined : value.apply(target, given);
        };
      },
    });
  };
  const failing =
    <Given extends unknown[], Result>(name: string, call: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      step(name);
      return call(...given);
    };
  const disk: Disk = {
    open,
    access: failing('access', DISK.access),
    lstat: failing('lstat', DISK.lstat) as Disk['lstat'],
    readFile: failing('readFile', DISK.readFile) as Disk['readFile'],
    rename: failing('rename', DISK.rename),
    unlink: failing('unlink', DISK.unlink),
  };
  return { disk, calls: () => calls };
}
